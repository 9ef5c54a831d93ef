"""Spanish."""

from typing import Final

from klachtmail.languages.language import Language

ES: Final = Language(
    code="es",
    opens=("El",),
    wrote=("escribi[oó]", "escribe"),
    by=("de",),
    label_from=("de",),
    label_date=("enviado el", "enviado", "fecha"),
    label_to=("para",),
    label_subject=("asunto",),
    label_other=("cco", "adjuntos"),
    original=("mensaje original",),
    forwarded=("mensaje reenviado",),
    begins_forwarded=("inicio del mensaje reenviado",),
    says_forwarded=("reenviad",),
    months=(
        "ene enero",
        "feb febrero",
        "mar marzo",
        "abr abril",
        "may mayo",
        "jun junio",
        "jul julio",
        "ago agosto",
        "sept sep septiembre",
        "oct octubre",
        "nov noviembre",
        "dic diciembre",
    ),
    passed_on=("rv",),
    answer=("respuesta",),
    absence_notice=("fuera de (?:la )?oficina",),
    absent=("ausente", "ausencia", "de vacaciones"),
    receipt=("le[ií]do", "confirmaci[óo]n de lectura"),
    invitation_answer=("aceptad[ao]", "rechazad[ao]"),
    undelivered=("no se puede entregar", "no entregado"),
)
