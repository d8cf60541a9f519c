"""Who speaks in chats, text messages and transcripts."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.labels import label_of, printed
from redactor.detect.names.message_words import ORDINARY
from redactor.detect.names.zone import Told, ZoneRecognizer
from redactor.lexicon import fold, is_english, is_given
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
_TURN = regex.compile(
    r"(?m)^[ \t]*(?P<id>\p{Lu}[\p{L}\p{M}'.\-]*(?: \p{L}[\p{L}\p{M}'.\-]*){0,2})(?: \([^()\n]{1,16}\))?: (?=\S)"
)
_WITH = regex.compile(
    r"(?im)^(?:exhibit[^\n]{0,14})?[ \t]*\[?(?:imessages?|texts?|text messages?|messages?|chat|whatsapp|signal|messenger|conversation|sms|dms?)\b[^\n]{0,20}?\b(?:with|from|between|con|de)[ ](?P<id>(?-i:\p{L})[\p{L}'\-]+(?:[ ](?-i:\p{Lu})[\p{L}'\-]+){0,3})(?:[ ](?:and|to|y|a)[ ](?P<second>(?-i:\p{Lu})[\p{L}'\-]+(?:[ ](?-i:\p{Lu})[\p{L}'\-]+){0,3}))?"
)
_LEAST_TURNS = 3
"""Lines in a row with a word and a colon before them from which they are a conversation, where a word comes back."""

_MESSAGE = regex.compile(r"(?m)^[^\n]{1,60}?(?:[:>»] |[ap]\.?m\.? [\"“])(?P<said>[^\n]+)$")
_SMALL_WORD = regex.compile(r"(?<![\p{L}@./\d'])(?P<id>\p{Ll}[\p{Ll}\p{M}\-]+?)(?=(?:'?s)?(?![\p{L}\d@/']))")
_SPOKEN_OF = regex.compile(
    r"(?:\b(?:y|and|with|con|a|tell|dile|ask|know|ur|u|your|say|call|llama|llamo|w|get|got|see|saw|hi|hey|hola|q|que|love|miss|find|is|where is|donde esta|mama|papa|eyes on|copy\.|him\.|her\.)|[.!?]) $"
)
_THREAT = regex.compile(r"(?m)^\d{1,2}/\d{1,2}[^\n\"“]{0,16}[\"“]")
_FAMILY = regex.compile(r"(?i)\b(?:familia|family|los|the)[ ](?P<id>\p{L}[\p{L}'\- ]{2,30})(?=[\"”]\]?)")
_SHORTEST = 3
_SPANISH_ENDINGS = (
    "aron",
    "ieron",
    "ando",
    "iendo",
    "cion",
    "mente",
    "aba",
    "aban",
    "amos",
    "emos",
    "ado",
    "ada",
    "ido",
    "ida",
    "arla",
    "arlo",
    "arte",
    "arme",
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

    cues = regex.compile(
        r"(?i)\d:\d\d|messages?\b|\bchat\b|whatsapp|\btexts?\b|[ap]\.?m\.? [\"“]|(?m:^[^\n]{1,40}(?:>|»|:) )"
    )

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
        for match in _turns(text):
            speakers.add(match["id"].casefold())
            yield Told(*match.span("id"), None, 0.8, "speaker")
        for match in _WITH.finditer(text):
            for group in ("id", "second"):
                if match[group] and _speaks(match[group]):
                    yield Told(*match.span(group), None, 0.8, "conversation with")
        if speakers or _THREAT.search(text):
            yield from _in_small_letters(text)
        if speakers:
            for match in _SPOKEN.finditer(text):
                if match["id"].casefold() in speakers:
                    yield Told(*match.span("id"), None, 0.8, "speaker")


def _turns(text: str) -> Iterator[regex.Match[str]]:
    """Turns of conversations without times: lines one after the other, of speakers of whom at least one comes back."""
    begun: list[regex.Match[str]] = []
    line = 0
    for match in [*_TURN.finditer(text), None]:
        here = text.count("\n", 0, match.start()) if match else -9
        if begun and here - line > 2:
            yield from _conversation(begun)
            begun = []
        if match is None:
            yield from _conversation(begun)
        else:
            begun, line = [*begun, match], here


def _conversation(turns: list[regex.Match[str]]) -> list[regex.Match[str]]:
    names = [turn["id"].casefold() for turn in turns]
    back = len(set(names)) < len(names) and len(names) >= _LEAST_TURNS
    labels = sum(label_of(turn["id"]) is not None or only_vocabulary(turn["id"]) for turn in turns)
    return [turn for turn in turns if _speaks(turn["id"])] if back and labels * 2 <= len(turns) else []


def _in_small_letters(text: str) -> Iterator[Told]:
    """People whom messages call in small letters: a name of the lists that is no word of English or Spanish, and any
    unknown word where somebody is spoken of or spoken to."""
    for line in _MESSAGE.finditer(text):
        for word in _SMALL_WORD.finditer(text, *line.span("said")):
            plain = fold(word["id"])
            if len(plain) < _SHORTEST or is_english(plain) or plain in ORDINARY or plain.endswith(_SPANISH_ENDINGS):
                continue
            if (
                is_given(plain)
                or _SPOKEN_OF.search(text, max(0, word.start() - 14), word.start())
                or _called(text, word)
            ):
                yield Told(*word.span("id"), None, 0.6, "small letters in a message")
    for match in _FAMILY.finditer(text):
        yield Told(*match.span("id"), None, 0.7, "a family's chat")


def _called(text: str, word: regex.Match[str]) -> bool:
    """Whether a message begins with the word, as with a name that is called."""
    return text[max(0, word.start() - 2) : word.start()].endswith((": ", '"', "“", "> "))


def _speaks(name: str) -> bool:
    words = name.casefold().split()
    return (
        0 < len(words) <= 4
        and not set(words) & _NOBODY
        and not (only_vocabulary(name) if len(words) > 1 else printed(name))
    )
