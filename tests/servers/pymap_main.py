"""pymap's own program, with its tasks held: a session that nothing refers to is collected in the middle of a command."""

import asyncio

from pymap.main import main

held: set[asyncio.Task] = set()


def create_task(coroutine, **options):
    """Start a task as asyncio does, and keep it until it is done."""
    task = asyncio.get_running_loop().create_task(coroutine, **options)
    held.add(task)
    task.add_done_callback(held.discard)
    return task


asyncio.create_task = create_task
main()
