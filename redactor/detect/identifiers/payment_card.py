"""Payment cards."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class PaymentCardRecognizer(IdentifierRecognizer):
    """Payment card: thirteen to nineteen digits that begin with 2 to 6, Luhn (ISO/IEC 7812-1).

    Seen as 4111 1111 1111 1111 and "card no. 5500-0000-0000-0004". A failed check needs the label. Not a visa's control
    number (fourteen digits that begin with a year), not a run of page numbers.
    """

    category = Category.PAYMENT_CARD
    labels = r"card|visa|mastercard|amex|american\s+express|discover|debit|credit|tarjeta"
    shapes = (
        Shape(
            "thirteen to nineteen digits",
            r"(?<![A-Za-z0-9\-.])(?P<id>[2-6]\d{3}(?:[ \-]?\d){8,14}\d)(?![A-Za-z0-9\-])",
            0.5,
        ),
        Shape(
            "twelve or more by label", r"(?<![A-Za-z0-9\-.])(?P<id>\d{12,19})(?![A-Za-z0-9\-])", 0.25, needs_label=True
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Groups as printed on cards (fours, or American Express's four, six, five), or no groups at all."""
        groups = [len(group) for group in value.replace("-", " ").split()]
        if len(groups) == 1:
            return 12 <= groups[0] <= 19 and not (groups[0] == 14 and value[:2] in ("19", "20"))
        return groups in ([4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3])

    def doubtful(self, shape: Shape, value: str) -> bool:
        """Luhn's check fails."""
        return not checks.luhn(value)
