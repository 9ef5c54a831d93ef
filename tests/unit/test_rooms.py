"""The arrow of the rooms: each imports only what is below it."""

import ast
from pathlib import Path

import klachtmail

ROOT = Path(klachtmail.__file__).parent
PORTS = {"mailbox", "smtp", "store", "oauth"}
TOP = {"cli", "daemon", "systemd", "demo", "__main__"}
MAY_USE = {
    **{room: TOP | {"service", "letters", "parse", "config", "domain", "languages", *PORTS} for room in TOP},
    "service": {"letters", "parse", "config", "domain", "languages", *PORTS},
    **{room: {"domain", "languages"} for room in (*PORTS, "letters", "parse", "config")},
    "domain": {"languages"},
    "languages": set(),
}
# within domain and service: each room uses what stands before it; the modules beside the rooms may use all of them
FLOORS = {
    "domain": (
        "people",
        "firm",
        "records",
        "commands",
        "incoming",
        "outgoing",
        "privacy",
        "agenda",
        "conduct",
        "decide",
    ),
    "service": ("work", "watch", "outbox", "privacy", "restore"),
}
VERBS = {"restore": ("sweep",)}  # after a restore the clock's letters of today are made again
GROUND = {"record", "phrase"}  # what every room of the domain may use
DOMAIN_LIBRARIES = {"pydantic", "itsdangerous", "holidays", "babel", "phonenumbers"}
OUTSIDE_WORLD = set(
    """
    os pathlib socket smtplib imaplib subprocess time random secrets shutil tempfile
""".split()
)


def room_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[0]


def imports(path):
    """Yield the dotted names that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""


def modules():
    return [path for path in ROOT.rglob("*.py") if path.parent != ROOT or path.name != "__init__.py"]


def test_imports_only_point_down():
    wrong = []
    for path in modules():
        room = room_of(path)
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "klachtmail" and len(parts) > 1 and parts[1] not in {*MAY_USE[room], room}:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_every_room_is_in_the_list():
    assert {room_of(path) for path in modules()} <= set(MAY_USE)


def test_inside_domain_and_service_rooms_use_only_what_stands_before_them():
    wrong = []
    for top, floors in FLOORS.items():
        for path in (ROOT / top).glob("*/*.py"):
            room = path.parent.name
            allowed = {*floors[: floors.index(room) + 1], *GROUND, *VERBS.get(room, ())}
            for name in imports(path):
                parts = name.split(".")
                if parts[:2] == ["klachtmail", top] and len(parts) > 2 and parts[2] not in allowed:
                    wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_the_domain_uses_no_other_library_and_touches_nothing():
    import sys

    wrong = []
    for path in (ROOT / "domain").rglob("*.py"):
        for name in imports(path):
            top = name.split(".")[0]
            allowed = (
                top == "klachtmail"
                or top in DOMAIN_LIBRARIES
                or (top in sys.stdlib_module_names and top not in OUTSIDE_WORLD)
            )
            if not allowed:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_the_domain_never_asks_what_time_it_is():
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "domain").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "today", "utcnow"}
    ]
    assert not wrong, "\n".join(wrong)
