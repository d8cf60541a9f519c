"""Names of immigration forms whose capital I an engine took for the figure one or a small l: I-797C, not 1-797C.

Left as read, the number is a word that nothing explains, and is withheld. Only numbers of forms that exist are put
right, and only where no further figures follow, as in a telephone number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.ocr.reading import ReadWord

_FORMS = frozenset(
    "9 20 90 94 95 102 129 129F 130 131 134 140 191 192 193 200 203 205 210 212 213 215 216 217 220A 220B 221 224 243"
    " 246 247 256 259 261 286 290A 290B 305 312 323 327 352 360 391 407 485 508 512 526 539 551 571 589 590 600 601"
    " 601A 602 605 612 643 644 687 690 693 694 698 730 751 765 766 770 777 797 797A 797B 797C 797D 797E 797F 817 821"
    " 821D 823 824 826 830 831 851 854 856 860 862 863 864 864A 864EZ 866 867 867A 867B 870 871 872 881 883 890 901"
    " 905 907 912 914 914A 914B 918 918A 918B 924 929 941 942 945".split()
)
"""Numbers of the forms of USCIS, ICE, CBP and the former INS in the series I, those still met in files."""

_MISREAD = re.compile(r"(\W*)[1l](-(\d{1,3}(?:[A-Z]|EZ)?)\W*)")


def with_form_names(words: Sequence[ReadWord]) -> Iterator[ReadWord]:
    """The words in their order, names of forms put right."""
    for at, word in enumerate(words):
        found = _MISREAD.fullmatch(word.text)
        after = words[at + 1] if at + 1 < len(words) and words[at + 1].line == word.line else None
        if found and found[3] in _FORMS and not (after and after.text[:1].isdigit()):
            word = replace(word, text=f"{found[1]}I{found[2]}")
        yield word
