"""What is done about it: corrective measures and promises."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="measure",
        line="maatregel: tekst [door jan] [voor 1 februari] · maatregel intern: tekst",
        does="Een verbetermaatregel. Met ‘intern’ blijft hij buiten brieven aan klanten.",
        meaning="a corrective measure, with owner and due date",
        example="maatregel: zaal dubbel controleren bij boeking door jan voor 1 februari",
        hint="maatregel: ",
        value="measure",
        date="future",
        companion=True,
        on_remark=True,
        redraws=True,
        frames=(
            frame("MEASURE NUMBER DATE [BY-DATE BY-MEMBER TO PART] !DONE"),
            frame("MEASURE NUMBER BY-MEMBER [BY-DATE DATE] !DONE"),
            frame("HENCEFORTH", weak=True, text="line"),
        ),
    ),
    Row(
        verb="measure_done",
        line="maatregel 1 gereed",
        does="Deze maatregel is uitgevoerd.",
        meaning="the measure was taken",
        who="member",
        example="maatregel 1 gereed",
        states="ours",
        hint="maatregel 1 gereed",
        tail="note",
        date="past",
        on_remark=True,
        of_owner=True,
        frames=(
            frame(
                "AS-DONE MEASURE MAY|GIVE [NUMBER BE GIVE MAY DATE PART THIS YOU I]", tail=True, spoils="NOT NOT-YET"
            ),
            frame(
                "MEASURE DONE [NUMBER BE DATE HAVE I WE THIS DONE BY-MEMBER MEMBER SELF PART BY-DATE]",
                tail=True,
                spoils="NOT NOT-YET",
            ),
        ),
    ),
    Row(
        verb="measure_worked",
        line="maatregel 1 werkt · maatregel 1 werkt niet",
        does="Heeft de maatregel geholpen?",
        meaning="did the measure help?",
        who="member",
        example="maatregel 1 werkt",
        states="ours",
        hint="maatregel 1 werkt",
        tail="note",
        value="text",
        on_remark=True,
        of_owner=True,
        frames=(
            frame(
                "MEASURE WORKS [NUMBER BE HAVE YES] !NOT !WORKS-NOT", choice="werkt", tail=True, spoils="NOT NOT-YET"
            ),
            frame("MEASURE WORKS-NOT [NUMBER BE HAVE NOT]", choice="werkt niet", tail=True),
            frame("MEASURE NOT WORKS [NUMBER BE HAVE]", choice="werkt niet", tail=True),
        ),
    ),
    Row(
        verb="promise",
        line="toezegging: tekst [door jan] [voor 1 februari]",
        does="Wat jullie de klager toezegden. De klacht mag dicht, de toezegging blijft open.",
        meaning="a promise to the complainant, with owner and due date",
        example="toezegging: 450 euro terug door jan voor 1 februari",
        hint="toezegging: ",
        value="measure",
        companion=True,
    ),
    Row(
        verb="promise_done",
        line="toezegging 1 gereed · toezegging 1 niet nagekomen",
        does="Deze toezegging is nagekomen, of toch niet: dan staat zij weer open.",
        meaning="the promise was kept, or it was not and is open again",
        who="member",
        example="toezegging 1 gereed",
        states="ours",
        hint="toezegging 1 gereed",
        date="past",
        tail="note",
        of_owner=True,
        frames=(
            frame(
                "PROMISE DONE|KEPT [NUMBER BE DATE HAVE I WE THIS DONE BY-MEMBER SELF PART BY-DATE]",
                tail=True,
                spoils="NOT NOT-YET",
            ),
            frame("PROMISE NUMBER NOT DONE|KEPT [BE HAVE I WE THIS]", choice="niet"),
        ),
    ),
    Row(
        verb="firm_measure",
        line="algemene maatregel: tekst [door jan] [voor 1 februari] · algemene maatregel: 1 gereed",
        does="Een maatregel die bij geen enkele klacht hoort; daarna ‘1 gereed’, ‘1 werkt’, ‘1 werkt niet’ of ‘1 vervalt’.",
        meaning="a corrective measure that belongs to no single complaint",
        who="partner",
        example="algemene maatregel: alle zalen een week vooraf nabellen door jan voor 1 februari",
        hint="algemene maatregel: ",
        value="measure",
        date="future",
        of_owner=True,
    ),
    Row(
        verb="review",
        line="directiebeoordeling: besluit",
        does="Wat jullie besloten toen jullie het jaar bekeken. Staat in het jaarverslag.",
        meaning="a decision of the yearly review",
        who="partner",
        example="directiebeoordeling: in 2027 een vaste contactpersoon per training",
        hint="directiebeoordeling: ",
        value="text",
    ),
)
