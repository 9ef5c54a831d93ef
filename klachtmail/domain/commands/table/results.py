"""How it ends: what the complainant or a third party says of the outcome."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table.words import CASE

# ruff: noqa: E501 (a frame is read as a whole)

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="accepted",
        line="akkoord",
        does="De klager gaat akkoord met de uitkomst.",
        meaning="the complainant accepts",
        example="klant akkoord",
        states="client",
        hint="klant akkoord",
        either="verdict",
        state="answered",
        heads_text=True,
        companion=True,
        frames=(
            frame(
                "AGREE CLIENT [WITH-IT BE MAY PHONE YES HAVE DATE THIS PART OUTCOME-NOUN TO IN CLIENT AGREE WE ZO GOT SAYS ME] !MEMBER !I !YOU !NOT !REJECT !APPEAL !WAS",
                tail=True,
                spoils="REJECT NOT IF APPEAL MUST HEDGE NOT-YET OR RETRACT",
            ),
            frame("PRAISE CLIENT JUDGE WITH-IT|OUTCOME-NOUN [BE HAVE DATE YES] !MEMBER !I !NOT !REJECT", tail=True),
            frame(
                "AGREE WITH-IT HAS-3 [BE PHONE DATE PART IN] !MEMBER !I !WE !NOT !REJECT", weak=True, state="not shown"
            ),
            frame(
                "AGREE-WORD [WITH-IT BE MAY PHONE YES HAVE DATE FROM-CLIENT BY-CLIENT TO-CLIENT GOT] !MEMBER !FROM-MEMBER !I !NOT !REJECT",
                state="not shown",
            ),
            frame(
                "AGREE-WORD [WITH-IT BE MAY YES FROM-CLIENT] !MEMBER !FROM-MEMBER !I !NOT !REJECT",
                state="shown",
                weak=True,
            ),
        ),
    ),
    Row(
        verb="declined",
        line="niet akkoord",
        does="De klager gaat niet akkoord.",
        meaning="the complainant does not accept",
        example="klant niet akkoord",
        states="client",
        hint="klant niet akkoord",
        value="text",
        either="verdict",
        state="answered",
        heads_text=True,
        frames=(
            frame(
                "REJECT CLIENT [WITH-IT BE MAY PHONE HAVE DATE THIS PART OUTCOME-NOUN IN CLIENT REJECT NOT SAYS TO TOO-LITTLE JUDGE AMOUNT GOES ME] !MEMBER !I !YOU !AGREE",
                tail=True,
                spoils="AGREE",
            ),
            frame(
                "NIET AGREE CLIENT [WITH-IT BE MAY PHONE HAVE DATE THIS PART OUTCOME-NOUN IN CLIENT SAYS TO TOO-LITTLE JUDGE AMOUNT GOES ME] !MEMBER !I !YOU !REJECT",
                tail=True,
                spoils="AGREE",
            ),
            frame(
                "REJECT-WORD [WITH-IT BE MAY PHONE HAVE DATE REJECT NOT] !MEMBER !I",
                tail=True,
                spoils="AGREE",
                state="not shown",
            ),
            frame(
                "REJECT WITH-IT [HAVE BE PHONE DATE PART IN REJECT] !MEMBER !I !WE !YOU !AGREE",
                tail=True,
                spoils="AGREE",
                state="not shown",
            ),
            frame("TOO-LITTLE CLIENT [JUDGE WANT REMEDY WITH-IT THIS AMOUNT BE] !MEMBER !I !NOT", weak=True),
            frame("REJECT-WORD [WITH-IT BE MAY] !MEMBER !I", state="shown", weak=True),
        ),
    ),
    Row(
        verb="appeal",
        line="beroep [datum]",
        does="De klager gaat naar de onafhankelijke derde.",
        meaning="the complainant went to the independent third party",
        example="beroep gisteren",
        states="client",
        hint="beroep",
        date="past",
        heads_text=True,
        frames=(
            frame(
                f"APPEAL CLIENT [GOES DATE BE HAVE IN TO MAY APPEAL THIS PART {CASE} PHONE UNTIL] !WANT !MEMBER !I",
                tail=True,
            ),
            frame(
                f"APPEAL GOES|MAY [UNTIL DATE BE HAVE IN TO APPEAL THIS PART {CASE} GOES MAY] !WANT !MEMBER !I",
                tail=True,
            ),
            frame("APPEAL-WORD [DATE]"),
            frame("APPEAL CLIENT WANT [GOES IN TO APPEAL THIS]", weak=True),
        ),
    ),
    Row(
        verb="ruling",
        line="uitspraak: tekst",
        does="De uitspraak van de onafhankelijke derde.",
        meaning="the ruling of the independent third party",
        example="uitspraak: de klacht is ongegrond",
        hint="uitspraak: ",
        value="text",
        state="appealed",
    ),
    Row(
        verb="withdrawn",
        impartial=True,
        line="ingetrokken: reden",
        does="De klager trekt de klacht in.",
        meaning="the complainant withdraws",
        example="ingetrokken: het bleek een misverstand",
        tier=2,
        states="client",
        hint="ingetrokken: ",
        value="text",
        state="open",
        frames=(
            frame(
                "CLIENT WITHDRAW [COMPLAINT-NOUN HAVE BE THIS DATE PHONE PART MY CLIENT IN] !MEMBER !I !WANT",
                named=True,
                tail=True,
            ),
            frame(
                "WITHDRAW COMPLAINT-NOUN [HAVE BE THIS DATE PHONE BY-CLIENT PART] !MEMBER !I !WANT",
                named=True,
                tail=True,
            ),
            frame("WITHDRAW [BE BY-CLIENT]", tail=True),
            frame("WITHDRAW-WEAK [CLIENT COMPLAINT-NOUN HAVE BE THIS DATE MAY WANT IN]", weak=True, tail=True),
        ),
    ),
    Row(
        verb="no_complaint",
        impartial=True,
        line="geen klacht: vraag/compliment/anders, reden",
        does="Het was geen klacht. Je krijgt een korte brief als concept.",
        meaning="it was no complaint",
        who="partner",
        example="geen klacht: vraag, over de factuur",
        tier=2,
        hint="geen klacht: ",
        value="kind",
        either="complaint",
        state="open",
        frames=(
            frame("NO-COMPLAINT QUESTION-KIND [THIS BE BUT YES KIND-OTHER]", choice="vraag", tail=True),
            frame("NO-COMPLAINT COMPLIMENT [THIS BE BUT YES]", choice="compliment", tail=True),
            frame("NO-COMPLAINT KIND-OTHER [THIS BE BUT YES]", choice="anders", named=True, tail=True),
            frame("BE QUESTION-KIND [THIS]", choice="vraag", tail=True, strict=True),
            frame("BE COMPLIMENT [THIS]", choice="compliment", tail=True, strict=True),
            frame("SPAM [THIS BE NO-COMPLAINT BUT YES]", choice="anders", named=True),
            frame("SPAM NO-COMPLAINT [THIS BE NOT BUT YES]", choice="anders", named=True),
            frame("NO-COMPLAINT [THIS BE]", tail=True),
        ),
    ),
    Row(
        verb="complaint",
        coordinates=True,
        line="klacht",
        does="Het is toch een klacht.",
        meaning="it is a complaint after all",
        who="partner",
        example="klacht",
        hint="klacht",
        either="complaint",
        state="dismissed",
        heads_text=True,
        on_remark=True,
        of_reporter=True,
        frames=(
            frame("COMPLAINT [ASIDE]"),
            frame(
                "COMPLAINT [THIS BE YES MAKE IN FROM-OTHER PART JUDGE COMPLAINT RETRACT RETHINK LETTER MUST MAY GIVE BACK TO] !NOT !OOPS"
            ),
        ),
    ),
)
