"""Russian."""

from typing import Final

from klachtmail.languages.language import Language

RU: Final = Language(
    code="ru",
    wrote=("написал", "пишет"),
    label_from=("от",),
    label_date=("отправлено", "дата"),
    label_to=("кому",),
    label_subject=("тема",),
    original=("исходное сообщение",),
    forwarded=("пересылаемое сообщение",),
    automatic=(r"авто(?:м\w*+)?",),
    answer=(r"ответ\w*+",),
    absent=("не в офисе", r"отсутств\w*+"),
)
