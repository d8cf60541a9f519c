"""Names written LAST, First."""

from __future__ import annotations

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.names.base import NamePattern, NameRecognizer
from redactor.detect.names.likeness import nothing_but_words
from redactor.detect.names.shape import INITIAL
from redactor.vocabulary import NOT_NAMES, words_in

_CAPS = r"\p{Lu}[\p{Lu}'\-]+"
_PARTICLE = r"(?:DE|DEL|LA|LAS|LOS|Y|DA|DO|DOS|DAS|VAN|VON|DER|EL|AL|BIN|IBN|SAN|SANTA|LE)"
_LAST = rf"(?:(?:{_PARTICLE}[ ])*{_CAPS})(?:[ ](?:(?:{_PARTICLE}[ ])*{_CAPS})){{0,3}}"
_FIRST = rf"\p{{Lu}}[\p{{L}}'\-]+\.?(?:[ ](?:\p{{Lu}}[\p{{L}}'\-]+\.?|{INITIAL})){{0,3}}"


class LastFirstRecognizer(NameRecognizer):
    """LAST in capitals, a comma, the given names: "EJEMPLO LOPEZ, Maria Elena", "O'MUSTER, Sean".

    The shape alone is weak: captions and lists of counsel have it too ("NEW YORK, Plaintiff"). Vocabulary and role
    are what tell them apart, so it claims little and names no role.
    """

    patterns = (
        NamePattern(
            "LAST, First", rf"(?<![\p{{L}}\d\-'])(?P<id>{_LAST},(?:[ ]|[ ]?\n[ ]?){_FIRST})(?![\p{{L}}])", None, 0.6
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """The names. A sentence in capitals has commas too; more than half of its words are everyday ones, and a list
        of bodies and things ("DOJ, Students") has nothing else."""
        return [
            claim for claim in super().analyze(text, entities, nlp_artifacts) if _a_name(text[claim.start : claim.end])
        ]


def _a_name(value: str) -> bool:
    words = [word.lower() for word in words_in(value)]
    return sum(word in NOT_NAMES for word in words) * 2 <= len(words) and not nothing_but_words(value)
