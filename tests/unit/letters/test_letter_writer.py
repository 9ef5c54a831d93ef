import base64
import datetime as dt
import html
import re
import shutil
from collections import Counter
from dataclasses import fields, replace
from email.utils import getaddresses
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtmail.domain.agenda.letters import Digest, Morning
from klachtmail.domain.incoming import tokens
from klachtmail.domain.outgoing.letters import Acknowledgement, Message, Transcript, TranscriptLine
from klachtmail.domain.records.events import Event
from klachtmail.domain.records.letter import LETTERS, Button
from klachtmail.domain.records.model import Party
from klachtmail.letters import labels, samples
from klachtmail.letters.preview import preview_page
from klachtmail.letters.templates import shipped_folder
from klachtmail.letters.writer import LetterError, TemplateError, Writer

TODAY = dt.date(2026, 11, 23)
CLIENT = ("acknowledgement", "message", "outcome", "postponement", "no_complaint", "apology", "closed")
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_every_letter_of_every_language_is_whole_for_every_firm(firm, keys, compiled) -> None:
    for one in (firm, *samples.other_firms(firm)):
        assert Writer(one, keys, None, compiled).prove() == []


@pytest.fixture
def tried(monkeypatch) -> list[tuple[str, str]]:
    """Collect the letters that are rendered: kind and language."""
    seen, known = [], Writer._rendered

    def rendered(self, request, *arguments):
        seen.append((request.kind, request.language))
        return known(self, request, *arguments)

    monkeypatch.setattr(Writer, "_rendered", rendered)
    return seen


def test_check_tries_our_templates_once_for_a_client_and_a_member_in_each_language(
    firm, keys, compiled, tmp_path, tried
) -> None:
    for own_templates in (None, tmp_path):
        tried.clear()
        assert Writer(firm, keys, own_templates, compiled).check(["acknowledgement", "routing", "postponement"]) == []
        client = len(list(LETTERS["acknowledgement"].examples()))
        member = len(list(LETTERS["routing"].examples()))
        assert Counter(tried) == {
            **{("acknowledgement", language): client for language in ("nl", "de", "en", "fr")},
            ("routing", "nl"): member,
        }


@pytest.mark.parametrize(
    ("name", "proven"),
    [
        ("nl/postponement.md", {("postponement", "nl")}),
        ("fr/postponement.md", {("postponement", "fr")}),
        ("it/postponement.md", {("postponement", "it")}),
        ("nl/closing_handler.md", {("postponement", "nl")}),
        ("nl/digest.md", {("digest", "nl"), ("agenda", "nl")}),
        ("letter.css", {(kind, language) for kind in CLIENT for language in ("nl", "de", "en", "fr")}),
    ],
)
def test_check_proves_the_letters_that_are_made_of_a_file_of_the_firms_own_for_other_firms_too(
    firm, keys, compiled, tmp_path, tried, name, proven
) -> None:
    shipped = shipped_folder() / name
    source = shipped if shipped.is_file() else shipped_folder() / "nl" / Path(name).name
    own(tmp_path, name, source.read_text(encoding="utf-8"))
    kinds = CLIENT if name.endswith(".css") else ("postponement", "digest", "agenda")
    assert Writer(firm, keys, tmp_path, compiled).check(kinds) == []
    firms = 1 + len(list(samples.other_firms(firm)))
    whole = {
        (kind, language): firms * sum(1 for _ in samples.of_kind(firm, kind, [language], samples.every_sort))
        for kind, language in proven
    }
    assert whole.items() <= Counter(tried).items()
    once = Counter(tried).keys() - proven
    assert all(tried.count(one) <= len(list(LETTERS[one[0]].examples())) for one in once)


def test_a_draft_is_proven_with_the_letters_that_it_shows(firm, keys, compiled, tmp_path) -> None:
    late = "{% if complaint.status == 'closed' %}{{ nobody_knows }}{% endif %}"
    own(tmp_path, "nl/outcome.md", f"subject: x\npreview: y\n\n{late}\n")
    for kind in ("draft", "print"):
        (problem,) = Writer(firm, keys, tmp_path, compiled).check([kind])
        assert "nobody_knows" in problem


