"""French."""

from typing import Final

from klachtmail.languages.language import Language

FR: Final = Language(
    code="fr",
    opens=("Le", "Dans un (?:message|mail)"),
    wrote=("écrit", "ecrit"),
    by=("par",),
    label_from=("de", "expéditeur"),
    label_date=("envoyé", "envoye", "envoyé le", "date d'envoi", "date", "message du"),
    label_to=("à", "a", "pour", "destinataire"),
    label_subject=("objet", "sujet"),
    label_other=("copie à", "copie", "répondre à", "pièces jointes", "importance"),
    original=("(?:message|mail) (?:d.origine|original)",),
    forwarded=("message transf[ée]r[ée]",),
    begins_forwarded=("d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])",),
    says_forwarded=("transfér", "transfer", "réexpédi"),
    months=(
        "janv janvier",
        "févr fevr février fevrier",
        "mars",
        "avr avril",
        "mai",
        "juin",
        "juil juillet",
        "août aout",
        "sept septembre",
        "oct octobre",
        "nov novembre",
        "déc dec décembre decembre",
    ),
    replied=("réf",),
    passed_on=("tr",),
    answer=("r[ée]ponse",),
    absence_notice=("absence du bureau", "message d.absence"),
    absent=("absence", "absente?", "en cong[ée]s?", "en vacances"),
    receipt=("lu", "accus[ée] de (?:lecture|r[ée]ception)"),
    invitation_answer=("accept[ée]e?", "refus[ée]e?", "provisoire", "annul[ée]e?"),
    recalled=("rappel",),
    undelivered=("non remis", "notification d.[ée]tat", "non distribuable", "[ée]chec de (?:la )?remise"),
    delayed=("retard[ée]",),
    small_words="""
        le la les un une des du de et je ne pas avec pour est sont sur que qui il elle mais ai avons avez mon ma mes votre vos notre nos nous
        vous aussi chez encore très trop ce cette ces cet suis était étaient été peut veux voudrais faut bonjour madame monsieur merci
        cordialement salutations plainte réclamation mécontent mécontente déçu déçue mauvais mauvaise formation cours facture argent
        remboursement téléphone appeler réponse jamais toujours personne rien quelque ici là où quand pourquoi comment parce si ou par dans
        depuis contre sans entre au aux
    """,
)
