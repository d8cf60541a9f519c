"""Names in lists that stand beside a person's number without any label."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.shape import ANY_ORDER
from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.model import Role
from redactor.vocabulary import only_vocabulary

_NUMBER = r"(?:A[ ]?[#\-]?[ ]?)?\d{3}[\- ]?\d{3}[\- ]?\d{3}(?![\d\-])"
_BEFORE = regex.compile(rf"(?<![\p{{L}}'\-])(?P<id>{ANY_ORDER})[ ]?(?:[/|,:;–-]|\()[ ]?{_NUMBER}")
_BEHIND = regex.compile(
    rf"(?<![\d\-]){_NUMBER}[ ]?(?:[/|,:;–\t-][ ]?)?[ ]?(?P<id>\p{{Lu}}{{2}}[\p{{Lu}}'\- ]*,[ ]{ANY_ORDER}|\p{{Lu}}[\p{{Lu}}'\-]+(?:[ ]\p{{Lu}}[\p{{Lu}}'\-]+){{1,4}})(?!\p{{L}})"
)


class BesideNumberRecognizer(ZoneRecognizer):
    """A name beside nine digits as A-Numbers are grouped: "ANA EJEMPLO / 200555123", "200 555 123 MUSTER, WEN".

    Not a heading before a telephone number or a receipt.
    """

    cues = regex.compile(r"\d{3}[\- ]?\d{3}[\- ]?\d{3}(?![\d\-])")

    def told(self, text: str) -> Iterator[Told]:
        """The names."""
        for pattern in (_BEFORE, _BEHIND):
            for match in pattern.finditer(text):
                value = match["id"].split("\n")[-1]
                if len(value.split()) > 1 and written_as_name(value) and not only_vocabulary(value):
                    yield Told(match.end("id") - len(value), match.end("id"), Role.SUBJECT, 0.85, "beside a number")
