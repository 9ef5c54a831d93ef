"""Ukrainian and Bulgarian."""

from typing import Final

from klachtmail.languages.language import Language

UK: Final = Language(
    code="uk",
    wrote=("написав", "пише"),
    label_from=("від",),
    label_date=("надіслано",),
    label_to=("кому",),
    label_subject=("тема",),
    automatic=(r"авто(?:м\w*+)?",),
    answer=("відповідь", "отговор"),
)
