"""Who speaks in chats, text messages and transcripts."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.zone import Told, ZoneRecognizer
from redactor.vocabulary import only_vocabulary

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[  ]?[AaPp]\.?[Mm]\.?)?"
_DAY = r"(?:\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4},?[ ])?"
_NAME = r"(?P<id>\p{L}[\p{L}\p{M}'.\- ]{0,38}?)"
_LINES = (
    # [10:12] name: text, [1/24/20, 10:12 AM] Name: text, and WhatsApp's "1/24/20, 10:12 AM - Name: text"
    regex.compile(rf"(?m)^[ \t]*[\[(]{_DAY}{_TIME}[\])][ \t]*[-–]?[ ]?[~<]?{_NAME}[ ]?(?:\([^)\n]{{1,30}}\))?[ ]?>?[:>](?=\s)"),
    regex.compile(rf"(?m)^[ \t]*{_DAY}{_TIME}[ \t]*(?:[-–|][ \t]*)?[~<]?{_NAME}[ ]?>?[:>](?=\s)"),
    # Name (10:12): text, Name [10:12 AM] text
    regex.compile(rf"(?m)^[ \t]*{_NAME}[ \t]*[\[(]{_DAY}{_TIME}[\])][ ]?:?(?=\s)"),
    regex.compile(rf"(?m)^[ \t]*{_NAME}[ \t]*[,|\t–-][ \t]*{_DAY}{_TIME}[ \t]*(?::[ \t]|$)"),
)  # fmt: skip
_SPOKEN = regex.compile(r"(?m)^[ \t]*(?P<id>\p{L}[\p{L}\p{M}'.\-]*(?: \p{L}[\p{L}\p{M}'.\-]*){0,2}) ?[>»:] (?=\S)")
_ARROW = regex.compile(
    r"(?m)^[ \t]*(?P<id>\p{L}[\p{L}\p{M}'.\-]*(?: \p{L}[\p{L}\p{M}'.\-]*){0,2}) ?(?:>|»|->|=>) (?=\S)"
)
_NOBODY = frozenset(
    "me you yo tu unknown system admin caller contact start end time date entry exit arrived departed note total page status hours shift break lunch".split()
)
_LEAST_ARROWS = 2
"""Lines with an arrow behind a word from which they are a conversation."""


class ChatRecognizer(ZoneRecognizer):
    """Speakers of a log: "[10:12] malena: ya llegue", "1/24/20, 10:12 AM - Ana Ejemplo: ok", "wen > on my way".

    A speaker of one line is the speaker of every line that begins so. Not a clock time in a list ("10:12 Arrived:").
    """

    cues = regex.compile(r"\d:\d\d|(?m:^[^\n]{1,40}(?:>|») )")

    def told(self, text: str) -> Iterator[Told]:
        """The speakers, each time they speak."""
        speakers: set[str] = set()
        for pattern in _LINES:
            for match in pattern.finditer(text):
                if _speaks(match["id"]):
                    speakers.add(match["id"].casefold())
                    yield Told(*match.span("id"), None, 0.8, "speaker with a time")
        arrows = [match for match in _ARROW.finditer(text) if _speaks(match["id"])]
        if len(arrows) >= _LEAST_ARROWS:
            speakers |= {match["id"].casefold() for match in arrows}
        if speakers:
            for match in _SPOKEN.finditer(text):
                if match["id"].casefold() in speakers:
                    yield Told(*match.span("id"), None, 0.8, "speaker")


def _speaks(name: str) -> bool:
    words = name.casefold().split()
    return 0 < len(words) <= 4 and not set(words) & _NOBODY and not only_vocabulary(name)
