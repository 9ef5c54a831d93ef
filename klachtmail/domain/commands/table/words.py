"""Sets of concepts that several families write in their frames."""

from typing import Final

# Nobody but the complainant is spoken of.
NO_OTHER: Final = "!MEMBER !WITH-MEMBER !TO-MEMBER !BY-MEMBER !WITH-OTHER !TO-OTHER !BY-OTHER !OTHER !YOU !U"
# What this complaint itself is called.
CASE: Final = "THIS COMPLAINT-NOUN COMPLAINT DOSSIER"
