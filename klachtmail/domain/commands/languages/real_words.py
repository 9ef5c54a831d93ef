"""Words that are no slips of the finger, though one letter would make them a word of the lexicon.

A selection from the word lists of OpenTaal (the Dutch words, BSD licence, copyright the OpenTaal foundation) and of SCOWL
(the English ones, public domain): those within one letter of a word of the lexicon. A new word of the lexicon may want more:
`deploy/real-words.py` rebuilds the list from such word lists. The licence of OpenTaal is in LICENSE-OpenTaal.txt.
"""

from typing import Final

from klachtmail.domain.commands.languages.real import a_to_b, c_to_f, g_to_k, l_to_o, p_to_s, t_to_z

REAL_WORDS: Final = frozenset("".join(each.WORDS for each in (a_to_b, c_to_f, g_to_k, l_to_o, p_to_s, t_to_z)).split())
