"""Portuguese."""

from typing import Final

from klachtmail.languages.language import Language

PT: Final = Language(
    code="pt",
    opens=("Em",),
    wrote=("escreveu", "citando"),
    by=("por", "de"),
    label_from=("de",),
    label_date=("enviado", "enviada em", "data"),
    label_to=("para",),
    label_subject=("assunto",),
    original=("mensagem original",),
    forwarded=("mensagem (?:encaminhada|reencaminhada)",),
    says_forwarded=("encaminhad",),
    months=(
        "jan janeiro",
        "fev fevereiro",
        "mar março marco",
        "abr abril",
        "mai maio",
        "jun junho",
        "jul julho",
        "ago agosto",
        "set setembro",
        "out outubro",
        "nov novembro",
        "dez dezembro",
    ),
    passed_on=("enc",),
    answer=("resposta",),
    absence_notice=("fora do escrit[óo]rio",),
    absent=("aus[êe]ncia(?: tempor[áa]ria)?", "de f[ée]rias"),
    receipt=("lido",),
    invitation_answer=("aceite", "aceito"),
    undelivered=("n[ãa]o entregue",),
)
