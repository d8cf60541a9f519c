"""Names over an address, as on an envelope or in the window of a notice."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.vocabulary import only_vocabulary

_BLOCK = regex.compile(
    r"(?m)^[ \t]*(?P<id>\p{Lu}[^\n\t\d:;@]{2,48}?)[ ]*\n"
    r"(?:[ \t]*(?:(?i:c/o|attn|apt|unit|floor)\b[^\n]{0,40}|\p{Lu}[^\n\d:;@]{2,48})\n){0,2}?"
    r"[ \t]*(?:\d{1,5}[A-Z]?(?:-\d{1,4})?[ ][^\n\t]{3,50}|P\.? ?O\.? Box \d+[^\n]{0,20})\n"
    r"(?:[ \t]*(?:apt|unit|floor|suite|fl)[^\n]{0,20}\n)?"
    r"[ \t]*\p{Lu}[\p{L} .'\-]{2,30},?[ ](?:[A-Z]{2}|New York|New Jersey|Connecticut|Pennsylvania)\.?[ ]{1,2}\d{5}"
)
_OFFICE = regex.compile(
    r"(?i)\b(?:court|department|office|service|services|center|centre|clinic|hospital|school|agency|bureau|division|llp|llc|inc|p\.c|pllc|society|project|foundation|house|shelter|church|ministry|university|county|city of|state|unit|facility|jail|bank|corp|company|association|legal|law|plaza|building|division|attorney general|attorney)\b"
)


class AddressBlockRecognizer(ZoneRecognizer):
    """The line over a street and a city with its ZIP code: "ANA EJEMPLO" over "15-53 BEACH 95TH STREET" over "QUEENS, NY
    11399".

    Not an office or a firm there.
    """

    cues = regex.compile(r"\d{5}")

    def told(self, text: str) -> Iterator[Told]:
        """The names, of no role."""
        for match in _BLOCK.finditer(text, overlapped=True):
            value = match["id"].rstrip(" ,")
            if (
                1 < len(value.split()) <= 6
                and written_as_name(value)
                and not _OFFICE.search(value)
                and not only_vocabulary(value)
            ):
                yield Told(*match.span("id"), None, 0.75, "over an address")
