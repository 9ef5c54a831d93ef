"""What is written and told to the complainant."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table.words import CASE, NO_OTHER

# ruff: noqa: E501 (a frame is read as a whole)

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="answer",
        line="antwoord: tekst · antwoord aan allen: tekst",
        does="Een concept van een bericht aan de klager, of aan wie de mail schreef waarop je antwoordt. Je ziet het eerst zelf.",
        meaning="draft of a message to the complainant",
        example="antwoord: Kunt u ons zeggen op welke dag de cursus was?",
        hint="antwoord: ",
        value="letter",
        frames=(frame("CALL|SEND-WEAK|TELL CLIENT|TO-CLIENT", weak=True, text="dat"),),
    ),
    Row(
        verb="outcome",
        line="uitkomst: tekst · uitkomst aan allen: tekst",
        does="Wat jullie vonden, voor de brief met de uitkomst. Je ziet de brief eerst zelf.",
        meaning="draft of the outcome letter: what was found",
        example="uitkomst: De zaal was dubbel geboekt.",
        hint="uitkomst: ",
        value="letter",
    ),
    Row(
        verb="proposal",
        line="voorstel: tekst",
        does="Wat jullie de klager voorstellen, voor dezelfde brief.",
        meaning="draft of the outcome letter: what is proposed",
        example="voorstel: U kunt de cursus gratis opnieuw volgen.",
        hint="voorstel: ",
        value="letter",
    ),
    Row(
        verb="send",
        line="verstuur",
        does="Stuurt de klager het concept dat je zag.",
        meaning="send the draft that this mail shows",
        example="verstuur",
        tier=3,
        hint="verstuur",
        state="draft",
        frames=(
            frame(
                "SEND [THIS PRAISE ZO TO-CLIENT MAY LETTER CLIENT BE PART YES AGREE-WORD SEND SEND-WEAK U YOU TO] !MEMBER !TO-MEMBER !ME !FOR-ME"
            ),
            frame(
                "SEND-WEAK [THIS PRAISE ZO TO-CLIENT MAY LETTER CLIENT BE PART YES AGREE-WORD SEND-WEAK GIVE-ME GIVE LEAVE U YOU TO] !MEMBER !TO-MEMBER !ME !FOR-ME !SEND",
                state="shown",
            ),
            frame(
                "SEND-WEAK [THIS ZO MAY LETTER TO-CLIENT CLIENT GIVE-ME PART BE GIVE LEAVE] !MEMBER !TO-MEMBER !ME !FOR-ME",
                state="not shown",
                weak=True,
            ),
            frame("MAY-GO TO-CLIENT [THIS ZO LETTER PRAISE YES AGREE-WORD] !MEMBER !NOT", state="shown"),
            frame("READ LETTER|THIS [I WE HAVE BE TIMES DATE LETTER THIS PRAISE]", state="shown", weak=True),
            frame(
                "PRAISE [THIS ZO LETTER BE JUDGE PRAISE YES I WE HAVE READ TIMES AGREE-WORD WITH-IT FOR-ME MAY] !MEMBER",
                state="shown",
                weak=True,
            ),
        ),
    ),
    Row(
        verb="told",
        impartial=True,
        line="uitkomst gemeld [datum] [tekst]",
        does="De klager hoorde de uitkomst per telefoon of in een gesprek.",
        meaning="told by phone or in person instead of a letter",
        example="uitkomst gemeld gisteren: mevrouw was er blij mee",
        tier=2,
        states="ours",
        hint="uitkomst gemeld",
        value="text",
        date="past",
        frames=(
            frame("OUTCOME-NOUN TOLD TO-ALL [I WE HAVE DATE PHONE BE THIS SELF]", choice="allen"),
            frame(
                f"OUTCOME-NOUN TOLD [CLIENT TO-CLIENT WITH-CLIENT I WE HAVE DATE PHONE BE THIS SELF IN] {NO_OTHER} !MEETING !AGENDA-IN",
                tail=True,
            ),
        ),
    ),
    Row(
        verb="told_later",
        line="uitstel gemeld 21 december [tekst]",
        does="De klager hoorde de nieuwe datum per telefoon of in een gesprek.",
        meaning="the later day was told by phone or in person instead of a letter",
        example="uitstel gemeld 21 december: mevrouw vindt het goed",
        states="ours",
        hint="uitstel gemeld ",
        value="text",
        date="future",
        frames=(
            frame("POSTPONE TOLD TO-ALL DATE [I WE HAVE UNTIL TO PHONE BE THIS SELF BY-DATE]", choice="allen"),
            frame(
                f"POSTPONE TOLD DATE [UNTIL TO CLIENT TO-CLIENT WITH-CLIENT I WE HAVE PHONE BE THIS SELF IN BY-DATE] {NO_OTHER} !NOT",
                tail=True,
            ),
            frame(f"POSTPONE TOLD [TO-CLIENT WITH-CLIENT CLIENT I WE HAVE PHONE BE THIS] {NO_OTHER}", weak=True),
        ),
    ),
    Row(
        verb="postpone",
        line="uitstel 1 december: reden",
        does="Een concept van een brief met een nieuwe uiterste datum.",
        meaning="draft of a letter about a new due date",
        example="uitstel 1 december: de trainer is nog met vakantie",
        hint="uitstel ",
        value="postpone",
        date="future",
        frames=(
            frame(
                f"POSTPONE DATE [UNTIL TO GIVE WE I MAY WANT {CASE} IN FOR-ME ME CLIENT BY-DATE PART MUST TERM FROM-WORD HAVE BE]",
                tail=True,
                reason=True,
            ),
            frame(
                f"POSTPONE SPAN [UNTIL TO GIVE WE I MAY WANT {CASE} IN ME CLIENT MUST TERM CHANGE SEE HAVE BE]",
                tail=True,
                reason=True,
            ),
            frame("POSTPONE [I WE WANT MAY GIVE TO THIS HAVE UNTIL VAGUE-DATE TERM PART BE]", weak=True),
        ),
    ),
)
