"""Who complains, for whom, and about whom."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table.words import CASE

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="complainant",
        line="klager: naam <adres>, tel …, straat, plaats",
        does="Wie er klaagt. Zonder mailadres krijg jij de brieven om te printen.",
        meaning="who really complained",
        example="klager: Fatma Yilmaz <fatma@example.nl>, tel 06-12345678",
        hint="klager: ",
        value="person",
        either="complainant",
        on_remark=True,
        redraws=True,
        of_reporter=True,
    ),
    Row(
        verb="posted",
        line="gepost [datum]",
        does="De geprinte brief is op de post gedaan.",
        meaning="the printed letter was sent",
        example="gepost",
        states="ours",
        hint="gepost",
        date="past",
        frames=(
            frame("POSTED [DATE LETTER BE HAVE I THIS TO-CLIENT TO PART]", state="not shown"),
            frame("POSTED [DATE LETTER BE HAVE I THIS TO-CLIENT TO PART]", state="shown", weak=True),
        ),
    ),
    Row(
        verb="anew",
        line="nieuw",
        does="Het bericht in deze mail wordt een nieuwe klacht: nummer, ontvangstbevestiging, twee weken.",
        meaning="the message that this mail shows becomes a complaint of its own",
        example="nieuw",
        tier=2,
        hint="nieuw",
        frames=(frame(f"NEW-COMPLAINT [ASIDE BE MAKE {CASE}]"),),
    ),
    Row(
        verb="representative",
        line="gemachtigde: naam <adres>",
        does="Wie namens de klager optreedt: een advocaat, ouder, werkgever of bond. Brieven gaan voortaan naar hem.",
        meaning="letters go to him from now on; his mail and the complainant's are both the known thread",
        example="gemachtigde: mr. A. Recht <recht@kantoor.example>",
        hint="gemachtigde: ",
        value="person",
        redraws=True,
    ),
    Row(
        verb="not_about",
        line="betreft niet @jan",
        does="Jan wordt genoemd, maar de klacht gaat niet over hem. Dat zegt een andere partner.",
        meaning="it names this member and is not about him",
        who="partner",
        example="betreft niet @jan",
        hint="betreft niet @",
        frames=(frame(f"ABOUT NOT MEMBER [{CASE} BE]"), frame(f"ABOUT-MEMBER NOT [{CASE} BE]")),
    ),
    Row(
        verb="hear",
        line="vraag @jan: tekst",
        does="Jan krijgt je vraag over een klacht die over hem gaat. Zijn antwoord komt als wederhoor in het dossier.",
        meaning="asks a member his side; the answer is filed as hearing",
        example="vraag @jan: Hoe verliep die middag volgens jou?",
        hint="vraag @",
        value="hearing",
    ),
    Row(
        verb="statutory",
        line="avg: inzage · avg: datalek · avg: gereed",
        does="Naast de klacht loopt een AVG-termijn: een maand voor inzage, 72 uur voor een datalek.",
        meaning="a second clock: a request for access or a data leak",
        example="avg: datalek",
        hint="avg: ",
        value="statutory",
        runs_on=False,
    ),
    Row(
        verb="about",
        line="betreft @jan",
        does="De klacht gaat over Jan: hij krijgt er geen mail meer over.",
        meaning="it is about this member, who is kept out of it",
        who="partner",
        example="betreft @jan",
        hint="betreft @",
        value="member",
        runs_on=False,
        on_remark=True,
        frames=(
            frame(f"ABOUT MEMBER [{CASE} BE] !I"),
            frame(f"ABOUT-MEMBER THIS|COMPLAINT-NOUN|COMPLAINT [{CASE} BE MAY] !I"),
            frame(f"ABOUT ME [{CASE} BE]", weak=True),
            frame(f"ABOUT [{CASE} BE]", weak=True),
        ),
    ),
)
