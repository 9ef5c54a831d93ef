"""Who handles it, and whether the partners discuss it."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table.words import CASE

# ruff: noqa: E501 (a frame is read as a whole)

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="take",
        line="ik · ik pak het op · ik neem deze",
        does="Jij behandelt de klacht.",
        meaning="the sender becomes the handler",
        who="partner",
        example="ik pak het op",
        hint="ik pak het op",
        either="handler",
        tail="note",
        heads_text=True,
        redraws=True,
        frames=(
            frame("I !READ", alone=True),
            frame(
                f"I TAKE|TAKE-3 [{CASE} I TAKE PICK PART ME JOB MAY HAVE DATE VAGUE-DATE TIME FROM-MEMBER FROM-CLIENT FOR-ME TO OVER BOTH BE SELF BY-DATE IN FROM-WORD MAKE AFTER-TALK HENCEFORTH IF-NOBODY PROPOSES RETHINK] !WOULD !MEMBER !YOU !TO-MEMBER !CONTACT !CALL !WITH-CLIENT !RELEASE !CANT",
                tail=True,
            ),
            frame(f"I BUSY [{CASE} ME MAY HAVE BE PART DATE TAKE SELF IN BOTH] !MEMBER !YOU !CONTACT", tail=True),
            frame(
                f"MAY|BE BUSY [{CASE} PART DATE TAKE SELF BOTH] !MEMBER !YOU !CONTACT !CLIENT", tail=True, strict=True
            ),
            frame(
                f"FOR-ME [{CASE} I MY TAKE GIVE MAY JOB PART LEAVE BE BOTH OVER DATE TO RELEASE SELF AFTER-TALK LIES HENCEFORTH HAVE GIVE-3 IF-NOBODY PROPOSES] !WOULD !MEMBER !YOU !CONTACT !CALL !SEND !SEND-WEAK !GIVE-ME",
                tail=True,
            ),
            frame(
                f"ME GIVE|JOB [{CASE} GIVE JOB MAY PART BE TAKE-3 LEAVE BOTH BY-DATE] !MEMBER !YOU !SEND-WEAK",
                tail=True,
            ),
            frame(f"LEAVE ME TAKE|PICK [{CASE} TAKE PART MAY GIVE PICK BOTH] !MEMBER !YOU", strict=True),
            frame(
                f"WRITER TAKE TAKE-3 [{CASE} I PART MAY DATE SELF BOTH OVER FROM-MEMBER MAKE] !MEMBER !YOU !CLIENT !CONTACT !CALL",
                tail=True,
            ),
            frame(f"I BE JOB [{CASE} MAY FROM-CLIENT FROM-WORD SELF BOTH IN] !MEMBER !YOU !WOULD", tail=True),
            frame("I HAVE THIS|BOTH [BOTH] !READ !WOULD", strict=True),
            frame("GOT-IT [THIS]", strict=True),
            frame("I GOT-IT [THIS]"),
            frame(
                f"SHOULDER THIS|PART|BOTH [{CASE} PART I MAY ME DATE VAGUE-DATE OVER FROM-MEMBER TO BOTH SELF BY-DATE] !MEMBER !YOU !CONTACT",
                tail=True,
                strict=True,
            ),
            frame(
                f"PICK [{CASE} MAY PART TO DATE SELF BOTH FROM-MEMBER BE] !MEMBER !YOU !CONTACT", strict=True, tail=True
            ),
            frame(f"WE TAKE [{CASE} PART MAY HAVE DATE TO] !MEMBER !YOU !CONTACT", weak=True),
            frame("THIS I MAY [PART TAKE]", weak=True),
        ),
    ),
    Row(
        verb="assign",
        coordinates=True,
        line="@jan · toewijzen jan · voor jan",
        does="Jan behandelt de klacht.",
        meaning="another member becomes the handler",
        who="partner",
        example="@jan",
        hint="@",
        value="member",
        either="handler",
        tail="note",
        runs_on=False,
        redraws=True,
        frames=(
            frame("AT-MEMBER !INFO !READ", alone=True),
            frame("MEMBER !AT-MEMBER !INFO !READ", alone=True, state="whole"),
            frame(
                f"AT-MEMBER PLEASE|THIS|FOR-YOU|TAKE|PART|PICK|JOB|GIVE [{CASE} FOR-YOU TAKE MAY PART JOB GIVE BE OVER PICK BOTH DATE VAGUE-DATE BY-DATE] !I !ME !FOR-ME !CONTACT !ABOUT !YOU",
                tail=True,
            ),
            frame(
                f"MEMBER TAKE-3|JOB|BUSY|GIVE-3 [{CASE} PART MAY BE GIVE FOR-YOU OVER DATE BOTH FROM-MEMBER TAKE BUSY VAGUE-DATE JOB SELF PROPOSES ASKED] !I !ME !FOR-ME !CONTACT !CALL !YOU !SEND !HEARSAY",
                tail=True,
            ),
            frame(
                f"MEMBER YOU|FOR-YOU|PLEASE TAKE|TAKE-3|PICK|BUSY|SHOULDER|JOB [FROM-WORD {CASE} PART MAY BE FOR-YOU YOU OVER DATE BOTH TO MUST VAGUE-DATE BY-DATE SELF] !ME !FOR-ME !CONTACT !CALL",
                asks=True,
                tail=True,
            ),
            frame(
                f"MEMBER MAY|MUST TAKE|PICK|BUSY [{CASE} PART FOR-YOU OVER DATE BOTH TO VAGUE-DATE BY-DATE SELF MAY MUST PROPOSES] !I !ME !FOR-ME !CONTACT !CALL !YOU",
                tail=True,
            ),
            frame(
                f"MEMBER|TO-MEMBER INSTEAD [{CASE} TAKE TAKE-3 GIVE JOB PART MAY BE BOTH] !CONTACT !CALL !SEND",
                tail=True,
            ),
            frame(
                f"BESIDE-MEMBER GIVE|LIES|LEAVE [{CASE} PART MAY BE JOB THEIR-NAME OVER BOTH TAKE GIVE LIES LEAVE HENCEFORTH] !I !ME !CONTACT !CALL !YOU !SEND !MEETING !DISCUSS !FAULT",
                tail=True,
            ),
            frame(
                f"BY-MEMBER TAKE|PICK|JOB|LEAVE [{CASE} PART MAY BE JOB TAKE PICK LEAVE TO BOTH DATE BY-DATE] !I !ME !HAVE !WAS !CONTACT !CALL !MEASURE !DONE !YOU",
                tail=True,
            ),
            frame(f"MEMBER FOR-YOU [{CASE} MAY BE GIVE PART BOTH] !I !CONTACT", tail=True),
            frame(f"MEMBER YOU [{CASE} MAY PART BOTH]", asks=True),
            frame(
                f"MEMBER GIVE|JOB [{CASE} PART MAY BE JOB LEAVE TAKE PICK FOR-ME OVER BOTH IN AFTER-TALK HAVE THEIR-NAME BY-DATE FROM-WORD] !I !ME !CONTACT !CALL !YOU !SEND !AGENDA-ON !ABOUT",
                tail=True,
            ),
            frame(
                f"TO-MEMBER [{CASE} GIVE GIVE-3 MAY BE PART TAKE LEAVE JOB OVER BOTH RELEASE SELF AFTER-TALK LIES TO PLEASE THEIR-NAME HENCEFORTH AS-NAME PROPOSES] !I !ME !CONTACT !CALL !YOU !SEND !SEND-WEAK !INFO !MERGE !TOLD",
                tail=True,
                spoils="YOU WITH-YOU TO-YOU",
                state="not shown",
            ),
            frame(
                f"TO-MEMBER ASSIGN-WORD|JOB|TAKE|PICK [{CASE} GIVE GIVE-3 MAY BE PART TAKE LEAVE JOB OVER BOTH RELEASE SELF] !I !ME !CONTACT !CALL !YOU !SEND !SEND-WEAK !INFO !MERGE !TOLD",
                tail=True,
                state="shown",
            ),
            frame(f"TO-MEMBER GIVE [{CASE} PART]", weak=True, state="shown"),
            frame(f"WITH-MEMBER TAKE-3 [{CASE} CLIENT AGREED PART I HAVE] !TOGETHER", tail=True),
            frame(
                f"I|WE|HAVE-1 ASKED MEMBER|TO-MEMBER TAKE|PICK|JOB [{CASE} I WE HAVE-1 TO PART BOTH DATE OVER] !ME !CONTACT !CALL !YOU",
                tail=True,
            ),
            frame(f"TO-MEMBER ASKED TAKE|PICK|JOB [{CASE} TO PART BOTH DATE OVER] !ME !CONTACT !CALL !YOU", tail=True),
            frame(f"WITH-MEMBER GIVE [{CASE} BE]", weak=True),
            frame("ASSIGN-WORD TO-OTHER", strict=True),
            frame(f"TO-MEMBER GIVE YOU [{CASE} PART MAY TO OVER BOTH] !I", asks=True),
            frame(f"MEMBER GIVE YOU [{CASE} PART MAY TO OVER BOTH JOB] !I", asks=True),
            frame(f"TO-MEMBER I GIVE [{CASE} PART MAY TO OVER BOTH JOB HAVE AFTER-TALK GIVE PROPOSES]", tail=True),
            frame(f"MEMBER PART THIS|PART [{CASE}]"),
            frame(
                f"MEMBER SAYS TAKE|PICK GIVE PART|THEIR-NAME [{CASE} I HAVE SAYS CLIENT TAKE PICK MAY WANT GIVE PART BOTH THEIR-NAME CHATTED] !ME !FOR-ME !CONTACT !CALL !YOU",
                strict=True,
            ),
            frame(
                f"MEMBER CONTACT SAYS TAKE|PICK GIVE PART|THEIR-NAME [{CASE} I HAVE SAYS CLIENT TAKE PICK MAY WANT GIVE PART BOTH THEIR-NAME CHATTED] !ME !FOR-ME !CALL !YOU",
                strict=True,
            ),
            frame(f"MEMBER OFFERS TAKE|PICK|JOB [{CASE} TO PART BOTH] !I !ME !CONTACT !CALL", tail=True),
            frame(
                f"MEMBER LEAVE [{CASE} PART MAY TAKE PICK JOB FOR-ME OVER BOTH GIVE TAKE-3] !I !ME !CONTACT !CALL !YOU !SEND !ABOUT",
                tail=True,
                strict=True,
            ),
            frame(f"BESIDE-MEMBER GIVE I [{CASE} MAY WOULD MUST PART TO RELEASE HAVE]", weak=True),
            frame(f"MEMBER HEDGE TAKE|PICK|JOB [{CASE} I MUST MAY PART TO BE]", weak=True),
            frame(f"TO-MEMBER HEDGE [{CASE} FAULT BE ME]", weak=True),
            frame(f"MEMBER|TO-MEMBER HEDGE [{CASE} FAULT BE TAKE TAKE-3 MAY PART ME MUST] !I !CONTACT", weak=True),
        ),
    ),
    Row(
        verb="give_back",
        coordinates=True,
        line="geef terug",
        does="De klacht heeft weer geen behandelaar; de partners horen het.",
        meaning="no handler again",
        example="geef terug: ik ben vanaf morgen op vakantie",
        hint="geef terug",
        value="text",
        either="handler",
        state="handled",
        frames=(
            frame(
                f"RELEASE [{CASE} I MAY PART ME MUST CANT SPARE BE HAVE NOT GIVE SELF TAKE FROM-WORD JOB TO RETHINK] !MEMBER !TO-MEMBER",
                tail=True,
                spoils="NOT-YET",
            ),
            frame(f"GIVE BACK [{CASE} I MAY ME MUST PART TO-OTHER TO SELF] !MEMBER !TO-MEMBER !CLIENT", tail=True),
            frame(
                f"CANT [{CASE} I ME PART NOT MAY TAKE HAVE MUST RELEASE SPARE PICK BE DATE VAGUE-DATE CANT-WEAK] !MEMBER !CONTACT !CALL",
                tail=True,
                spoils="YES",
            ),
            frame(
                f"I GIVE JOB PART [{CASE} MAY] !MEMBER !TO-MEMBER !WITH-MEMBER !BY-MEMBER !TO-OTHER !YOU !FOR-ME",
                tail=True,
            ),
            frame(f"CANT-WEAK [{CASE} I ME HAVE BE DATE VAGUE-DATE NOT]", weak=True),
            frame(
                f"NOT TAKE I MAY [{CASE} PART TO SELF PICK] !MEMBER !CONTACT !CALL !NOT-YET",
                tail=True,
                spoils="YES NOT-YET",
            ),
        ),
    ),
    Row(
        verb="serious",
        coordinates=True,
        line="ingrijpend",
        does="De klacht komt bovenaan de agenda van het partneroverleg.",
        meaning="on the agenda of the partner meeting",
        who="member",
        example="ingrijpend",
        hint="ingrijpend",
        value="serious",
        either="agenda",
        tail="note",
        frames=(
            frame(
                f"SERIOUS [RETHINK TO {CASE} PART BE JUDGE YES I WE AGENDA-ON AGENDA-IN GIVE MEETING DISCUSS MAY CLIENT PART DATE ALWAYS SERIOUS-WEAK FAULT]",
                tail=True,
                spoils="AT-MEMBER MEMBER TO-MEMBER",
            ),
            frame(
                f"AGENDA-ON|AGENDA-IN GIVE|MAY|DISCUSS|MUST|LIES [{CASE} DATE VAGUE-DATE MEETING I WE SERIOUS SERIOUS-WEAK BE JUDGE PART MUST MAY GIVE DISCUSS IN FOR-ME TAKE TO AGENDA-ON AGENDA-IN LIES] !MEMBER !NOT",
                tail=True,
            ),
            frame(f"AGENDA-ON [{CASE} MEETING SERIOUS DATE AGENDA-ON VAGUE-DATE]", strict=True),
            frame(
                f"SERIOUS-WEAK AGENDA-ON|AGENDA-IN [{CASE} BE JUDGE I GIVE MAY DISCUSS MUST DATE MEETING]", tail=True
            ),
            frame(f"SERIOUS-WEAK DISCUSS [{CASE} WE DATE MEETING VAGUE-DATE I BE PART MAY MUST JUDGE TO AGENDA-IN]"),
            frame(f"DISCUSS MUST|MAY [{CASE} WE DATE MEETING VAGUE-DATE I BE PART]", weak=True),
            frame(f"SERIOUS-WEAK [{CASE} BE JUDGE I]", weak=True),
        ),
    ),
    Row(
        verb="not_serious",
        line="niet ingrijpend",
        does="De klacht gaat weer van de agenda af.",
        meaning="off the agenda again",
        who="member",
        example="niet ingrijpend",
        hint="niet ingrijpend",
        either="agenda",
        frames=(
            frame(f"NIET SERIOUS [{CASE} BE JUDGE I WE]", tail=True),
            frame(f"OFF [{CASE} GIVE MAY PART LEAVE NOT MUST AGENDA FROM-WORD]"),
            frame(f"NOT AGENDA-ON [{CASE} GIVE MAY]", weak=True),
        ),
    ),
    Row(
        verb="discussed",
        line="besproken: besluit",
        does="Legt vast wat het partneroverleg besloot.",
        meaning="the partners discussed it, and decided this",
        who="partner",
        example="besproken: we bieden een nieuwe cursusdag aan",
        states="ours",
        hint="besproken: ",
        value="text",
        frames=(frame("CONTACT-ABOUT MEETING|AGENDA-ON|AGENDA-IN|WITH-MEMBER [THIS IN HAVE WE I DATE BE]", weak=True),),
    ),
)