def test_every_letter_is_seven_bit_crlf_with_short_lines_and_the_same_words_in_text_and_html(
    writer: Writer, parsed, page
) -> None:
    for request, about in writer.samples():
        letter = writer.render(request, about, samples.NOW, nonce=bytes(8))
        assert letter.content.isascii()
        assert b"\n" not in letter.content.replace(b"\r\n", b"")
        assert max(map(len, letter.content.split(b"\r\n"))) <= 998
        message = parsed(letter)
        assert message.defects == []
        assert message["Subject"] == letter.subject
        assert letter.subject.endswith(f"[{request.number}]" if request.number else "")
        assert len(letter.subject) <= 78
        bare = re.sub(r'<style>.*?</style>|<div class="preheader".*?</div>|<[^>]*>', " ", page(letter), flags=re.DOTALL)
        words = set(re.findall(r"[^\W\d_]{4,}", html.unescape(bare)))
        missing = {word for word in words if word.lower() not in (letter.text + letter.subject).lower()} - _ONLY_SHOWN
        assert missing == set(), request.kind


_ONLY_SHOWN = {"RONT", "Klachten"}  # the line above the letter, which in the text is the sender's name


PARTS = {"appeal_later", "appeal_now", "closing", "closing_handler", "wrote"}


def test_every_kind_has_a_template_and_every_template_a_kind() -> None:
    files = {path.stem for path in (shipped_folder() / "nl").glob("*.md")}
    assert files - PARTS == set(LETTERS)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_letter_to_a_client_is_there_in_every_language(language) -> None:
    files = {path.stem for path in (shipped_folder() / language).glob("*.md")}
    assert files - PARTS == {kind for kind, data in LETTERS.items() if data.audience == "client"}


# --- who it is from and who it goes to


def test_mail_to_a_member_carries_his_token_in_message_id_and_references(writer, write, keys) -> None:
    letter = write("routing")
    raw = letter.content.partition(b"\r\n\r\n")[0].decode()
    (own,) = re.findall(r"^Message-ID: <(.*)>\r$", raw, flags=re.MULTILINE)
    assert own == letter.message_id
    assert len(own) + 2 <= tokens.MESSAGE_ID_LENGTH
    token = tokens.read(keys, own, TODAY)
    assert token is not None
    assert (token.scope, token.number, token.member) == ("complaint", "K2026-0012", tokens.fingerprint("jan@ront.nl"))
    references = raw.partition("References: ")[2]
    assert re.match(
        r"<k2026-0012\.\w+@klachtmail\.invalid>\r\n <abc@example\.org>\r\n <km\S+@klachtmail\.invalid>", references
    )
    assert tokens.find(keys, TODAY, "", [references]) == token
    assert "=?" not in "".join(line for line in raw.split("\r\n") if "<km" in line)


def test_mail_to_an_outsider_never_carries_a_token(write) -> None:
    for kind in (*CLIENT, "internal_pointer"):
        letter = write(kind)
        assert not tokens.TOKEN.search(letter.content.decode())
    assert write("acknowledgement").message_id == "klK20260012.0001020304050607@ront.nl"


def test_two_letters_never_have_the_same_message_id(write) -> None:
    assert write("routing").message_id != write("routing", nonce=b"12345678").message_id
    assert write("outcome").message_id != write("outcome", nonce=b"12345678").message_id


def test_the_same_letter_twice_is_the_same_bytes(write) -> None:
    assert write("digest").content == write("digest").content


def test_the_client_is_nowhere_in_the_header_of_mail_to_members(writer, write, parsed) -> None:
    for request, about in writer.samples():
        if request.member:
            message = parsed(writer.render(request, about, samples.NOW, nonce=bytes(8)))
            everybody = [
                str(message[name]) for name in ("To", "Cc", "Bcc", "Reply-To", "From", "Sender") if message[name]
            ]
            assert [one for _, one in getaddresses(everybody)] == ["jan@ront.nl", "klachten@ront.nl"]


def test_automatic_letters_say_so_and_a_persons_letter_does_not(write, parsed) -> None:
    acknowledgement, routing, outcome = (parsed(write(kind)) for kind in ("acknowledgement", "routing", "outcome"))
    assert acknowledgement["Auto-Submitted"] == "auto-replied"
    assert routing["Auto-Submitted"] == "auto-generated"
    assert (
        routing["X-Auto-Response-Suppress"] == acknowledgement["X-Auto-Response-Suppress"] == "OOF, AutoReply, RN, NRN"
    )
    assert outcome["Auto-Submitted"] is None
    assert outcome["X-Auto-Response-Suppress"] is None


