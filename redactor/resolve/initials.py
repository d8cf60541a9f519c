"""A person written by initials: "M.E.L.", "R. G.", "MEL" where the paper says that MEL is she.

Courts and caseworkers write minors and victims so. Points between capitals make initials; without points, three
capitals may be any agency, so they count only where they stand in brackets behind the person's name, and from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from redactor.lexicon.words import acronyms
from redactor.resolve.index import Index
from redactor.resolve.names import Name, fold
from redactor.resolve.reading import Reading
from redactor.vocabulary import NOT_NAMES, PARTICLES

_DOTTED = re.compile(
    r"(?<![\w.&§])(?:((?:[^\W\d_]\.[ -]?){1,5}[^\W\d_])(?:\.|(?![\w.&]))|((?:[^\W\d_]-){1,5}[^\W\d_])(?:-|(?![\w\-])))"
)
_BRACKETED = re.compile(r"[\s,]*[(\[]\s*(?:[a-z,\s]{0,24})[\"“'‘]?((?:[A-ZÀ-Ý]\.?\s?-?){2,5})[\"”'’]?\s*[)\]]")
_BARE = re.compile(r"(?<![\w.&/\-])[A-ZÀ-Ý]{2,5}(?![\w&/]|-\w|\.\w)")

_ACTING = re.compile(
    r"(?<![\w.&/\-])([A-ZÀ-Ý]{3,5})(?=['’]s\b|\s(?:said|says|told|stated|states|was born|cried|lives|lived|"
    r"fears|reported|testified|went|came|called|is afraid|met)\b)"
    r"|\b(?i:son|daughter|child|children|victim|minor|client|wife|husband|sister|brother|mother|father|initials?|initialed)"
    r"[\s:?,(]{1,4}(?:A:\s*)?([A-ZÀ-Ý]{2,6})(?![\w&/])"
)
_ABBREVIATIONS = frozenset(
    (
        "us usc un uk eu ny nj ca dc pr am pm ad bc eg ie ph phd md jd esq po pob usca cfr fr sd ed wd nd sdny edny "
        "ss sa so nb ps id ao op cit na aka dob fka dba cc re vs pc llc llp inc pa pl np rn dds mba"
    ).split()
)
"""Dotted letters that are no person."""

_LEAST_AWAY = 3
"""Initials by which a person is known also where the paper does not name the person."""


@dataclass(frozen=True, slots=True)
class Initialled:
    """Half-open offsets of the shadow that are person number ``who``'s initials."""

    who: int
    start: int
    end: int


class InitialsSearch:
    """Everybody's initials, looked up by their letters. Only private people are looked for."""

    def __init__(self, index: Index) -> None:
        self._holders: dict[str, list[int]] = {}
        for number, owner in enumerate(index.people):
            if owner.person.sure and not owner.person.released:
                for letters in {form for name in owner.person.names for form in _forms(name)}:
                    self._holders.setdefault(letters, []).append(number)

    def found(
        self, reading: Reading, present: AbstractSet[int], named: Iterable[tuple[int, int]]
    ) -> Iterator[Initialled]:
        """Initials in the reading: dotted ones of the people who are ``present`` in the document, of three letters and
        more also of others; bare ones where brackets behind a name introduce them. ``named`` are pairs of a person and
        the offset behind a mention of the person."""
        text = reading.text
        for match in _DOTTED.finditer(text):
            letters = fold("".join(c for c in match.group() if c.isalpha()))
            if letters in _ABBREVIATIONS or not match.group().isupper():
                continue
            for who in self._holders.get(letters, ()):
                if who in present or len(letters) >= _LEAST_AWAY:
                    yield Initialled(who, *match.span())
        introduced: dict[str, set[int]] = {}
        for who, behind in named:
            if bracket := _BRACKETED.match(text, behind):
                letters = "".join(c for c in bracket[1] if c.isalpha())
                if fold(letters) in self._holders and who in self._holders[fold(letters)]:
                    introduced.setdefault(letters, set()).add(who)
                    yield Initialled(who, *bracket.span(1))
        yield from _bare(text, introduced)
        yield from self._acting(reading, present)

    def _acting(self, reading: Reading, present: AbstractSet[int]) -> Iterator[Initialled]:
        """Three bare initials and more of somebody who is present, where they do what people do: "PTC's work"."""
        for match in _ACTING.finditer(reading.text):
            group = 1 if match[1] else 2
            letters = fold(match[group])
            if match[group] not in acronyms() and letters not in _ABBREVIATIONS:
                for who in self._holders.get(letters, ()):
                    if who in present:
                        yield Initialled(who, *match.span(group))


def _bare(text: str, introduced: dict[str, set[int]]) -> Iterator[Initialled]:
    if introduced:
        for match in _BARE.finditer(text):
            for who in introduced.get(match.group(), ()):
                yield Initialled(who, *match.span())


def _forms(name: Name) -> Iterator[str]:
    """The initials of a name: all of them, the first given name's with the surnames' or with one surname's."""
    given = [word[0] for word in name.given if word not in PARTICLES]
    family = [word[0] for word in name.surnames if word not in PARTICLES]
    if not family:
        forms = {"".join(given), "".join(given[:1] + given[-1:])} if len(given) > 1 else set()
        if len(given) > 1:
            forms |= {"".join(given[1:] + given[:1]), "".join(given[-1:] + given[:-1])}
    else:
        forms = {
            "".join([*first, *last])
            for first in (given, given[:1])
            for last in (family, family[:1], family[-1:])
            if first
        } | {"".join([*family, *given])}
    return (form for form in sorted(forms) if len(form) > 1 and form not in NOT_NAMES)
