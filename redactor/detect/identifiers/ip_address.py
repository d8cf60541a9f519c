"""Internet addresses of machines."""

from __future__ import annotations

import ipaddress

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class IpAddressRecognizer(IdentifierRecognizer):
    """IP address, version 4 or 6, as the standard library reads it.

    Seen as 203.0.113.7 and 2001:db8::42. Not a section number (1.2.3), not a clock time (10:20:30).
    """

    category = Category.ONLINE_IDENTIFIER
    labels = r"\bIP\b|address|login|logged"
    crosses_lines = False
    shapes = (
        Shape("version 4", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)", 0.5),
        Shape("version 6", r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])", 0.6, ignore_case=True),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """A real address; version 6 with a letter or "::", so that a clock time is none."""
        try:
            ipaddress.ip_address(value)
        except ValueError:
            return False
        return shape.name == "version 4" or "::" in value or value.count(":") == 7
