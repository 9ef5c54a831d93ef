"""The archive: one file a year, looked up on demand, so that what is settled costs neither a start nor a commit."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from klachtmail.domain.record import of_json
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.state import Seen
from klachtmail.store import archive_year
from klachtmail.store.archivable import Archivable
from klachtmail.store.archive_index import signature
from klachtmail.store.archive_year import Year
from klachtmail.store.disk import Disk, as_store_error
from klachtmail.store.errors import StoreCorruptError
from klachtmail.store.indexed_table import raw
from klachtmail.store.schema import Document


class Archive:
    """The folder `archive`; nothing is opened before something is asked for."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk
        self._opened: dict[int, Year] | None = None

    @property
    def years(self) -> dict[int, Year]:
        """The archive files by year, the oldest first."""
        if self._opened is None:
            paths = sorted(self._folder.glob("[0-9][0-9][0-9][0-9].json"))
            self._opened = {int(path.stem): Year(path, self._disk) for path in paths}
        return self._opened

    def refresh(self) -> None:
        """Open the files again when one was replaced or added."""
        if self._opened is None:
            return
        now = {path.stem: signature(path.lstat()) for path in self._folder.glob("[0-9][0-9][0-9][0-9].json")}
        if now != {str(number): year.signature for number, year in self._opened.items()}:
            self.close()

    def close(self) -> None:
        """Let go of the files; the next question opens them again."""
        for year in (self._opened or {}).values():
            year.close()
        self._opened = None

    def complaint(self, number: str) -> Complaint | None:
        """Return an archived complaint, or None."""
        year = self.years.get(int(number[1:5])) if number[1:5].isdigit() else None
        places = year.index.find("number", number) if year else []
        return of_json(Complaint, year.at(places[0])["complaint"]) if year and places else None

    def numbers(self, index: str, key: str) -> tuple[str, ...]:
        """Return the archived numbers under a msg-id (index 'thread') or an address (index 'address')."""
        return tuple(number for year in self.years.values() for number in year.index.numbers(index, key))

    def seen(self, sighting: str) -> Seen | None:
        """Return the archived sighting with this content key or place, or None."""
        for year in reversed(self.years.values()):
            for place in year.index.find("sighting", sighting):
                return of_json(Seen, year.at(place)["seen"])
        return None

    def complaints(self, where: Callable[[Document], bool] | None = None) -> Iterator[Complaint]:
        """Yield the archived complaints, all or those of which the document says so, by year and number, one at a time."""
        for year in self.years.values():
            found = (line["complaint"] for line in year.lines() if "complaint" in line)
            yield from (of_json(Complaint, each) for each in found if where is None or where(each))

    def sightings(self) -> Iterator[Seen]:
        """Yield all archived sightings, by year, one at a time."""
        for year in self.years.values():
            yield from (of_json(Seen, line["seen"]) for line in year.lines() if "seen" in line)

    def damage(self) -> list[str]:
        """Read everything; return what is wrong, one sentence each."""
        troubles = []
        for year in self.years.values():
            try:
                year.check()
            except StoreCorruptError as error:
                troubles.append(str(error))
        return troubles

    def put(self, going: Archivable, thawed: AbstractSet[str]) -> None:
        """Archive these durably, each in its year, and forget the numbers that are back in the register."""
        complaints: dict[int, dict[str, Complaint]] = defaultdict(dict)
        sightings: dict[int, dict[str, Seen]] = defaultdict(dict)
        for number, complaint in going.complaints.items():
            complaints[int(number[1:5])][number] = complaint
        for key, seen in going.seen.items():
            sightings[seen.at.year][key] = seen
        try:
            with as_store_error("write the archive"):
                for year in sorted({*complaints, *sightings, *(int(number[1:5]) for number in thawed)}):
                    self._put_year(year, complaints[year], sightings[year], thawed)
        finally:
            self.close()

    def _put_year(
        self, year: int, complaints: dict[str, Complaint], seen: dict[str, Seen], thawed: AbstractSet[str]
    ) -> None:
        if not self._folder.is_dir():
            self._disk.make_folder(self._folder)
            self._disk.sync_folder(self._folder.parent)
        there = self.years.get(year)
        if there:
            there.check()
        lines = archive_year.merged(
            there.lines() if there else (),
            {number: raw(complaint) for number, complaint in complaints.items()},
            {key: raw(sighting) for key, sighting in seen.items()},
            thawed,
        )
        archive_year.write(self._disk, self._folder / f"{year}.json", lines)
