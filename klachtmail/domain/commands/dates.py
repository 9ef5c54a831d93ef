"""Dates and times as people write them in a Dutch mail: '1 december', 'volgende week maandag', 'over 3 dagen'.

A date without a year, or a bare weekday, lies ahead for a deadline and behind for something that was done, so an
expression is found first and resolved when it is known what it is for.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from klachtmail.domain.commands.words import fold

Problem = Literal["bad_date", "past_date", "future_date", "ambiguous"]
RECENT: Final = dt.timedelta(days=60)  # '1 november' on 22 November is three weeks ago, not next year

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_DAYS = (
    ("maandag", "monday", "ma"),
    ("dinsdag", "tuesday", "di"),
    ("woensdag", "wednesday", "wo"),
    ("donderdag", "thursday", "do"),
    ("vrijdag", "friday", "vr"),
    ("zaterdag", "saturday", "za"),
    ("zondag", "sunday", "zo"),
)
_TENS: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_SPOKEN: Final = (
    *_TENS,
    *"tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig".split(),
    *(f"{each}{'en'}twintig" for each in _TENS),
    "dertig",
    "eenendertig",
)
_ORDINAL: Final = {"een": "eerste", "drie": "derde", "acht": "achtste", "twintig": "twintigste"}
_DAY_OF_MONTH: Final = {name: number for number, name in enumerate(_SPOKEN, 1)} | {
    _ORDINAL.get(name) or f"{name}{'ste' if name.endswith('ig') else 'de'}": number
    for number, name in enumerate(_SPOKEN, 1)
}
_COUNTS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_RELATIVE = {
    "eergisteren": -2,
    "gisteren": -1,
    "gisterochtend": -1,
    "gistermiddag": -1,
    "gisteravond": -1,
    "gisterenochtend": -1,
    "gisterenmiddag": -1,
    "gisterenavond": -1,
    "gistermorgen": -1,
    "gisterenmorgen": -1,
    "yesterday": -1,
    "gister": -1,
    "gistere": -1,
    "gisteren middag": -1,
    "last night": -1,
    "yesterday morning": -1,
    "yesterday afternoon": -1,
    "gisternamiddag": -1,
    "gisterennamiddag": -1,
    "gistervoormiddag": -1,
    "gisterenvoormiddag": -1,
    "gisteren voormiddag": -1,
    "gisteren avond": -1,
    "gister avond": -1,
    "gister middag": -1,
    "gister ochtend": -1,
    "gisteren ochtend": -1,
    "gisternacht": -1,
    "eergister": -2,
    "eergisteravond": -2,
    "eergistermiddag": -2,
    "yesterday evening": -1,
    "vandemorgen": 0,
    "vandemiddag": 0,
    "vandenavond": 0,
    "vanvoormiddag": 0,
    "deze voormiddag": 0,
    "deze avond": 0,
    "vanmorge": 0,
    "van morgen": 0,
    "van middag": 0,
    "van ochtend": 0,
    "van avond": 0,
    "vndg": 0,
    "vdg": 0,
    "vmiddag": 0,
    "vmorgen": 0,
    "vannacht": 0,
    "vanavont": 0,
    "vannamiddag": 0,
    "deze ochtend": 0,
    "deze morgen": 0,
    "deze middag": 0,
    "deze namiddag": 0,
    "earlier today": 0,
    "tonight": 0,
    "tomorrow morning": 1,
    "vanmidag": 0,
    "vanochtent": 0,
    "this morning": 0,
    "this afternoon": 0,
    "vandaag": 0,
    "heden": 0,
    "hedenochtend": 0,
    "hedenmorgen": 0,
    "hedenmiddag": 0,
    "hedenavond": 0,
    "vanochtend": 0,
    "vanmorgen": 0,
    "vanmiddag": 0,
    "vanavond": 0,
    "today": 0,
    "morgen": 1,
    "morgenochtend": 1,
    "morgenmiddag": 1,
    "morgenavond": 1,
    "tomorrow": 1,
    "overmorgen": 2,
}
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_DAY_NUMBER = {name: number for number, names in enumerate(_DAYS) for name in names}

_MONTH = "|".join(_MONTH_NUMBER)
_LONG_DAY = "|".join(name for names in _DAYS for name in names[:2])
_SHORT_DAY = "|".join(_DAY_NUMBER)
_COUNT = rf"\d{{1,3}}|an?|{'|'.join(_COUNTS[1:])}"
_SPOKEN_DAY = "|".join(sorted(_DAY_OF_MONTH, key=len, reverse=True))
_LONG_MONTH = "|".join(name for name in _MONTH_NUMBER if len(name) > len("sept"))
_PART_OF_DAY = r"(?:ochtend|morgen|middag|namiddag|voormiddag|avond|[ ](?:morning|afternoon|evening))?"
_BEFORE, _AFTER = r"(?<![\w.,/@#€-])", r"(?![\w@]|[-/]\w)"
_DATE = re.compile(
    rf"""{_BEFORE}(?:
      (?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})
    | (?:(?P<wd1>{_SHORT_DAY})\.?[ ])?(?:de[ ])?
      (?:(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?|(?P<spoken>{_SPOKEN_DAY}))[ ](?:of[ ])?(?P<month>{_MONTH})(?:\.(?=[ ]))?
      (?:[ ](?P<year>\d{{4}}))?
    | (?P<first>{_LONG_MONTH})[ ](?P<behind>\d{{1,2}})(?:st|nd|rd|th)?(?![ ]?(?:uur|u\b|:|\d))
    | (?:(?P<wd2>{_SHORT_DAY})\.?[ ])?(?P<d>\d{{1,2}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P<y>(?P=sep)(?:\d{{4}}|\d{{2}}))?
    | (?P<relative>{"|".join(sorted(_RELATIVE, key=len, reverse=True)).replace(" ", "[ ]")})
    | (?:over|in|binnen|within)[ ](?P<count>{_COUNT})[ ](?P<unit>dag|dagen|days?|week|weken|weeks|maand|maanden|months?)
    | (?P<ago>{_COUNT})[ ](?P<past_unit>dag|dagen|days?|week|weken|weeks?)[ ](?:geleden|ago)
    | (?P<which>volgende|vorige|deze|next|last)[ ]week[ ](?P<wd3>{_LONG_DAY})
    | (?P<wd4>{_LONG_DAY})[ ](?P<which2>volgende|vorige|deze|next|last)[ ]week
    | (?P<near>komende|aanstaande|aankomende|afgelopen|volgende|vorige|deze|next|last)[ ](?P<wd5>{_LONG_DAY}){_PART_OF_DAY}
    | (?P<wd6>{_LONG_DAY}){_PART_OF_DAY}
    | (?:eind|einde)[ ](?:van[ ])?(?P<end>de[ ]maand|deze[ ]maand|volgende[ ]maand|deze[ ]week|de[ ]week|volgende[ ]week|{_MONTH})
    ){_AFTER}""",
    re.VERBOSE,
)
_TIME = re.compile(
    rf"(?:\bom )?{_BEFORE}(?:(?P<h>\d{{1,2}})(?:[:.]|[uh](?=\d\d))(?P<m>\d{{2}})(?: ?uur| ?u\b| ?h\b)?|(?P<hour>\d{{1,2}}) ?(?:uur|u\b|h\b))(?!\w|[.:/-]\d)"
)
_AROUND = re.compile(
    r"(?:op |per |tot en met |t/m |tot |uiterlijk |voor |on |by |until )?(?P<date>.*?)(?: a\.?s\.?| jl\.?)?[.!]?"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as it stands in a text, from `start` up to `end`; what it means depends on what it is for."""

    start: int
    end: int
    parts: dict[str, str]

    def resolve(self, today: dt.date, *, past: bool = False) -> dt.date | Problem:
        """Return the date that is meant (the next one, or with `past` the most recent one), or what is wrong."""
        try:
            on = _meaning(self.parts, today, past=past)
        except (ValueError, OverflowError):  # 31 februari, or a year that no calendar has
            return "bad_date"
        if not isinstance(on, dt.date):
            return on
        weekday = self.parts.get("wd1") or self.parts.get("wd2")
        if weekday and on.weekday() != _DAY_NUMBER[weekday]:
            return "bad_date"
        if past:
            return "future_date" if on > today else on
        return "past_date" if on < today else on


def find_dates(text: str) -> Iterator[Expression]:
    """Yield the date expressions of a text (capitals and accents don't matter), from left to right."""
    for match in _DATE.finditer(fold(text)):
        if match["sep"] == "." and not match["y"]:
            continue  # 9.30 is a time
        yield Expression(*match.span(), {name: value for name, value in match.groupdict().items() if value})


def find_times(text: str) -> Iterator[tuple[int, int, dt.time | None]]:
    """Yield (start, end, time) of each time of day in a text; the time is None when no clock shows it."""
    for match in _TIME.finditer(fold(text)):
        hour, minute = int(match["h"] or match["hour"]), int(match["m"] or 0)
        yield *match.span(), dt.time(hour, minute) if hour < 24 and minute < 60 else None


def later(today: dt.date, count: str, unit: str) -> dt.date:
    """Return the day that is so many days, weeks or months later; `count` as written ('2', 'twee', 'a')."""
    return _after(_count(count), unit, today)


def read_date(text: str, today: dt.date) -> dt.date | None:
    """Return the date that the whole text says (the next one when it has no year), or None when it says none."""
    around = _AROUND.fullmatch(" ".join(text.split())[:80])
    inner = around["date"] if around else ""
    found = next(find_dates(inner), None)
    if found is None or (found.start, found.end) != (0, len(inner)):
        return None
    on = found.resolve(today)
    if on == "past_date":
        on = found.resolve(today, past=True)
    return on if isinstance(on, dt.date) else None


def _meaning(parts: dict[str, str], today: dt.date, *, past: bool) -> dt.date | Problem:
    if iso := parts.get("iso"):
        return dt.date(*map(int, iso.split("-")))
    if day := parts.get("alone"):
        return _in_month(int(day), today, past=past)
    if month := parts.get("month") or parts.get("first"):
        day = parts.get("day") or parts.get("behind") or str(_DAY_OF_MONTH[parts["spoken"]])
        return _in_year(int(day), _MONTH_NUMBER[month], parts.get("year"), today, past=past)
    if day := parts.get("d"):
        return _in_year(int(day), int(parts["m"]), parts.get("y", "").lstrip("-/."), today, past=past)
    return _reckoned(parts, today, past=past)


def _in_month(day: int, today: dt.date, *, past: bool) -> dt.date:
    """Return the nearest 'de 18e' on the right side of today."""
    step = -1 if past else 1
    for count in range(3):
        years, month = divmod(today.month - 1 + step * count, 12)
        if day <= calendar.monthrange(today.year + years, month + 1)[1]:
            on = dt.date(today.year + years, month + 1, day)
            if on <= today if past else on >= today:
                return on
    raise ValueError


def _reckoned(parts: dict[str, str], today: dt.date, *, past: bool) -> dt.date | Problem:
    if relative := parts.get("relative"):
        return today + dt.timedelta(days=_RELATIVE[relative])
    if count := parts.get("count"):
        return _after(_count(count), parts["unit"], today)
    if ago := parts.get("ago"):
        return today - dt.timedelta(days=_count(ago) * (7 if parts["past_unit"].startswith("w") else 1))
    if end := parts.get("end"):
        return _end_of(end, today, past=past)
    return _weekday(parts, today, past=past)


def _in_year(day: int, month: int, year: str | None, today: dt.date, *, past: bool) -> dt.date | Problem:
    if year:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = (today.year, today.year - 1) if past else (today.year, today.year + 1)
    dates = [dt.date(each, month, day) for each in years if day <= calendar.monthrange(each, month)[1]]
    if not dates:
        raise ValueError
    return _nearest_sensible(dates, today, past=past)


def _nearest_sensible(dates: list[dt.date], today: dt.date, *, past: bool) -> dt.date:
    """Return the first date on the right side of today, unless one just on the wrong side shows a mistake."""
    for on in dates:
        wrong_side = on > today if past else on < today
        if not wrong_side or abs(on - today) <= RECENT:
            return on
    return dates[-1]


_ENGLISH_COUNTS = ("zero", "one", "two", "three")


def _count(word: str) -> int:
    spoken = next((each for each in (_COUNTS, _ENGLISH_COUNTS) if word in each), None)
    return int(word) if word.isdecimal() else spoken.index(word) if spoken else 1


def _after(count: int, unit: str, today: dt.date) -> dt.date:
    if unit.startswith("m"):
        years, month = divmod(today.month - 1 + count, 12)
        last = calendar.monthrange(today.year + years, month + 1)[1]
        return dt.date(today.year + years, month + 1, min(today.day, last))
    return today + dt.timedelta(days=count * (7 if unit.startswith("w") else 1))


def _end_of(what: str, today: dt.date, *, past: bool) -> dt.date | Problem:
    if what.endswith("week"):
        friday = today + dt.timedelta(days=4 - today.weekday())
        return friday + dt.timedelta(days=7) if what.startswith("volgende") else friday
    if what.endswith("maand"):
        start = _after(1, "maand", today.replace(day=1)) if what.startswith("volgende") else today
        return start.replace(day=calendar.monthrange(start.year, start.month)[1])
    month = _MONTH_NUMBER[what]
    years = (today.year, today.year - 1) if past else (today.year, today.year + 1)
    ends = [dt.date(year, month, calendar.monthrange(year, month)[1]) for year in years]
    return _nearest_sensible(ends, today, past=past)


def _in_this_week(wanted: int, today: dt.date, *, backwards: bool) -> bool:
    """Return whether the nearest such day is one of this week, so that who says 'next' may mean another."""
    return wanted <= today.weekday() if backwards else wanted >= today.weekday()


def _weekday(parts: dict[str, str], today: dt.date, *, past: bool) -> dt.date | Problem:
    which = parts.get("which") or parts.get("which2")
    wanted = next(_DAY_NUMBER[parts[name]] for name in ("wd3", "wd4", "wd5", "wd6") if name in parts)
    if which:
        monday = today - dt.timedelta(days=today.weekday())
        weeks = {"volgende": 7, "next": 7, "vorige": -7, "last": -7, "deze": 0}[which]
        return monday + dt.timedelta(days=weeks + wanted)
    near = parts.get("near", "")
    backwards = near in {"afgelopen", "vorige", "last"} or (past and not near)
    if near in {"volgende", "vorige", "next", "last"} and _in_this_week(wanted, today, backwards=backwards):
        return "ambiguous"  # half of the Dutch mean the coming Friday, the other half the one after it
    if wanted == today.weekday():
        return "ambiguous" if backwards or near == "deze" else today + dt.timedelta(days=7)
    step = (today.weekday() - wanted) % 7 if backwards else (wanted - today.weekday()) % 7
    return today + dt.timedelta(days=-step if backwards else step)
