"""Real servers on loopback for the tests: each is a context manager that leaves no process and no file behind."""
