"""The writer of letters: a request becomes final bytes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from klachtmail.domain.agenda.letters import Digest
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.outgoing.letters import Draft, Print
from klachtmail.domain.records.letter import LETTERS, Button, LetterData, LetterRequest, Rendered
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import known_to
from klachtmail.letters import buttons, envelope, headers, markup, mime, pictures, samples, view, wording
from klachtmail.letters.enclosures import sorted_out
from klachtmail.letters.kept import Keeps, Kept, Remembered
from klachtmail.letters.samples import Sorts, every_sort
from klachtmail.letters.templates import (
    DEFAULT_LANGUAGE,
    Language,
    LetterError,
    RenderError,
    TemplateError,
    shipped_folder,
    unknown_files,
)

__all__ = ["LetterError", "TemplateError", "Writer"]


@dataclass(frozen=True, slots=True)
class _Job:
    """One letter on its way: what was asked for, and what was decided about it."""

    request: LetterRequest
    complaint: Complaint | None
    now: dt.datetime
    language: Language
    token: str = ""
    files: Sequence[mime.File] = ()
    withheld: Sequence[str] = ()


class Writer:
    """Renders letters with one firm's templates. Loading them is lazy; a letter takes a fraction of a millisecond."""

    def __init__(
        self, firm: Firm, keys: Sequence[bytes], template_dir: Path | None = None, compiled: Path | None = None
    ) -> None:
        """Make a writer that signs with the first of `keys`; `template_dir` overrides single templates.

        `compiled` is a private folder in which compiled templates are kept for the next process, signed with that key too.
        """
        remembered: dict[str, Keeps] = defaultdict(Remembered)
        self._kept: Callable[[str], Keeps | None] = (
            partial(Kept.inside, compiled, keys[0]) if compiled else remembered.__getitem__
        )
        self._firm = firm
        self._keys = keys
        self._own = template_dir
        self._folders = [*([template_dir] if template_dir else []), shipped_folder()]
        self._languages: dict[str, Language] = {}
        self._logo = pictures.Logo(firm.organisation.logo)

    def render(
        self,
        request: LetterRequest,
        complaint: Complaint | None,
        now: dt.datetime,
        *,
        nonce: bytes,
        enclosures: Sequence[tuple[str, str, bytes]] = (),
        made: Sequence[tuple[str, str, bytes]] = (),
    ) -> Rendered:
        """Return the final letter. `nonce` is 8 random bytes that make it unlike any other; `now` is aware.

        An enclosure is a name, a content type and the content; those that we `made` ourselves go whatever their type.
        Raises TemplateError when the template is broken (trouble of ours), and LetterError when only this letter does not fit it.
        """
        try:
            return self._rendered(request, complaint, now, nonce, enclosures, made)
        except RenderError as error:
            if self._problems(request.kind, self._speaks(request.kind)):
                raise
            raise LetterError(f"A letter ({request.kind}) cannot be rendered: {error.problem}") from error

    @property
    def own_templates(self) -> Path | None:
        """The administrator's folder, which goes before ours; None when there is none."""
        return self._own

    def check(self, only: Collection[str] = LETTERS) -> list[str]:
        """Try what this firm adds to our templates: its settings, and its own files.

        Ours were proven before they came here (`prove`): one letter to a client and one to a member, in each language, show
        whether they fit this firm's settings. A letter that is made of a file of the firm's own is proven here, also for
        other firms: with every key that a letter knows, and with none of them.
        Return the problems as 'file:line: what'; an empty list when all is well.
        """
        found = unknown_files(self._folders[:-1])
        own: dict[str, list[str]] = {}
        tried: dict[tuple[str, str], str] = {}
        try:
            letters = [(kind, language) for kind in only for language in self._speaks(kind)]
        except TemplateError as error:  # nothing can be rendered in the frame of all letters
            return [*found, error.problem]
        for kind, language in letters:
            try:
                if self._is_own(kind, language):
                    own.setdefault(kind, []).append(language)
                else:
                    tried.setdefault((language, LETTERS[kind].audience), kind)
            except TemplateError as error:
                found.append(error.problem)
        found += [
            one for (language, _), kind in tried.items() for one in self._problems(kind, [language], samples.usual)
        ]
        for firm in (self._firm, *samples.other_firms(self._firm)) if own else ():
            found += self._for(firm).prove(own)
        return list(dict.fromkeys(found))

    def prove(self, languages: Mapping[str, Sequence[str]] | None = None) -> list[str]:
        """Render every example about complaints of every sort (or those of these kinds, in these languages).

        Return the problems as `check` does.
        """
        wanted = {kind: self._speaks(kind) for kind in LETTERS} if languages is None else languages
        return [one for kind, names in wanted.items() for one in self._problems(kind, names)]

    def _for(self, firm: Firm) -> "Writer":
        """Return a writer with the same templates for another firm; what was compiled is shared."""
        other = Writer(firm, self._keys, self._own)
        other._kept = self._kept
        return other

    def _is_own(self, kind: str, language: str) -> bool:
        """Return whether a letter is made of a file of the firm's own; a draft is made of the letters that it shows too."""
        parts = [(kind, language)]
        for data in LETTERS[kind].examples():
            if isinstance(data, Draft | Print):
                parts += [(data.letter.kind, name) for name in self._speaks(data.letter.kind)]
        files = [path for part, name in parts for path in self._loaded(name).files(part)]
        return self._own is not None and any(path.is_relative_to(self._own) for path in files)

    def samples(self) -> Iterator[tuple[LetterRequest, Complaint | None]]:
        """Yield every example of every letter: in Dutch, and in each other language that has it."""
        return samples.letters(self._firm, self._speaks)

    def _speaks(self, kind: str) -> list[str]:
        """Return the languages that have a letter of this kind, Dutch first."""
        names = sorted({path.name for folder in self._folders for path in folder.iterdir() if len(path.name) == 2})
        others = (name for name in names if name != DEFAULT_LANGUAGE and self._loaded(name).has(kind))
        return [DEFAULT_LANGUAGE, *others]

    def _rendered(
        self,
        request: LetterRequest,
        complaint: Complaint | None,
        now: dt.datetime,
        nonce: bytes,
        given: Sequence[tuple[str, str, bytes]],
        made: Sequence[tuple[str, str, bytes]] = (),
    ) -> Rendered:
        signed = envelope.token(request, self._firm, self._keys, now, nonce)
        files, withheld = sorted_out(given)
        files = [*files, *(mime.File(*each) for each in made)]
        job = _Job(request, known_by(complaint, request), now, self._language(request), signed, files, withheld)
        context = self._context(job)
        shown = self._pictures(job, context)
        subject, text, html = _written(job, context)
        own_id = envelope.message_id(request, self._firm, signed, nonce)
        head = envelope.head(
            request, self._firm, subject=subject, language=job.language.name, own_id=own_id, signed=signed, now=now
        )
        body = mime.body(text, html, boundary=f"=_{nonce.hex()}", pictures=shown, files=files)
        return Rendered(own_id, subject, head + body, pictures.self_contained(html, shown), text)

    def _problems(self, kind: str, languages: Sequence[str], sorts: Sorts = every_sort) -> list[str]:
        """Render the examples of a kind about complaints of these sorts, and return what goes wrong."""
        problems = []
        for request, complaint in samples.of_kind(self._firm, kind, languages, sorts):
            try:
                self._rendered(request, complaint, samples.NOW, bytes(8), ())
            except TemplateError as error:
                problems.append(error.problem)
        return problems

    def _language(self, request: LetterRequest) -> Language:
        name = request.language.partition("-")[0].lower()
        wanted = self._loaded(name) if name.isalpha() else None
        return wanted if wanted and wanted.has(request.kind) else self._loaded(DEFAULT_LANGUAGE)

    def _loaded(self, name: str) -> Language:
        if name not in self._languages:
            known = name if any((folder / name).is_dir() for folder in self._folders) else DEFAULT_LANGUAGE
            calendar = wording.Calendar(known, self._firm.organisation.zone)
            self._languages[name] = Language(
                known, self._folders, view.filters(calendar), view.values(self._firm), self._kept
            )
        return self._languages[name]

    def _context(self, job: _Job) -> dict[str, Any]:
        """Return what the templates of this letter see."""
        request, address = job.request, self._firm.organisation.address

        def link(button: Button) -> buttons.Link:
            return buttons.link(button, request, address, job.token)

        context = view.context(request, job.complaint, job.now, self._firm, job.language.name)
        context["links"] = [link(button) for button in request.buttons]
        context["links_of"] = lambda given: [link(one) for one in given if one is not None]
        context["attached"] = [file.name for file in job.files]
        context["withheld"] = job.withheld
        if isinstance(request.data, Draft | Print):
            context["letter"] = self._embedded(job, request.data.letter)
        return context

    def _embedded(self, job: _Job, letter: LetterData) -> dict[str, Any]:
        """Return the client's letter that a draft shows: `subject`, `text`, the body of its `html`, its `language`."""
        of = letter.kind
        known = known_to(job.complaint, job.request.party) if job.complaint else None
        inner = LetterRequest(
            kind=of,
            to="",
            number=known.number if known else job.request.number,
            language=known.language if known else DEFAULT_LANGUAGE,
            by_person=letter.by_person,
            signed_by=job.request.signed_by,
            data=letter,
        )
        own = replace(
            job, request=inner, complaint=known, language=self._language(inner), token="", files=(), withheld=()
        )
        context, language = self._context(own), own.language
        return {
            "subject": headers.numbered(language.line(of, "subject", context), inner.number),
            "text": wording.tidy(language.text(f"{of}.md#body", context)),
            "html": Markup(language.html(f"{of}.md#body", context)),  # noqa: S704 (a template's output: escaped there)
            "language": language.name,
        }

    def _pictures(self, job: _Job, context: dict[str, Any]) -> list[mime.Picture]:
        """Return the letter's pictures and tell the template how to show them."""
        shown = []
        if logo := self._logo.picture():
            context["logo"] = f"cid:{logo.cid}"
            shown.append(logo)
        if isinstance(job.request.data, Digest):
            context["agenda"] = job.request.data.agenda
            if chart := pictures.year(job.request.data.agenda):
                context["picture"] = f"cid:{chart.cid}"
                shown.append(chart)
        return shown


def known_by(complaint: Complaint | None, request: LetterRequest) -> Complaint | None:
    """Return the complaint as the reader of a letter may see it: an outsider learns of nobody else."""
    is_his = request.is_outside or request.kind in {"print", "task"}  # a task is about one of them
    return known_to(complaint, request.party) if complaint is not None and is_his else complaint


def _number(job: _Job) -> str | None:
    """Return the number that the reader knows it by."""
    return job.complaint.number if job.complaint is not None else job.request.number


def _written(job: _Job, context: dict[str, Any]) -> tuple[str, str, str]:
    """Return the letter's subject, its text and its HTML: the body, in the base that all letters share."""
    kind, language = job.request.kind, job.language
    subject = headers.numbered(language.line(kind, "subject", context), _number(job))
    around = {**context, "subject": subject, "preview": language.line(kind, "preview", context)}
    # the HTML first: a mistake in it is told with its exact line, in the text sometimes with a later one
    body = Markup(language.html(f"{kind}.md#body", context))  # noqa: S704 (a template's output: escaped there)
    html = language.html("base.html", {**around, "body": markup.unbroken(body)})
    text = language.text("base.txt", {**around, "body": language.text(f"{kind}.md#body", context)})
    return subject, wording.tidy(text) + "\n", html
