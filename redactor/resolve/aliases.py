"""Other names that a paper gives a person: "a/k/a", "also called Balta", "goes by “Nana”", «conocida como Chela».

An alias belongs to the last private person named before it in its paragraph. It is looked for like a given name: alone
only in papers that name the person some other way too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from redactor.lexicon import is_english
from redactor.model import Detection, Document, DocumentId, Role
from redactor.resolve.names import Name, fold, tokens
from redactor.resolve.released import RELEASED_ROLES
from redactor.vocabulary import NOT_NAMES

_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]\.|[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’\-][^\W\d_]+)*)"
_ALIAS = re.compile(
    r"(?:\b(?i:a\.?/?k\.?/?a\.?:?|alias|also (?:known|called)(?: as)?|(?:is|was|be|been) called|nick-?named?|goes by|known as|"
    r"known to [a-z ]{3,30} as|call(?:s|ed)? (?:her|him)|(?:says|said) (?:she|he) is(?: also)?|"
    r"conocid[oa] como|apodad[oa]|le dicen|le llaman|me dicen|me llaman|tambi[eé]n llamad[oa])"
    r"\s*[:,]?\s*(?:(?:the name|as|el|la|los|como)\s+)?(?:[\"“«‘'](?P<quoted>[^\W\d_][^\"”»’\n]{1,28})[\"”»’']|"
    rf"(?P<plain>{_WORD}(?: {_WORD}){{0,2}})))"
    rf"|[\"“«](?P<between>{_WORD}(?: {_WORD})?)[\"”»]\s(?={_WORD})"
    rf"|\b(?P<as>{_WORD}), as [^\W\d_ ]{{2,20}}(?: [^\W\d_]{{2,20}})? calls? (?:her|him)\b"
)
_MORE = re.compile(rf"[\"”»’']? ?/ ?[\"“«‘']?({_WORD}(?: {_WORD}){{0,2}})")
_REACH = 300
"""Code points before an alias in which its person is named."""

_PARAGRAPH = re.compile(r"\n\s*\n")


def aliases(
    documents: Mapping[DocumentId, Document], mentions: Mapping[Detection, Name]
) -> Iterator[tuple[Detection, Name]]:
    """Pairs of a mention of a private person and another name that the paper gives the person."""
    private: dict[tuple[DocumentId, str], list[Detection]] = {}
    for mention in mentions:
        if (mention.role or Role.UNKNOWN) not in RELEASED_ROLES:
            private.setdefault((mention.document, mention.span.passage), []).append(mention)
    for (document, address), named in sorted(private.items()):
        text = documents[document].passage(address).text
        named.sort(key=lambda c: (c.span.end, -c.span.start, c.score, c.recognizer, c.reason))
        for match in _ALIAS.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value)
            owner = _owner(text, named, match.start())
            for alias, trusted in _listed(text, match, group):
                words = tuple(word for word, _, _ in tokens(alias))
                if owner and _is_name(words, trusted=trusted):
                    yield owner, Name(words, ())


def _listed(text: str, match: re.Match[str], group: str) -> Iterator[tuple[str, bool]]:
    """The alias and those that go on behind it with a stroke, each with whether its place alone says what it is."""
    yield match[group], group in ("quoted", "between")
    place = match.end(group)
    while more := _MORE.match(text, place):
        yield more[1], True
        place = more.end()


def _owner(text: str, named: Sequence[Detection], place: int) -> Detection | None:
    before = [c for c in named if place - _REACH <= c.span.start and c.span.end <= place + 1]
    if not before or _PARAGRAPH.search(text, before[-1].span.end, place):
        return None
    return before[-1]


def _is_name(words: Sequence[str], *, trusted: bool) -> bool:
    """Whether an alias can be looked for: no form word, and unless quotes or strokes set it off no English word."""
    telling = [word for word in words if word not in NOT_NAMES and len(word) > 1]
    return bool(telling) and (trusted or not all(is_english(fold(word)) for word in telling))
