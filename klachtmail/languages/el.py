"""Greek."""

from typing import Final

from klachtmail.languages.language import Language

EL: Final = Language(
    code="el",
    wrote=("έγραψε",),
    label_from=("από",),
    label_date=("στάλθηκε",),
    label_to=("προς",),
    label_subject=("θέμα",),
    automatic=(r"αυτόμ\w*+",),
    answer=("απάντηση",),
)
