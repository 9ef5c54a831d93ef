"""Text of format=flowed (RFC 3676): paragraphs that were cut into lines ending in a space are joined again."""


def unflow(text: str, *, delete_space: bool = False) -> str:
    """Return the text with each flowed paragraph on one line; quote marks stay as '> ' (DelSp: §4.1 of the RFC)."""
    out: list[list[str]] = []
    open_depth: int | None = None  # the quote depth of the paragraph that goes on, if any
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")  # space-stuffing
        is_signature = content == "-- "
        flows = content.endswith(" ") and not is_signature
        kept = content[:-1] if flows and delete_space else content
        if open_depth == depth and not is_signature:
            out[-1].append(kept)
        else:
            out.append([">" * depth + " " * bool(depth) + kept])
        open_depth = depth if flows else None
    return "\n".join("".join(pieces).rstrip(" ") if pieces != ["-- "] else "-- " for pieces in out)
