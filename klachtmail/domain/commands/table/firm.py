"""The members and their meeting."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="absent",
        line="afwezig t/m 16 augustus, @els neemt waar · weer terug",
        does="Tot en met die dag gaan jouw herinneringen naar Els.",
        meaning="reminders go to a substitute until then",
        who="member",
        example="afwezig t/m 16 augustus, @els neemt waar",
        hint="afwezig t/m ",
        date="own",
        frames=(
            frame(
                "ABSENT-WORD DATE UNTIL [I BE FROM-WORD DATE MEMBER STANDS-IN BY-MEMBER ABSENT IN] !CLIENT !CONTACT !MEETING"
            ),
            frame(
                "ABSENT DATE I|MEMBER [I BE DATE MEMBER STANDS-IN BY-MEMBER ABSENT UNTIL FROM-WORD BY-DATE PART] !CLIENT !CONTACT !MEETING"
            ),
            frame("ABSENT DATE [DATE MEMBER STANDS-IN UNTIL PART BY-DATE] !CLIENT !CONTACT !MEETING", weak=True),
            frame("ABSENT I BE [SPARE]", weak=True),
            frame("BACK-AGAIN [I BE]", choice="terug"),
            frame("BACK", alone=True, weak=True),
        ),
    ),
    Row(
        verb="meeting",
        line="overleg 12 oktober 9:00",
        does="Het volgende partneroverleg is op die dag en tijd.",
        meaning="when the next partner meeting is",
        who="partner",
        example="overleg maandag 9:00",
        hint="overleg ",
        value="meeting",
        date="future",
        runs_on=False,
        frames=(
            frame("MEETING DATE [TIME MOVED BE TO PART IN TO-OTHER BY-DATE UNTIL] !WITH-MEMBER !HELD !NOT !CANCELLED"),
            frame("MEETING MOVED [BE TO]", weak=True),
        ),
    ),
    Row(
        verb="meeting_off",
        line="overleg vervalt",
        does="Het volgende overleg gaat niet door.",
        meaning="the next meeting is cancelled",
        who="partner",
        example="overleg vervalt",
        hint="overleg vervalt",
        date="future",
        frames=(
            frame("MEETING CANCELLED [DATE BE NOT FROM-WORD]"),
            frame("MEETING NOT DATE [BY-DATE]"),
            frame("CANCELLED DATE [BY-DATE]", weak=True),
        ),
    ),
    Row(
        verb="meeting_held",
        line="overleg gehouden",
        does="Het overleg is geweest.",
        meaning="the meeting took place",
        who="partner",
        example="overleg gehouden",
        states="ours",
        hint="overleg gehouden",
        date="past",
        frames=(frame("MEETING HELD [DATE BE HAVE WE] !WITH-MEMBER !WITH-CLIENT !CLIENT !I"),),
    ),
)
