"""Every kind of letter that has no agenda in it, one class each; its words are the template of the same name.

A new kind is a class in one of these families and a template: name, audience, sample and what `check` renders come from the class.
"""

from klachtmail.domain.outgoing.letters.answers import *
from klachtmail.domain.outgoing.letters.clients import *
from klachtmail.domain.outgoing.letters.fairness import *
from klachtmail.domain.outgoing.letters.news import *
from klachtmail.domain.outgoing.letters.trouble import *
