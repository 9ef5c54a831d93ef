"""English."""

from typing import Final

from klachtmail.languages.language import Language

EN: Final = Language(
    code="en",
    opens=("On", "In a (?:message|mail)"),
    wrote=("wrote", "writes", "quoting", "sent"),
    by=("by",),
    label_from=("from",),
    label_date=("sent", "date", "sent on", "date sent"),
    label_to=("to",),
    label_subject=("subject",),
    label_other=(
        "cc",
        "bcc",
        "copy",
        "reply-to",
        "reply to",
        "attachments",
        "importance",
        "priority",
        "organization",
        "newsgroups",
    ),
    original=("original (?:message|e-?mail|appointment)", "reply message", "reply to message"),
    forwarded=("forwarded message",),
    begins_forwarded=("begin forwarded message",),
    says_forwarded=("forwarded",),
    months=(
        "jan january",
        "feb february",
        "mar march",
        "apr april",
        "may",
        "jun june",
        "jul july",
        "aug august",
        "sep sept september",
        "oct october",
        "nov november",
        "dec december",
    ),
    replied=("re",),
    passed_on=("fw", "fwd"),
    answer=("repl(?:y|ied)", r"respon[sd]\w*+", r"answer\w*+"),
    absence_notice=(
        "out[ -]of[ -](?:the |my )?office(?:[ -](?:reply|message|notification|assistant))?",
        "ooo",
        "(?:vacation|holiday) (?:reply|message|response|notice|notification)",
        "away from (?:my|the) (?:e-?)?mail",
    ),
    absent=(
        "away(?: from (?:my|the) (?:desk|office))?",
        "(?:on )?(?:vacation|annual leave|leave|holiday|maternity leave|parental leave)",
    ),
    receipt=(
        "read",
        "read[ -]receipt",
        "return receipt",
        "disposition notification",
        "delivery receipt",
        "not read",
        "delivered",
        "relayed",
    ),
    invitation_answer=("accepted", "declined", "tentative(?:ly accepted)?", "new time proposed", "cancell?ed"),
    recalled=("recall", r"message (?:intrekken|recall)[^:\n]{0,20}"),
    undelivered=(
        "undeliver",
        "delivery (?:status notification|failure|failed|error|report|notification|delayed|has failed)",
        "mail delivery",
        "message delivery",
        "failure notice",
        "failure delivery",
        "failed (?:mail|delivery)",
        "returned",
        "mail returned",
        "mail (?:system )?error",
        "non[- ]?deliver",
        "warning: (?:could not send|message)",
        "(?:automatically )?rejected",
        "message (?:not|could not)",
        "mail (?:could )?not",
        "error (?:sending|mail)",
        "user unknown",
        "your message (?:to|could)",
        "can.t be delivered",
        "email (?:could )?not",
        "unable to deliver",
        "mail failure",
        "bounce",
        "delayed",
    ),
    delayed=("warning: ", "delayed", "delivery delayed", r"delivery status notification \(delay\)"),
    small_words="""
        the a an and i that not with are it but have has my you we your our this were would is be been they them their he she his her
        there here which who whom what when where why how did does do done doing can cannot can't could should will won't don't didn't isn't
        wasn't haven't i'm i've it's because if or so than then very too much many nobody anybody someone nothing something anything
        never ever always again still yet please thanks thank hello dear regards sincerely kind best complaint complaints complain
        unhappy disappointed dissatisfied poor terrible awful rude late room was freezing cold dirty trainer's teacher course class classroom
        refund money back paid pay invoice phone call called answer answered reply waiting wait mind sorry wrong bad worse worst horrible
        unacceptable cancel cancelled cancellation booked booking certificate exam about from for of to in on at by after before no yes
        get got want wanted need me us out up just only any some one two time day week month yesterday today tomorrow
    """,
)
