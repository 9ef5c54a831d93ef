"""What was said to the complainant, and what the complainant wants."""

from typing import Final

from klachtmail.domain.commands.frames import frame
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table.words import NO_OTHER

# ruff: noqa: E501 (a frame is read as a whole)

ROWS: Final[tuple[Row, ...]] = (
    Row(
        verb="acknowledge",
        coordinates=True,
        line="bevestig",
        does="Stuurt de ontvangstbevestiging (nog een keer).",
        meaning="send the acknowledgement (again)",
        example="bevestig",
        tier=3,
        hint="bevestig",
        of_reporter=True,
        frames=(frame("ACK [THIS GIVE-ME SEND SEND-WEAK TO-CLIENT CLIENT MAY ACK]"),),
    ),
    Row(
        verb="contact",
        line="contact [datum] [tekst] · gebeld",
        does="Er is met de klager gesproken of geschreven.",
        meaning="somebody spoke with the complainant",
        example="contact gisteren: mevrouw wil graag een andere datum",
        states="ours",
        hint="contact: ",
        value="contact",
        date="past",
        heads_text=True,
        companion=True,
        either="contact",
        redraws=True,
        frames=(
            frame(
                f"CONTACT [I WE HAVE CLIENT WITH-CLIENT TO-CLIENT BY-CLIENT FROM-CLIENT ABOUT-CLIENT DATE TIME THIS ME PART PHONE BE AMOUNT CONTACT CONTACT-ABOUT SELF IN BOTH TOLD WITH-IT BY-DATE STILL ALWAYS FROM-WORD LASTING BUT HELD FOR-ME WITH-THING AT-PLACE] {NO_OTHER} !BECOMES !MISSED !THIRD !NO-REACH !NO-REACH-STATE !WRONG-NUMBER !TRIED !TRY !TAKE !MUST !CALL !MEETING !HEARSAY",
                tail=True,
                runs=True,
                spoils="MISSED NO-REACH NO-REACH-STATE WRONG-NUMBER TRIED TRY HEARSAY GOT THIRD",
            ),
            frame(f"HAVE|GOT CLIENT ON-PHONE [I WE DATE TIME LASTING HAVE] {NO_OTHER}", tail=True),
            frame(f"HEARD CLIENT BE [DATE TIME PHONE] {NO_OTHER} !MUST", tail=True),
            frame(f"HEARD I CLIENT|THIS [HAVE DATE TIME SELF PHONE THIS CONTACT] {NO_OTHER} !NOT", tail=True),
            frame(
                f"CONTACT-ABOUT CLIENT|WITH-CLIENT|TO-CLIENT|PHONE [I WE HAVE CLIENT WITH-CLIENT TO-CLIENT DATE TIME THIS PHONE BOTH BE SELF CONTACT IN LASTING] {NO_OTHER} !NO-REACH",
                tail=True,
            ),
        ),
    ),
    Row(
        verb="no_answer",
        line="geen gehoor",
        does="Een poging: er is gebeld, maar niemand gesproken.",
        meaning="an attempt to reach the complainant",
        example="geen gehoor, voicemail ingesproken",
        states="ours",
        hint="geen gehoor",
        value="text",
        date="past",
        companion=True,
        either="contact",
        frames=(
            frame(
                "NO-REACH [SEE GIVE-ME I WE HAVE CLIENT WITH-CLIENT TO-CLIENT BY-CLIENT CONTACT CALL TIMES DATE TIME BE MAY THIS ME PART PHONE TRIED BUT TO NO-REACH NO-REACH-WEAK NO-REACH-STATE WRONG-NUMBER SELF IN BY-DATE MY LETTER LEAVE DOSSIER ALWAYS CANT FROM-CLIENT GOT STILL LASTING THIRD ROUTED] !AGREE !REJECT !MEMBER !WITH-MEMBER !TO-MEMBER !WITH-OTHER !TO-OTHER !BY-OTHER !YOU",
                tail=True,
                runs=True,
                spoils="CONTACT",
            ),
            frame(
                "NO-REACH-WEAK CONTACT|CALL|TRIED|REACH [ABOUT-CLIENT TO-CLIENT CALL I HAVE CLIENT DATE TIME TIMES BUT TO THIS PART NOT BE MY] !MEMBER !WITH-MEMBER !WITH-OTHER !TO-OTHER",
                tail=True,
                runs=True,
                spoils="CONTACT",
            ),
            frame(
                "NOT PICK-UP [I HAVE CLIENT CONTACT CALL BE MAY PART BUT DATE TIMES]",
                tail=True,
                runs=True,
                spoils="CONTACT",
            ),
            frame(
                f"NOT REACH [I HAVE CLIENT WITH-CLIENT CONTACT CALL TIMES DATE TIME BE MAY THIS ME PART TRIED BUT TO IN MY GOT STILL REACH PHONE NO-REACH NO-REACH-WEAK NO] {NO_OTHER} !MUST !YES",
                tail=True,
                spoils="CONTACT YES",
            ),
            frame(
                f"NOT CONTACT TIMES [I HAVE CLIENT BE MAY BUT DATE WITH-CLIENT TRIED CALL CONTACT] {NO_OTHER}",
                tail=True,
            ),
            frame("NOT CONTACT [I HAVE CLIENT BE MAY BUT DATE TIMES WITH-CLIENT TRIED CALL] !NOT-YET", weak=True),
            frame(
                f"TRIED CALL|CONTACT|TIMES [I HAVE TO CLIENT TIMES DATE TIME MAY BE TO-CLIENT WITH-CLIENT CALL CONTACT THIS PART PHONE TRIED NO-REACH-WEAK BUT] {NO_OTHER}",
                tail=True,
                spoils="CONTACT YES",
            ),
            frame(
                "NO-REACH-STATE CLIENT|CONTACT|CALL|TRIED [CLIENT CONTACT CALL TRIED I HAVE BE DATE TIME TIMES BUT PHONE THIS IN] !MEMBER",
                tail=True,
                spoils="I",
            ),
            frame("NOT MAY REACH CLIENT [BECOMES BE PHONE DATE CONTACT] !YES", tail=True),
            frame("NO-REACH-STATE", alone=True),
            frame("TIMES CONTACT|CALL [I HAVE CLIENT DATE TIME BE]", weak=True),
            frame("TRIED [I HAVE BE TO]", weak=True, state="called"),
            frame("NO-REACH-WEAK [CLIENT BE I]", alone=True, state="called"),
            frame("WRONG-NUMBER [CONTACT CALL NOT CLIENT MAY THIS BE HAVE I MY DATE]", weak=True, tail=True),
        ),
    ),
    Row(
        verb="remedy",
        line="wens: tekst",
        does="Wat de klager graag wil.",
        meaning="the remedy that the complainant asks for",
        example="wens: het cursusgeld terug",
        hint="wens: ",
        value="text",
        companion=True,
        frames=(frame("CLIENT WANT REMEDY", text="WANT"), frame("CLIENT WANT AMOUNT BACK", text="WANT")),
    ),
)
