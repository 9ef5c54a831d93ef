"""Turkish."""

from typing import Final

from klachtmail.languages.language import Language

TR: Final = Language(
    code="tr",
    wrote=("şunu yazdı", "yazdı"),
    label_from=("kimden",),
    label_date=("gönderildi", "tarih"),
    label_to=("kime",),
    label_subject=("konu",),
    original=("orijinal mesaj", "özgün ileti"),
    automatic=("otomatik",),
    answer=("yan[ıi]t",),
    absent=("izin",),
)