def test_the_language_of_the_client_is_used_and_an_unknown_one_becomes_dutch(write, parsed) -> None:
    english = write("acknowledgement", language="en")
    assert "Dear Jane Whitfield," in english.text
    assert parsed(english)["Content-Language"] == "en"
    for other in ("it", "x/../..", ""):
        dutch = write("acknowledgement", language=other)
        assert "Geachte" in dutch.text
        assert parsed(dutch)["Content-Language"] == "nl"
    assert parsed(write("routing", language="en"))["Content-Language"] == "nl"


# --- what clients read


def test_the_acknowledgement_says_number_date_of_receipt_what_happens_next_and_when(write) -> None:
    letter = write("acknowledgement", data=Acknowledgement())
    assert letter.subject == "Wij hebben uw bericht ontvangen [K2026-0012]"
    for words in (
        "Geachte Sanne de Boer,",
        "Op maandag 23 november 2026 kregen wij uw bericht over “Training Timemanagement van 12 november”",
        "Uiterlijk woensdag 25 november 2026 neemt een collega persoonlijk contact met u op.",
        "Uiterlijk maandag 7 december 2026 hoort u",
        "het kost u niets",
        "de Geschillencommissie (https://geschil.example)",
        "https://www.ront.nl/privacy",
    ):
        assert words in letter.text
    assert "K2026-0009" not in letter.text


def test_a_part_whose_value_is_missing_disappears(write, firm_with, keys, compiled) -> None:
    bare = Writer(firm_with(appeal=None, privacy_url=None, phone=None), keys, None, compiled)
    letter = write("acknowledgement", by=bare, data=Acknowledgement(), of={"subject": ""})
    assert "None" not in letter.text
    assert "eens met de uitkomst" not in letter.text
    assert "kregen wij uw bericht. Dank u" in letter.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "het kost u niets"),
        ("en", "it costs you nothing"),
        ("de", "sie kostet Sie nichts"),
        ("fr", "cela ne vous coûte rien"),
    ],
)
def test_the_acknowledgement_of_every_language_says_that_it_costs_nothing(writer, language, words) -> None:
    request, about = next(
        each for each in writer.samples() if (each[0].kind, each[0].language) == ("acknowledgement", language)
    )
    assert words in writer.render(request, about, samples.NOW, nonce=bytes(8)).text


def test_no_owner_cause_or_internal_measure_reaches_a_client(writer) -> None:
    for request, about in writer.samples():
        if request.kind in CLIENT:
            letter = writer.render(request, about, samples.NOW, nonce=bytes(8))
            for secret in ("lekke band", "piet", "gesprek met de trainer"):
                assert secret not in (letter.text + letter.html).lower(), (request.kind, request.language)


@pytest.mark.parametrize(
    ("judgement", "words"),
    [
        ("gegrond", "Uw klacht is terecht."),
        ("deels", "deels terecht"),
        ("ongegrond", "Wij zien dit anders"),
        (None, "gevonden"),
    ],
)
def test_the_outcome_tells_what_was_found_judged_proposed_and_changed(write, judgement, words) -> None:
    letter = write("outcome", of={"judgement": judgement})
    assert words in letter.text
    assert "Uiterlijk" not in letter.subject
    assert "vóór maandag 21 december 2026" in letter.text
    assert "tweede trainer klaar, uiterlijk 1 februari 2027" in letter.text
    assert "binnen 8 weken" in letter.text
    assert ("Ons oordeel" in letter.text) == (judgement is not None)


def test_a_draft_shows_the_letter_exactly_as_the_client_will_get_it(write) -> None:
    draft, outcome = write("draft"), write("outcome")
    body = outcome.text.partition("\n-- \n")[0].strip()
    assert body in draft.text
    assert outcome.subject in draft.text
    inner = re.search(r"(<p[^>]*>Geachte.*Met vriendelijke groet)", outcome.html, flags=re.DOTALL)
    assert inner is not None
    assert inner[1] in draft.html


def test_a_draft_for_an_english_client_shows_the_english_letter(write) -> None:
    draft = write("draft", of={"language": "en"})
    assert "The outcome of your complaint" in draft.text
    assert 'lang="en"' in draft.html


# --- what members read


