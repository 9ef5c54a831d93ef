"""Estonian, Latvian and Lithuanian."""

from typing import Final

from klachtmail.languages.language import Language

ET: Final = Language(
    code="et",
    wrote=("kirjutas", "rakstīja", "rašė"),
    answer=("vastus", "atbilde", "atsakymas"),
    automatic_answer=("automaatvastus",),
    absent=("atva[ļl]in[āa]jums",),
)
