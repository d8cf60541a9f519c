"""Names in the heads of e-mail: display names, address books' order, quoted threads."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.model import Role
from redactor.vocabulary import NOT_NAMES, only_vocabulary, words_in

_HEAD = regex.compile(
    r"(?im)^[ \t>|]*(?P<head>from|to|cc|bcc|sent by|reply-to|on behalf of|de|para|cco|envoyé par|à|a)[ ]?:(?P<value>[^\n]*)$"
)
_ANY_HEAD = regex.compile(
    r"(?i)[ \t>|]*(?:from|to|cc|bcc|sent|sent by|date|subject|re|importance|attachments?|reply-to|de|para|cco|asunto"
    r"|enviado(?: el)?|fecha|objet|envoyé|assunto)[ ]?:"
)
_ADDRESS = r"[\w.+%'\-]+@[\w\-]+(?:\.[\w\-]+)+"
_BEFORE_ADDRESS = regex.compile(
    rf"(?P<id>[\"“']?\p{{L}}[^<>\"“”;:@\n\t\[\]\d]{{0,60}}?)[\"”']?[ ]?(?:\([^()\n]{{1,30}}\)[ ]?)?[<\[(](?:mailto:)?(?P<address>{_ADDRESS})"
)
_WROTE = regex.compile(
    r"(?:^|\n)[ >]*(?:On|El|Le|Em)\b[^\n]{0,60}?\d[^\n]{0,24}?(?:[AaPp]\.?[Mm]\.?,?|\d{4},|\d\d:\d\d,?)[ ]"
    r"(?P<id>\p{L}[^<>\n\d]{1,50}?)(?:[ ]?[<(\[][^>)\n]*[>)\]])?[ ,]*(?:wrote|escribió|a écrit|escreveu)[ ]?:"
)
_CONTINUED = regex.compile(r"[;,]\s*$")

_AGENCIES: tuple[tuple[str, Role], ...] = (
    (r"[@.](?:(?:ice|dhs|cbp|hsi|uscis)(?:\.\w+)*\.gov|nypd\.org)$", Role.OFFICER),
    (r"[@.](?:nycourts\.gov|courts\.state\.ny\.us|uscourts\.gov)$", Role.COURT_STAFF),
    (r"\.gov$|\.mil$|\.state\.\w\w\.us$", Role.OFFICIAL),
)
_DOMAINS = tuple((regex.compile(pattern, regex.IGNORECASE), role) for pattern, role in _AGENCIES)


def role_of_address(address: str) -> Role | None:
    """Whose an address is by its domain: an agency's officer, a court's staff, another government's official, or nobody
    whom the domain tells."""
    return next((role for pattern, role in _DOMAINS if pattern.search(address)), None)


class MailHeaderRecognizer(ZoneRecognizer):
    """Senders and recipients: "From: Muster, Wen <wen@example.org>", "Cc: Ana Ejemplo; LEE, Kai (ERO)", "On Mon, Jan 6, 2020
    at 9:05 AM Ana Ejemplo <ana@example.org> wrote:".

    An address of an agency tells that its owner is an officer. Not a distribution list ("NYC-FugOps", "All staff").
    """

    cues = regex.compile(r"(?i)\b(?:from|to|cc|de|para)[ ]?:|@|wrote:|escribió:")

    def told(self, text: str) -> Iterator[Told]:
        """Names before addresses, names alone in a head, and who wrote what is quoted."""
        for match in _BEFORE_ADDRESS.finditer(text):
            start = _behind_head(text, *match.span("id"))
            if not only_vocabulary(text[start : match.end("id")]):
                yield Told(start, match.end("id"), role_of_address(match["address"]), 0.85, "before an address")
        for match in _HEAD.finditer(text):
            for start, end in _pieces(text, *_block(text, match)):
                yield from _alone(text, start, end)
        for match in _WROTE.finditer(text):
            yield Told(*match.span("id"), None, 0.85, "who wrote")


def _behind_head(text: str, start: int, end: int) -> int:
    """Where the name begins behind "From:" or a comma that ends the entry before it."""
    if head := regex.search(r"(?i)^(?:from|to|cc|bcc|de|para|[ap]m)\b[ ]?", text[start:end]):
        return start + head.end() if text[start:end][head.end() :].strip() else start
    return start


def _block(text: str, head: regex.Match[str]) -> tuple[int, int]:
    """The head's value with the lines that it runs over to."""
    start, end = head.span("value")
    while _CONTINUED.search(text, start, end) and end < len(text):
        following = text.find("\n", end + 1)
        following = following if following >= 0 else len(text)
        if _ANY_HEAD.match(text, end + 1, following):
            break
        end = following
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The entries of a list of addressees, parted at semicolons, and at commas where these part whole names."""
    at = start
    for piece in regex.split(r"[;\n\t]", text[start:end]):
        names = piece.split(",")
        whole = len(names) > 1 and all(len(name.split()) > 1 or "@" in name for name in names if name.strip())
        inside = at
        for part in names if whole else [piece]:
            if part.strip():
                yield inside, inside + len(part)
            inside += len(part) + 1
        at += len(piece) + 1


def _alone(text: str, start: int, end: int) -> Iterator[Told]:
    """A name without an address: LAST, First or two words and more, before a title where one follows."""
    value = text[start:end]
    if "@" in value:
        return
    name = regex.match(r"[\"' ]*(?P<id>\p{L}[^(\[<\"\d]*)", value)
    if name is None:
        return
    words = name["id"].split(",")
    plain = ", ".join(words[:2]) if len(words) == 2 and len(words[0].split()) <= 4 else words[0]
    office = any(word.isupper() and len(word) > 1 and word.lower() in NOT_NAMES for word in words_in(plain))
    if len(plain.split()) > 1 and written_as_name(plain) and not office and not only_vocabulary(plain):
        length = len(name["id"]) if len(words) == 2 and len(words[0].split()) <= 4 else len(words[0])
        yield Told(start + name.start("id"), start + name.start("id") + length, None, 0.8, "in a head")
