"""National numbers of Haiti, Jamaica and Cuba."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class CaribbeanIdRecognizer(IdentifierRecognizer):
    """NIN/NIF (Haiti), TRN (Jamaica), carné (Cuba): nine to eleven digits, label or country needed.

    Seen as "NIF: 003-123-456-7", "TRN 123-456-789" and "carné de identidad 91031412345". Not a telephone number with
    the country's name somewhere else on the page.
    """

    category = Category.NATIONAL_ID
    labels = (
        r"\bnin\b|\bnif\b|\bcin\b|\btrn\b|carn[eé]|haiti.{0,12}(?:id|no)|jamaica.{0,12}(?:id|no)|cuba.{0,12}(?:id|no)"
    )
    reach = 60
    shapes = (
        Shape(
            "nine to eleven digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{3}-?\d{3}-?\d{3}(?:-?\d{1,2})?)(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )
