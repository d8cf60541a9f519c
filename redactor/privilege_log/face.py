"""What the face of a produced document says of its author, recipients, date and subject (Local Civil Rule 26.2(a)(2)).

It is read from the *redacted* text, so that it can say no more than the page that is served.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REDACTED = "[REDACTED]"
"""Stands for every label in a log value: which label it was says nothing that the page does not."""

_HEAD = 2_000
"""Code points of the first page in which a message or memorandum says who wrote to whom."""

_LONGEST = 300
"""Code points of one value; a distribution list goes on on the page."""

_FIELD = re.compile(
    r"^[ \t]*(?P<field>from|to|cc|bcc|sent|date|subject|re)[ \t]*:[ \t]*(?P<value>\S.*)$", re.IGNORECASE | re.MULTILINE
)
_LABEL = re.compile(r"\[[^\[\]\n]*\](?:\s*\[[^\[\]\n]*\])*")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH = re.compile(rf"\b({'|'.join(_NAMES)})[a-z]*\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-][^/.\-\n]{0,40}[/.-]((?:19|20)\d\d)(?!\d)|((?:19|20)\d\d)-(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Face:
    """Author, recipients and subject as the redacted page shows them, and the month ("2020-01"); "" where it does
    not say. Days are left out even where the page shows one: a log read beside others must not tell more."""

    author: str = ""
    to: str = ""
    cc: str = ""
    bcc: str = ""
    subject: str = ""
    month: str = ""


def face_of(redacted: str) -> Face:
    """The face of a document whose first page's redacted text this is. Only a header of at least two fields, a sender
    or addressee among them, is believed: a form's "Date:" alone is no letter."""
    fields: dict[str, str] = {}
    for match in _FIELD.finditer(redacted[:_HEAD]):
        fields.setdefault(match["field"].lower(), _plain(match["value"]))
    if len(fields) < 2 or not fields.keys() & {"from", "to"}:
        return Face()
    return Face(
        author=fields.get("from", ""),
        to=fields.get("to", ""),
        cc=fields.get("cc", ""),
        bcc=fields.get("bcc", ""),
        subject=fields.get("subject", fields.get("re", "")),
        month=_month(fields.get("sent", fields.get("date", ""))),
    )


def _plain(value: str) -> str:
    shown = " ".join(_LABEL.sub(REDACTED, value).split())
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rsplit(' ', 1)[0]} ..."


def _month(date: str) -> str:
    named, year = _NAMED_MONTH.search(date), _YEAR.search(date)
    if named and year:
        return f"{year.group()}-{_NAMES.index(named[1].lower()[:3]) + 1:02}"
    if numeric := _NUMERIC.search(date):
        year_first = numeric[3] is not None
        month = int(numeric[4] if year_first else numeric[1])
        return f"{numeric[3] or numeric[2]}-{month:02}" if 1 <= month <= 12 else ""
    return ""
