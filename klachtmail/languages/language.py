"""What a language calls the things of mail. An empty slot: nobody has seen how its programs say it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One row. Every piece is the source of a regular expression without groups that capture, in small letters.

    `opens`, which is compared with its capitals, begins the line above a quotation, and `wrote` is its verb ('Op 3 maart
    schreef Jan:'); `by` stands between Tuta's date and name. The labels are those of a header block, as words.
    """

    code: str  # ISO 639-1

    # above what is quoted or passed on
    opens: tuple[str, ...] = ()
    wrote: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    label_from: tuple[str, ...] = ()
    label_date: tuple[str, ...] = ()
    label_to: tuple[str, ...] = ()
    label_subject: tuple[str, ...] = ()
    label_other: tuple[str, ...] = ()
    original: tuple[str, ...] = ()  # between dashes: 'Oorspronkelijk bericht'
    forwarded: tuple[str, ...] = ()  # between dashes: 'Doorgestuurd bericht'
    begins_forwarded: tuple[str, ...] = ()  # 'Begin doorgestuurd bericht:'
    says_forwarded: tuple[str, ...] = ()  # a piece of a word that stands wherever a mail is passed on
    months: tuple[str, ...] = ()  # twelve, each all its names and short forms with blanks between

    # before a subject, with a colon
    replied: tuple[str, ...] = ()
    passed_on: tuple[str, ...] = ()

    # the subject of what programs write by themselves
    automatic: tuple[str, ...] = (r"auto(?:m\w*+)?",)  # beside `answer`, in any order: 'automatisch antwoord'
    answer: tuple[str, ...] = ()
    automatic_answer: tuple[str, ...] = ()  # where the words are built otherwise
    absence_notice: tuple[str, ...] = ()  # what only programs call it
    absent: tuple[str, ...] = ()  # what people write too
    receipt: tuple[str, ...] = ()  # 'Gelezen: …'
    invitation_answer: tuple[str, ...] = ()  # 'Geaccepteerd: …'
    recalled: tuple[str, ...] = ()  # 'Intrekken: …'
    undelivered: tuple[str, ...] = ()  # 'Onbestelbaar: …'
    delayed: tuple[str, ...] = ()

    # of a language in which clients get their letters: words by which it is known, mostly small ones
    small_words: str = ""