def test_the_routing_mail_says_first_who_what_how_long_and_that_nobody_has_it(write) -> None:
    letter = write("routing")
    assert letter.subject == "De Boer · Training Timemanagement van 12 nov… · vóór ma 7 dec [K2026-0012]"
    lines = [line for line in letter.text.split("\n") if line]
    assert lines[0] == "Sanne de Boer, Gemeente Apeldoorn"
    assert lines[1] == "Training Timemanagement van 12 november"
    assert lines[2] == "Nog 14 dagen (tot maandag 7 december 2026). Niemand heeft dit nog."
    assert letter.text.index("    @ ") < letter.text.index("> Goedemiddag,") < letter.text.index("Tot nu toe")


def test_every_button_is_also_a_line_to_type(write) -> None:
    letter = write("routing")
    assert letter.html.count("mailto:klachten@ront.nl?subject=") == 4
    for typed in ("    ik pak het op ", "    @ ", "    ingrijpend ", "    geen klacht: "):
        assert typed in letter.text


def test_members_are_addressed_as_the_firm_chose(write, firm_with, keys, compiled) -> None:
    formal = Writer(firm_with(members_are="u"), keys, None, compiled)
    assert "U hoeft niets te doen" in write("taken", by=formal).text
    assert "Je hoeft niets te doen" in write("taken").text
    for request, about in formal.samples():
        if request.member and request.kind not in {
            "transcript",
            "morning",
            "status",
            "assigned",
            "fresh",
            "help",
            "correspondence",
        }:
            text = formal.render(request, about, samples.NOW, nonce=bytes(8)).text
            assert not re.search(r"\b(je|jij|jou|jouw)\b", text, flags=re.IGNORECASE), request.kind


def test_the_digest_is_sent_when_nothing_is_open_and_says_so(write) -> None:
    letter = write("digest", data=Digest.examples()[1])
    assert "Er zijn geen open klachten." in letter.text
    assert b"image/png" not in letter.content


def test_a_complaint_about_the_reader_shows_only_its_number(write) -> None:
    text = write("digest").text
    assert "K2026-0010\nDeze klacht bespreken de anderen zonder jou." in text


def test_the_picture_of_the_year_goes_inside_the_letter_with_its_numbers_as_text(write, parsed, page) -> None:
    letter = write("digest")
    image = next(one for one in parsed(letter).walk() if one.get_content_type() == "image/png")
    assert image.get_payload(decode=True).startswith(b"\x89PNG")
    assert f"cid:{image['Content-ID'][1:-1]}" in page(letter)
    assert "data:image/png;base64," in letter.html
    assert re.search(r"nov +5 +4 +2 +1", letter.text)


# --- what comes from a mail

HOSTILE = "<img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}\"'&\r\nBcc: evil@example.com\x00\u202e"


def test_nothing_from_a_mail_reaches_html_or_a_header_unescaped(writer, parsed) -> None:
    for request, about in writer.samples():
        evil = about and replace(
            about,
            complainant=Party(
                name=HOSTILE, address="x@example.org", phone=HOSTILE, postal=HOSTILE, organisation=HOSTILE
            ),
            subject=HOSTILE,
            text=HOSTILE,
            outcome=HOSTILE,
            requested_remedy=HOSTILE,
        )
        texts = [one.name for one in fields(request.data) if isinstance(getattr(request.data, one.name), str)]
        wild = {name: HOSTILE for name in texts if name not in {"channel", "letter_kind", "score", "what"}}
        data = replace(request.data, **wild)
        letter = writer.render(replace(request, name=HOSTILE, data=data), evil, samples.NOW, nonce=bytes(8))
        assert "<img src=x" not in letter.html
        assert "49" not in letter.subject
        assert parsed(letter)["Bcc"] is None
        assert b"\r\nBcc:" not in letter.content.partition(b"\r\n\r\n")[0]


def test_links_of_a_spammer_are_not_passed_on_by_the_acknowledgement(write) -> None:
    letter = write(
        "acknowledgement", name="Win https://evil.example", of={"subject": "Win geld https://evil.example/x"}
    )
    assert "evil.example" not in letter.text + letter.html


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=300), name=st.text(max_size=80))
def test_any_words_of_a_client_can_be_shown(write, parsed, text: str, name: str) -> None:
    letter = write("routing", of={"text": text, "subject": name, "complainant": Party(name=name)})
    assert letter.content.isascii()
    assert parsed(letter)["Subject"].endswith("[K2026-0012]")


