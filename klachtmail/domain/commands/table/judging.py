"""What the investigation found."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table.words import CASE

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="judgement",
        impartial=True,
        line="oordeel: gegrond/deels/ongegrond",
        does="Jullie oordeel over de klacht.",
        meaning="was the complaint well-founded?",
        example="oordeel: deels",
        hint="oordeel: ",
        value="verdict",
        either="judgement",
        runs_on=False,
        redraws=True,
        frames=(
            frame(
                f"GROUNDED [{CASE} JUDGE VERDICT BE I WE YES FOR-ME MAY PART TO RETHINK BY-DATE] !NOT",
                choice="gegrond",
                tail=True,
                spoils="NOT UNGROUNDED PARTLY",
            ),
            frame(
                f"GROUNDED-WEAK JUDGE|VERDICT [{CASE} JUDGE VERDICT BE I WE YES FOR-ME] !NOT",
                choice="gegrond",
                tail=True,
                spoils="NOT UNGROUNDED PARTLY",
            ),
            frame("GROUNDED-WEAK [THIS BE YES CLIENT]", choice="gegrond", weak=True),
            frame(
                f"NIET GROUNDED|GROUNDED-WEAK [{CASE} JUDGE VERDICT BE I WE] !UNGROUNDED !PARTLY !YES",
                choice="ongegrond",
                tail=True,
            ),
            frame(
                f"UNGROUNDED [{CASE} JUDGE VERDICT BE I WE FOR-ME MAY PART TO RETHINK BLAME] !GROUNDED",
                choice="ongegrond",
                tail=True,
                spoils="NOT GROUNDED PARTLY",
            ),
            frame(
                f"UNGROUNDED-WEAK JUDGE|VERDICT [{CASE} JUDGE VERDICT BE I WE] !GROUNDED",
                choice="ongegrond",
                tail=True,
                spoils="GROUNDED PARTLY",
            ),
            frame(f"UNGROUNDED-WEAK [{CASE} JUDGE BE I WE ME]", choice="ongegrond", weak=True, tail=True),
            frame(f"PARTLY-FULL [{CASE} JUDGE VERDICT BE I WE FOR-ME MAY PART TO RETHINK]", choice="deels", tail=True),
            frame(
                f"PARTLY VERDICT|GROUNDED|GROUNDED-WEAK|UNGROUNDED [{CASE} JUDGE VERDICT BE I WE GROUNDED UNGROUNDED FOR-ME MAY PART TO RETHINK]",
                choice="deels",
                tail=True,
            ),
            frame("PARTLY", alone=True, choice="deels", weak=True),
        ),
    ),
    Row(
        verb="cause",
        line="oorzaak: tekst",
        does="Wat het onderzoek opleverde. Komt nooit in een brief.",
        meaning="what the investigation found",
        example="oorzaak: de zaal was dubbel geboekt",
        hint="oorzaak: ",
        value="text",
        companion=True,
        on_remark=True,
    ),
    Row(
        verb="elsewhere",
        line="elders: nee · elders: waar",
        does="Kan dezelfde fout ook ergens anders gebeuren, en waar?",
        meaning="could the same happen elsewhere? (ISO 9001 §10.2.1)",
        example="elders: ook bij de online trainingen",
        hint="elders: ",
        value="text",
        companion=True,
        on_remark=True,
    ),
    Row(
        verb="classify",
        line="soort: training, trainer",
        does="Waar de klacht over gaat, in jullie eigen woorden.",
        meaning="what the complaint is about, by the firm's lists",
        example="soort: training, trainer",
        hint="soort: ",
        value="text",
        companion=True,
        runs_on=False,
        on_remark=True,
    ),
    Row(
        verb="structural",
        line="structureel: ja/nee",
        does="Kan de fout terugkomen? Komt nooit in een brief.",
        meaning="can it come back?",
        example="structureel: ja",
        hint="structureel: ",
        value="yes_no",
        either="structural",
        companion=True,
        runs_on=False,
        frames=(
            frame(f"STRUCTURAL YES [{CASE} BE FAULT JUDGE] !NOT", choice="ja", tail=True, spoils="NOT"),
            frame(
                f"STRUCTURAL NO|NIET [{CASE} BE FAULT JUDGE INCIDENT I WE ALWAYS FROM-WORD VERDICT NO ABOUT BLAME SITS AMISS]",
                choice="nee",
                tail=True,
                spoils="YES",
            ),
            frame(
                f"STRUCTURAL BE|THIS|JUDGE|ABOUT [{CASE} BE FAULT JUDGE I WE FROM-WORD ABOUT]",
                choice="ja",
                tail=True,
                spoils="NOT",
            ),
            frame(
                f"INCIDENT [{CASE} BE FAULT JUDGE YES I WE STRUCTURAL CLIENT ABOUT BLAME]",
                choice="nee",
                tail=True,
                spoils="NOT",
            ),
            frame(f"STRUCTURAL SITS AMISS [{CASE} BE PART IN FAULT] !NOT", choice="ja", tail=True, spoils="NOT"),
            frame("STRUCTURAL BECAUSE [THIS FAULT BE TIMES]", choice="ja", tail=True, reason=True, spoils="NOT"),
            frame("STRUCTURAL", alone=True, choice="ja"),
            frame("STRUCTURAL [THIS FAULT]", weak=True, choice="ja"),
        ),
    ),
)
