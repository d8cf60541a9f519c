"""Other names that a paper gives a person: "a/k/a", "also called Balta", "goes by “Nana”", «conocida como Chela».

An alias belongs to the last private person named before it in its paragraph. It is looked for like a given name: alone
only in papers that name the person some other way too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from redactor.lexicon import acronyms_defined, is_english
from redactor.model import Detection, Document, DocumentId, Role
from redactor.resolve.names import Name, fold, tokens
from redactor.resolve.released import RELEASED_ROLES
from redactor.vocabulary import NOT_NAMES

_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]\.|[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’\-][^\W\d_]+)*)"
_ALIAS = re.compile(
    r"(?:\b(?i:a\.?/?k\.?/?a\.?:?|alias|also (?:known|called)(?: as)?|(?:is|was|be|been) called|"
    r"nick-?named?|goes by|known as|known to [a-z ]{3,30} as|call(?:s|ed)? (?:her|him|me|them)|"
    r"(?:says|said) (?:she|he) is(?: also)?|"
    r"conocid[oa] como|apodad[oa]|le dicen|le llaman|me dicen|me llaman|tambi[eé]n llamad[oa])"
    r"\s*[:,]?\s*(?:(?:the name|as|el|la|los|como)\s+)?(?:[\"“«‘'](?P<quoted>[^\W\d_][^\"”»’\n]{1,28})[\"”»’']|"
    rf"(?P<plain>{_WORD}(?: {_WORD}){{0,2}})))"
    rf"|(?<=[^\W\d_]) \([\"“«](?P<bracketed>{_WORD}(?: {_WORD})?)[\"”»]\)"
    rf"|[\"“«](?P<between>{_WORD}(?: {_WORD})?)[\"”»]\s(?={_WORD})"
    rf"|\b(?P<as>{_WORD}), as [^\W\d_ ]{{2,20}}(?: [^\W\d_]{{2,20}})? calls? (?:her|him)\b"
)
_MORE = re.compile(rf"[\"”»’']? ?[/;] ?[\"“«‘']?({_WORD}(?: {_WORD}){{0,2}})")
_REACH = 300
"""Code points before an alias in which its person is named."""

_OF_THE_SUBJECT = re.compile(r"(?i)\b(?:respondent|subject|alien|applicant|petitioner)\b(?!\s+[A-Z])[^.;]*$")
"""A sentence about the paper's subject, who need not be named in it."""

_SENTENCE = 120

_PARAGRAPH = re.compile(r"\n\s*\n")


def aliases(
    documents: Mapping[DocumentId, Document],
    mentions: Mapping[Detection, Name],
    roles: Mapping[frozenset[str], Role],
) -> Iterator[tuple[Detection, Name]]:
    """Pairs of a mention of a private person and another name that the paper gives the person. ``roles`` are what all
    claims together say of each name's words."""
    private: dict[tuple[DocumentId, str], list[Detection]] = {}
    subjects: dict[DocumentId, list[Detection]] = {}
    for mention in sorted(mentions, key=_place):
        role = roles[mentions[mention].words]
        if role not in RELEASED_ROLES:
            private.setdefault((mention.document, mention.span.passage), []).append(mention)
        if role is Role.SUBJECT:
            subjects.setdefault(mention.document, []).append(mention)
    for (document, address), named in sorted(private.items()):
        text = documents[document].passage(address).text
        subject = _only(subjects.get(document, ()), mentions)
        defined = acronyms_defined(text)
        for match in _ALIAS.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value)
            owner = _owner(text, named, subject, match.start())
            if match["bracketed"] in defined and owner and owner.span.end < match.start() - 1:
                continue  # of the words before it, and no name stands there: "Tracking Unit (“TU”)"
            for alias, trusted in _listed(text, match, group):
                words = tuple(word for word, _, _ in tokens(alias))
                if owner and _is_name(words, trusted=trusted):
                    yield owner, Name(words, ())


def _place(claim: Detection) -> tuple[object, ...]:
    return (claim.span.passage, claim.span.end, -claim.span.start, claim.score, claim.recognizer, claim.reason)


def _only(subjects: Sequence[Detection], names: Mapping[Detection, Name]) -> Detection | None:
    """The paper's subject, where it names one: the fullest name that holds the words of all others."""
    if not subjects:
        return None
    fullest = max(subjects, key=lambda c: (len(names[c].words), sorted(names[c].words)))
    return fullest if all(names[c].words <= names[fullest].words for c in subjects) else None


def _listed(text: str, match: re.Match[str], group: str) -> Iterator[tuple[str, bool]]:
    """The alias and those that go on behind it with a stroke, each with whether its place alone says what it is."""
    yield match[group], group in ("quoted", "between", "bracketed")
    place = match.end(group)
    while more := _MORE.match(text, place):
        yield more[1], True
        place = more.end()


def _owner(text: str, named: Sequence[Detection], subject: Detection | None, place: int) -> Detection | None:
    if subject and _OF_THE_SUBJECT.search(text, max(0, place - _SENTENCE), place):
        return subject
    before = [c for c in named if place - _REACH <= c.span.start and c.span.end <= place + 1]
    if not before or _PARAGRAPH.search(text, before[-1].span.end, place):
        return None
    return before[-1]


def _is_name(words: Sequence[str], *, trusted: bool) -> bool:
    """Whether an alias can be looked for: no form word, and unless quotes or strokes set it off no English word."""
    telling = [word for word in words if word not in NOT_NAMES and len(word) > 1]
    return bool(telling) and (trusted or not all(is_english(fold(word)) for word in telling))
