"""Croatian, Serbian and Slovene."""

from typing import Final

from klachtmail.languages.language import Language

HR: Final = Language(
    code="hr",
    wrote=("je napisao", "je napisala", "je napisal"),
    label_from=("šalje", "od"),
    label_subject=("predmet", "zadeva"),
    answer=("odgovor",),
)
