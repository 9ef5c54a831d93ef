"""Files as Outlook saves a mail (.msg): the few properties that matter, in a compound file (MS-CFB, MS-OXMSG)."""

import datetime as dt
import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
TEXT, BYTES, TIME = 0x001F, 0x0102, 0x0040


def msg(*, subject="Klacht", text="", name="", address="", html="", sent_at=None, headers="", embedded=()):
    """Return the bytes of a .msg; `embedded` are the keywords of the messages in it."""
    return compound(
        message(
            32,
            subject=subject,
            text=text,
            name=name,
            address=address,
            html=html,
            sent_at=sent_at,
            headers=headers,
            embedded=embedded,
        )
    )


def message(header, *, subject="", text="", name="", address="", html="", sent_at=None, headers="", embedded=()):
    """Return a message as a storage: {name: bytes or storage}; `header` is how many bytes stand before its properties."""
    texts = {0x0037: subject, 0x1000: text, 0x0C1A: name, 0x5D01: address, 0x007D: headers}
    storage = {f"__substg1.0_{tag:04X}001F": value.encode("utf-16-le") for tag, value in texts.items() if value}
    properties = [(TEXT, tag, len(value)) for tag, value in texts.items() if value]
    if html:
        storage["__substg1.0_10130102"] = html.encode()
        properties += [(BYTES, 0x1013, len(html)), (0x0003, 0x3FDE, 65001)]
    if sent_at:
        properties.append((TIME, 0x0039, int((sent_at - EPOCH).total_seconds()) * 10_000_000))
    for number, inner in enumerate(embedded):
        attachment = {"__properties_version1.0": bytes(8) + segment(0x0003, 0x3705, 5)}
        storage[f"__attach_version1.0_#{number:08X}"] = {**attachment, "__substg1.0_3701000D": message(24, **inner)}
    storage["__properties_version1.0"] = bytes(header) + b"".join(segment(*each) for each in properties)
    return storage


def segment(kind, tag, value):
    return struct.pack("<HHIQ", kind, tag, 6, value)


def compound(root):
    """Return a compound file. All its streams are small: they lie in pieces of 64 bytes in the root's own stream."""
    entries, small, chains = [], bytearray(), []
    _enter("Root Entry", root, ROOT, entries, small, chains)
    directory = b"".join(entries)
    directory += bytes(-len(directory) % SECTOR)
    chains += [FREE] * (-len(chains) % 128)
    blocks = [directory, struct.pack(f"<{len(chains)}I", *chains), bytes(small)]
    sizes = [-(-len(block) // SECTOR) for block in blocks]
    fats = next(n for n in range(1, 109) if n * 128 >= sum(sizes) + n)
    table, starts = [FAT] * fats, []
    for size in sizes:
        starts.append(len(table))
        table += [*range(len(table) + 1, len(table) + size), END]
    table += [FREE] * (fats * 128 - len(table))
    blocks[0] = directory[:116] + struct.pack("<IQ", starts[2], len(small)) + directory[128:]
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, starts[0], 0, 4096, starts[1], sizes[1], END, 0
    )
    head += struct.pack("<109I", *range(fats), *[FREE] * (109 - fats))
    content = b"".join(block + bytes(-len(block) % SECTOR) for block in blocks)
    return head + struct.pack(f"<{len(table)}I", *table) + content


def _enter(name, value, kind, entries, small, chains):
    """Add a storage or stream to the directory, with what is in it; siblings hang in a row, each to the right of the last."""
    number = len(entries)
    entries.append(b"")
    child, size, start = FREE, 0, 0
    if isinstance(value, dict):
        previous = None
        for inner in sorted(value, key=lambda each: (len(each), each.upper())):
            kind_of = STORAGE if isinstance(value[inner], dict) else STREAM
            own = _enter(inner, value[inner], kind_of, entries, small, chains)
            if previous is None:
                child = own
            else:
                entries[previous] = entries[previous][:72] + struct.pack("<I", own) + entries[previous][76:]
            previous = own
    else:
        size, start, pieces = len(value), len(chains), -(-len(value) // 64)
        chains += [*range(start + 1, start + pieces), END][: max(pieces, 0)]
        small += value + bytes(-size % 64)
    coded = name.encode("utf-16-le") + b"\0\0"
    entries[number] = struct.pack(
        "<64sHBBIII16sIQQIQ", coded, len(coded), kind, 1, FREE, FREE, child, bytes(16), 0, 0, 0, start, size
    )
    return number