def test_an_executable_is_named_and_not_attached(write, parsed) -> None:
    files = [
        ("bon.pdf", "application/pdf", b"%PDF"),
        ("factuur.pdf.exe ", "application/pdf", b"MZ"),
        ("p.htm", "text/plain", b"x"),
    ]
    letter = write("routing", enclosures=files)
    assert [one.get_filename() for one in parsed(letter).iter_attachments()] == ["bon.pdf"]
    assert "Niet meegestuurd omdat het schadelijk kan zijn: factuur.pdf.exe en p.htm" in letter.text
    assert "Bijlagen bij deze mail: bon.pdf." in letter.text


def test_letters_ask_nothing_of_the_network(writer) -> None:
    for request, about in writer.samples():
        shown = writer.render(request, about, samples.NOW, nonce=bytes(8)).html
        assert not re.search(r"""(src|background)\s*=\s*["']?(https?:)?//|url\(|@import|<script|<link""", shown)


# --- the administrator's own templates


def own(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def test_a_single_template_can_be_replaced(write, firm, keys, compiled, tmp_path) -> None:
    own(
        tmp_path,
        "nl/acknowledgement.md",
        "subject: Dank u\npreview: x\n\nHallo **{{ complaint.complainant.name }}**.\n",
    )
    mine = Writer(firm, keys, tmp_path, compiled)
    letter = write("acknowledgement", by=mine)
    assert letter.subject == "Dank u [K2026-0012]"
    assert "Hallo Sanne de Boer." in letter.text
    assert "<strong>Sanne de Boer</strong>" in letter.html
    assert mine.check() == []


def test_a_language_of_ones_own_is_a_folder(write, firm, keys, tmp_path) -> None:
    own(tmp_path, "it/acknowledgement.md", "subject: Grazie\npreview: x\n\nEntro {{ complaint.due_on|day }}\n")
    letter = write("acknowledgement", by=Writer(firm, keys, tmp_path), language="it")
    assert "Entro lunedì 7 dicembre 2026" in letter.text


@pytest.mark.parametrize(
    "mistake",
    [
        ("Beste\n\n{{ complaint.nummer }}\n", 6, "nummer"),
        ("Beste\nlange regel\n\n- een\n- {{ nobody_knows }}\n", 8, "nobody_knows"),
        ("Beste\n\n{% if x %}\n\ntekst\n", 4, "endif"),
        ("Beste {{ 3 | nofilter }}\n", 4, "nofilter"),
        ("{{ ''.__class__.__mro__ }}\n", 4, "unsafe"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(write, firm, keys, compiled, tmp_path, mistake) -> None:
    body, line, what = mistake
    path = own(tmp_path, "nl/acknowledgement.md", "subject: x\npreview: y\n\n" + body)
    mine = Writer(firm, keys, tmp_path, compiled)
    (problem,) = mine.check(only=["acknowledgement", "postponement"])
    place, _, message = problem.partition(": ")
    assert place.startswith(f"{path}:")
    assert what in message
    assert "endif" in what or int(place.rpartition(":")[2]) == line
    with pytest.raises(TemplateError, match=what):
        write("acknowledgement", by=mine)


def test_a_file_that_replaces_nothing_is_a_problem(firm, keys, compiled, tmp_path) -> None:
    path = own(tmp_path, "nl/acknowledgment.md", "subject: x\n\ny\n")
    mine = Writer(firm, keys, tmp_path, compiled)
    assert mine.check(only=["acknowledgement"]) == [f"{path}:1: there is no letter or part of this name"]


@pytest.mark.parametrize(
    ("name", "words", "what"),
    [
        ("parts.html", "{% if %}", "parts.html:1: Expected"),
        ("base.txt", "{{ nobody_knows }}", "base.txt:1: 'nobody_knows'"),
        ("nl/acknowledgement.md", 'subject: x\npreview: y\n\n{% include "nope.md#body" %}\n', "nope.md:1: there is no"),
    ],
)
def test_what_is_around_every_letter_is_told_by_check_as_any_mistake(
    firm, keys, compiled, tmp_path, name, words, what
) -> None:
    own(tmp_path, name, words)
    (problem,) = Writer(firm, keys, tmp_path, compiled).check(["acknowledgement", "postponement"])
    assert what in problem


@pytest.mark.parametrize("name", ["nl/acknowledgement.md", "parts.html", "base.txt"])
def test_a_file_of_the_firms_own_that_is_no_utf_8_is_named_by_check(firm, keys, compiled, tmp_path, name) -> None:
    path = own(tmp_path, name, "")
    path.write_bytes("subject: x\npreview: y\n\ngéén\n".encode("cp1252"))
    problems = Writer(firm, keys, tmp_path, compiled).check(["acknowledgement", "postponement"])
    assert len(problems) == 1
    assert path.name in problems[0]
    assert "utf-8" in problems[0]


def test_a_file_that_is_missing_in_the_installation_is_told_by_check(firm, keys, tmp_path, monkeypatch) -> None:
    broken = shutil.copytree(shipped_folder(), tmp_path / "templates")
    (broken / "nl" / "apology.md").unlink()
    (broken / "en" / "wrote.md").unlink()
    (broken / "nl" / "wrote.md").unlink()
    monkeypatch.setattr("klachtmail.letters.writer.shipped_folder", lambda: broken)
    found = Writer(firm, keys).check()
    assert found == [f"{name}.md:1: there is no such template" for name in ("wrote", "apology")]


def test_letters_are_written_where_nothing_can_be_kept(write, firm, keys, tmp_path) -> None:
    (tmp_path / "file").touch()
    letter = write("acknowledgement", by=Writer(firm, keys, None, tmp_path / "file" / "compiled"))
    assert letter.subject == "Wij hebben uw bericht ontvangen [K2026-0012]"


def test_a_kind_without_a_template_is_trouble_of_ours(write) -> None:
    with pytest.raises(TemplateError, match="there is no such template"):
        write("routing", kind="nonsense")


def test_values_that_do_not_fit_a_sound_template_are_the_letters_own_trouble(write) -> None:
    with pytest.raises(LetterError, match="postponement"):
        write("postponement", data=Message(text="Deze brief is een andere."))


# --- the logo


def test_the_logo_goes_inside_every_letter(write, firm_with, keys, tmp_path, page) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    letter = write("acknowledgement", by=Writer(firm_with(logo=str(tmp_path / "logo.png")), keys))
    assert 'src="cid:logo@klachtmail.invalid" alt="RONT"' in page(letter)
    assert b"Content-ID: <logo@klachtmail.invalid>" in letter.content
    assert "cid:" not in letter.html


@pytest.mark.parametrize(("content", "what"), [(None, "cannot be read"), (b"<svg>", "PNG, JPEG or GIF")])
def test_a_logo_that_is_no_picture_is_found_by_check(firm_with, keys, compiled, tmp_path, content, what) -> None:
    path = tmp_path / "logo.svg"
    if content is not None:
        path.write_bytes(content)
    (problem,) = Writer(firm_with(logo=str(path)), keys, None, compiled).check()
    assert what in problem


def test_the_preview_shows_every_letter_as_text_screen_and_phone(writer) -> None:
    shown = preview_page(writer, samples.NOW)
    count = len(list(writer.samples()))
    assert shown.count("<section") == shown.count("<pre>") == count
    assert shown.count("<iframe") == 2 * count
    assert preview_page(writer, samples.NOW, only="digest").count("<section") == 3


def test_a_button_in_the_morning_mail_types_the_number_of_its_item(write) -> None:
    assert "K2026-0007 gebeld" in write("morning").text
    assert "K2026-0007%20gebeld" in write("morning").html


def test_a_screen_reader_hears_whom_a_button_of_the_morning_mail_is_about(write) -> None:
    assert 'aria-label="Gebeld: Sanne de Boer"' in write("morning").html
    assert 'aria-label="Ik pak het op"' in write("routing").html


def test_the_morning_mail_shows_five_items_in_full_and_stays_below_100_kb_with_any_number(write) -> None:
    crowd = Morning.examples()[3]
    for count in (0, 40, len(crowd.items)):
        letter = write("morning", data=replace(crowd, items=crowd.items[:count]))
        assert len(letter.html.encode()) < 100_000
        assert letter.text.count("De klager wacht op jou.") == min(count, 65)
        assert letter.text.count("06-12345678") == min(count, 5) - (count > 0), "the first has no number"
        assert f"En nog {count - 65} andere" in letter.text or count <= 65
        assert letter.text.count("Nieuwe inzending") == 100


def test_a_letter_button_without_buttons_shows_none(write) -> None:
    assert "Antwoord met één van deze regels" not in write("taken", buttons=()).text
    assert "Antwoord met één van deze regels" in write("taken", buttons=(Button(label="x", line="y"),)).text


def test_every_event_of_the_life_cycle_has_a_dutch_name() -> None:
    unnamed = [name for name in get_args(Event) if labels.event(name) == name.replace("_", " ")]
    assert unnamed == []


def test_a_general_transcript_shows_the_number_of_each_line(write) -> None:
    line = TranscriptLine(line="3 @jan", text="Jan heeft deze klacht.", number="K2026-0003")
    letter = write("transcript", number=None, data=Transcript(lines=(line,)))
    assert "✓ K2026-0003 3 @jan" in letter.text


def test_a_command_that_somebody_completes_keeps_its_space(write) -> None:
    assert 'body=uitstel%20"' in write("taken", buttons=(Button(label="Uitstel", line="uitstel "),)).html


def test_no_letter_shows_the_marks_of_its_template(writer) -> None:
    shown = {
        (r.kind, r.language): writer.render(r, about, samples.NOW, nonce=bytes(8)) for r, about in writer.samples()
    }
    marks = re.compile(r"\*\*|\]\(|^#+ |`|\{[{%]|%\}|km9", re.MULTILINE)
    assert {
        kind for kind, letter in shown.items() if marks.search(letter.text) or marks.search(words_of(letter.html))
    } == set()


def test_what_a_client_wrote_is_looked_for_only_in_a_letter_that_quotes_it(write, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("klachtmail.letters.tone.excerpt", lambda text: asked.append(text) or "Zo ging het.")
    for kind in ("acknowledgement", "postponement", "closed"):
        write(kind)
    assert asked == []
    assert "Zo ging het." in write("message").text
    assert len(asked) == len(set(asked)) > 0  # each text once, for the page and the text


def test_no_line_ends_inside_a_number_which_stays_as_it_is_to_copy(write, page) -> None:
    html = page(write("merged"))
    assert re.search(r"<h1[^>]*>Samengevoegd met <span[^>]*nowrap[^>]*>K2026-0009</span></h1>", html)
    assert "<title>Samengevoegd" in html
    assert "K2026-0012]</title>" in html
    quoting = page(write("routing", of={"text": "Zie M2026-0003."}))
    assert re.search(r"Zie <span[^>]*nowrap[^>]*>M2026-0003</span>\.", quoting)


def test_the_date_of_a_letter_in_the_hour_that_comes_twice_has_its_own_offset(writer) -> None:
    request, about = next(one for one in writer.samples() if one[0].kind == "acknowledgement")
    moments = [dt.datetime(2026, 10, 25, hour, 30, tzinfo=dt.UTC) for hour in (0, 1)]
    letters = [writer.render(request, about, moment, nonce=bytes(8)).content for moment in moments]
    dates = [re.search(rb"Date: (.*)\r", letter)[1] for letter in letters]
    assert dates == [b"Sun, 25 Oct 2026 02:30:00 +0200", b"Sun, 25 Oct 2026 02:30:00 +0100"]


def words_of(page: str) -> str:
    return html.unescape(re.sub(r"<style.*?</style>|<!--.*?-->|<[^>]+>", " ", page, flags=re.DOTALL))


@pytest.mark.parametrize("count", [0, 40, 400])
def test_the_agenda_stays_below_100_kb_with_any_number_open_and_shows_each_complaint_once(write, count) -> None:
    full = Digest.examples()[0].agenda
    many = range(1, count + 1)
    rows = tuple(replace(full.decide[0], number=f"K2026-{n:04}", reasons=("te laat",)) for n in many)
    letter = write("digest", data=Digest(agenda=replace(full, decide=rows[: count // 2], open=rows, seals={})))
    assert len(letter.content) < 150_000  # with the picture and the text
    assert len(re.sub(r'src="data:[^"]+"', "", letter.html)) < 100_000
    assert letter.text.count("[K2026-0001]") <= 1


def test_the_agenda_has_the_buttons_of_each_decision_on_the_phone_and_none_where_it_is_carried_about(write) -> None:
    agenda = Digest.examples()[0].agenda
    letter = write("digest")
    assert 'aria-label="Besproken: P. van ’t Hof"' in letter.html
    assert "K2026-0007 besproken:" in letter.text
    assert "K2026-0011%20ik%20pak%20het%20op" in letter.html
    assert "mailto:klachten@ront.nl?subject=" not in write("digest", data=Digest(agenda=agenda.without_buttons())).html
