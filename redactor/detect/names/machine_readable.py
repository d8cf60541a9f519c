"""What a machine-readable zone says of its holder (ICAO Doc 9303): the name, the document's number, the day of birth."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.checks import mrz_digit
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category, Role

_ALONE = r"(?<![A-Z0-9<])"
_END = r"(?![A-Z0-9<])"
_NAME_LINES = (
    regex.compile(rf"{_ALONE}[PV][A-Z<][A-Z<]{{3}}(?P<id>[A-Z]+(?:<{{1,2}}[A-Z]+)*)<*{_END}"),
    regex.compile(rf"{_ALONE}[ACI][A-Z<][A-Z<]{{3}}(?P<id>[A-Z]+(?:<{{1,2}}[A-Z]+)+)<+{_END}"),
    regex.compile(rf"{_ALONE}(?P<id>[A-Z]{{2,}}(?:<[A-Z]+)*<<[A-Z]+(?:<[A-Z]+)*)<*{_END}"),
)
_NUMBER_LINE = regex.compile(
    rf"{_ALONE}(?P<number>[A-Z0-9<]{{9}})(?P<c1>[0-9<])[A-Z<]{{3}}(?P<birth>\d{{6}})(?P<c2>\d)[MF<X]\d{{6}}\d[A-Z0-9<]{{8,16}}{_END}"
)
_CARD_FIRST = regex.compile(
    rf"{_ALONE}[ACI][A-Z0-9<](?P<state>[A-Z<]{{3}})(?P<number>[A-Z0-9<]{{9}})(?P<c1>[0-9<])(?P<more>[A-Z0-9<]{{15}}){_END}"
)
_CARD_SECOND = regex.compile(rf"{_ALONE}(?P<birth>\d{{6}})(?P<c2>\d)[MF<X]\d{{7}}[A-Z<]{{3}}[A-Z0-9<]{{11}}\d{_END}")
_RECEIPT = regex.compile(r"[A-Z]{3}\d{10}")
_LENGTHS = range(28, 47)
"""Places of a line: 30, 36 or 44, and two that OCR lost or doubled."""


class MachineReadableRecognizer(IdentifierRecognizer):
    """The fields of a zone: of "P<UTOEJEMPLO<<ANA<MARIA<<<…" the name, of the line below the number and the birthday where
    their check digits hold; of a USCIS card (C1USA…) the A-Number and the receipt number.

    The line as a whole is an identifier by itself (MrzRecognizer); this is what the registry learns from it.
    """

    category = Category.PERSON_NAME
    also = (Category.PASSPORT, Category.DATE_OF_BIRTH, Category.A_NUMBER, Category.RECEIPT_NUMBER)
    shapes = ()

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Claims on the fields."""
        if "<" not in text:
            return []
        results = []
        for category, start, end, score in (*_names(text), *_numbers(text)):
            result = self._result(
                Shape("field of a zone", "", score), text, (start, end), labelled=False, doubtful=False
            )
            result.entity_type = category.value
            result.recognition_metadata["role"] = Role.SUBJECT
            results.append(result)
        return results


_Field = tuple[Category, int, int, float]


def _names(text: str) -> Iterator[_Field]:
    for pattern in _NAME_LINES:
        for match in pattern.finditer(text):
            if len(match[0]) in _LENGTHS and match[0].count("<") > 2:
                yield Category.PERSON_NAME, *match.span("id"), 0.9


def _numbers(text: str) -> Iterator[_Field]:
    for match in _NUMBER_LINE.finditer(text):
        yield from _checked(match, "number", "c1", Category.PASSPORT)
        yield from _checked(match, "birth", "c2", Category.DATE_OF_BIRTH)
    for match in _CARD_FIRST.finditer(text):
        agency = match["state"] == "USA" and match["number"].isdigit()
        yield from _checked(match, "number", "c1", Category.A_NUMBER if agency else Category.PASSPORT)
        if agency and (receipt := _RECEIPT.match(match["more"])):
            yield Category.RECEIPT_NUMBER, match.start("more"), match.start("more") + receipt.end(), 0.9
    for match in _CARD_SECOND.finditer(text):
        yield from _checked(match, "birth", "c2", Category.DATE_OF_BIRTH)


def _checked(match: regex.Match[str], field: str, digit: str, category: Category) -> Iterator[_Field]:
    """The field without fillers, if its check digit holds."""
    if match[digit] == str(mrz_digit(match[field])) and (value := match[field].rstrip("<")):
        yield category, match.start(field), match.start(field) + len(value), 0.9
