"""The dossier is closed, opened again, or goes on with another."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table.words import CASE

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="close",
        impartial=True,
        line="sluit",
        does="Sluit het dossier, of zegt wat er nog ontbreekt.",
        meaning="close it (refused, with what is missing)",
        example="sluit",
        tier=2,
        hint="sluit",
        either="closing",
        frames=(
            frame(f"CLOSE [{CASE} MAY BE YES CLOSED-WEAK PART PRAISE CLOSE AGREE-WORD TO YOU U I WE]"),
            frame("CLOSE-WEAK", alone=True),
            frame(f"CLOSE-WEAK MAY|DOSSIER|THIS [{CASE} MAY BE YES CLOSED-WEAK PART GIVE LEAVE]"),
            frame(f"CLOSED-WEAK [{CASE} MAY BE YES PRAISE PART CLOSED-WEAK HAVE WITH-IT]", weak=True),
        ),
    ),
    Row(
        verb="no_survey",
        line="geen tevredenheid",
        does="Aan deze klager vragen wij later niet hoe het ging.",
        meaning="this complainant is not asked how it went",
        example="geen tevredenheid: zij wil niet meer gemaild worden",
        hint="geen tevredenheid",
        tail="note",
        value="text",
        companion=True,
        frames=(
            frame(
                "SURVEY NOT|SKIP [ASK ASK-CLIENT SKIP NOT SEND-WEAK CLIENT TO-CLIENT FROM-CLIENT THIS PART MAY MUST GIVE PLEASE] !MEMBER !TO-MEMBER !NOT-YET",
                tail=True,
                spoils="NOT-YET IF HEDGE OR",
            ),
            frame("ASK NOT CLIENT [SURVEY TO-CLIENT PART THIS MAY] !MEMBER !TO-MEMBER !NOT-YET !I !ME"),
            frame("ASK-CLIENT NOT [SURVEY BUT PART] !NOT-YET"),
            frame("NO-ASK SURVEY|CLIENT [SURVEY CLIENT NOT PART MAY]"),
            frame("ASK NOT", alone=True),
        ),
    ),
    Row(
        verb="reopen",
        line="heropen",
        does="Opent een gesloten dossier weer.",
        meaning="open it again",
        example="heropen",
        hint="heropen",
        either="closing",
        on_remark=True,
        frames=(
            frame(f"REOPEN [{CASE} MAY BE YES MUST PART]", tail=True),
            frame(f"OPEN [{CASE} MAY MUST]", weak=True, state="closed"),
        ),
    ),
    Row(
        verb="merge",
        impartial=True,
        coordinates=True,
        line="samenvoegen K2026-0003",
        does="Deze klacht gaat op in die andere.",
        meaning="this complaint goes into that one",
        who="partner",
        example="samenvoegen K2026-0003",
        tier=2,
        hint="samenvoegen ",
        value="merge",
        either="merge",
        runs_on=False,
        frames=(
            frame(f"MERGE REF|NUMBER [{CASE} MAY SEE SURE-WORD SAME BE PART IN CLIENT]"),
            frame(f"SAME REF [{CASE} CLIENT SAME BE SEE MERGE SURE-WORD PART]"),
            frame("SAME REF|NUMBER [THIS BE SEE]"),
            frame("MERGE [THIS SAME CLIENT BOTH PART]", weak=True),
        ),
    ),
    Row(
        verb="group",
        impartial=True,
        coordinates=True,
        line="groep K2026-0021 K2026-0024 · groep 21 t/m 31",
        does="Die klachten gaan samen met deze verder. Elke klager krijgt zijn eigen brieven.",
        meaning="those complaints join this one; each complainant becomes a co-complainant",
        who="partner",
        example="groep K2026-0021 K2026-0024",
        tier=2,
        hint="groep ",
        value="group",
        runs_on=False,
    ),
)
