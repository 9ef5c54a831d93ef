"""What members' commands do to complaints."""

from klachtmail.domain.conduct.answer import answer_mail, transcribe, understand
from klachtmail.domain.conduct.oral import record_oral
from klachtmail.domain.conduct.perform import perform
from klachtmail.domain.conduct.scene import Effect, Scene

__all__ = ["Effect", "Scene", "answer_mail", "perform", "record_oral", "transcribe", "understand"]
