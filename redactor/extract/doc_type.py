"""What kind of paper a document is, from its own headings; the names are those of the served log.

A benefit form's number would say what somebody applied for (8 U.S.C. § 1367(a)(2); law: its existence is covered),
so every such form has one name here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.model import Passage

_ANCHORS: tuple[tuple[str, str], ...] = (
    (r"certification of compliance", "Certification of compliance (8 U.S.C. § 1229(e))"),
    (r"notice to appear|form i-?862", "Notice to Appear (Form I-862)"),
    (r"record of deportable|form i-?213", "Record of Deportable/Inadmissible Alien (Form I-213)"),
    (r"continuation page|form i-?831", "Continuation page (Form I-831)"),
    (r"warrant for arrest of alien|form i-?200", "Warrant for Arrest of Alien (Form I-200)"),
    (r"warrant of removal|form i-?205", "Warrant of Removal (Form I-205)"),
    (r"notice of custody determination|form i-?286", "Notice of Custody Determination (Form I-286)"),
    (r"immigration detainer|form i-?247", "Immigration detainer (Form I-247)"),
    (r"notice of entry of appearance|form g-?28\b|form eoir-?28", "Notice of entry of appearance"),
    (r"notice of action|form i-?797", "Agency notice"),
    (r"form i-?(?:914|918|360|765|485|192|929|751|589|821|881)\b|form eoir-?42b", "Agency form"),
    (r"order of protection|family court of the state", "State court paper"),
    (r"united states (?:district court|court of appeals)|case \d:\d\d-c[vr]-", "Federal court paper"),
    (r"^\s*(?:from|to|sent|subject):.*\n\s*(?:from|to|cc|sent|date|subject):", "E-mail"),
    (r"\bmemorandum\b", "Memorandum"),
    (r"arrest log|arrests? (?:report|list)", "Arrest log"),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE | re.MULTILINE), name) for pattern, name in _ANCHORS)
_HEADING = 1_500
"""Code points of the first page in which a document says what it is."""


def doc_type_of(passages: Sequence[Passage]) -> str:
    """The kind of document, "Document" where nothing says so. The anchor that stands first on page 1 decides."""
    first = next((passage.text for passage in passages if passage.address == "p1"), "")[:_HEADING]
    found = [(match.start(), name) for pattern, name in _COMPILED if (match := pattern.search(first))]
    return min(found)[1] if found else "Document"
