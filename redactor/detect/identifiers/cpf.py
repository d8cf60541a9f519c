"""Brazil's taxpayer registry number."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class CpfRecognizer(IdentifierRecognizer):
    """CPF: three groups of three digits and two check digits.

    Seen as 111.444.777-35 and "CPF 11144477735". A failed check, or no punctuation, needs a label. Not a company's
    CNPJ, which is longer.
    """

    category = Category.NATIONAL_ID
    labels = r"\bcpf\b|cadastro|brazil|brasil"
    reach = 60
    shapes = (
        Shape("with punctuation", r"(?<![A-Za-z0-9\-])(?P<id>\d{3}\.\d{3}\.\d{3}-\d{2})(?![A-Za-z0-9\-])", 0.6),
        Shape(
            "eleven digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{11})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.cpf(value)
