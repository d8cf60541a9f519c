"""The matter's numbers in a passage: whole in any layout, damaged by OCR, or by their last digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import ahocorasick

from redactor.model import Category
from redactor.resolve.dates import written_like_a_date
from redactor.resolve.numbers import LEAST_DAMAGED, LEAST_SOUND, MOST_DAMAGE, TAILS, repaired, squashed_forms, tails
from redactor.resolve.people import Registry
from redactor.resolve.reading import Reading
from redactor.resolve.spelled_dates import spelled_dates

_SEPARATORS = frozenset(" \n\t.,-/()#:|_'’")
_LONGEST_GAP = 3
_LONGEST_GAP_OF_WORDS = 5
"""Code points between two words of a date that is written out: ", and" and a line end."""


@dataclass(frozen=True, slots=True)
class Found:
    """Half-open offsets of the shadow that hold a value of the registry, and how it is written."""

    start: int
    end: int
    category: Category
    holders: tuple[int, ...]
    how: str
    score: float


class NumberSearch:
    """Every form of every number, made searchable once. Holders are the numbers of persons in the registry."""

    def __init__(self, registry: Registry) -> None:
        holders: dict[tuple[Category, str], list[int]] = {number: [] for number in registry.numbers}
        for who, person in enumerate(registry.persons):
            for number in person.numbers:
                holders[number].append(who)
        self._born: dict[date, list[int]] = {}
        self._tails: dict[str, dict[Category, list[int]]] = {}
        forms: dict[str, dict[Category, list[int]]] = {}
        for (category, value), people in sorted(holders.items()):
            for form in squashed_forms(category, value):
                forms.setdefault(form, {}).setdefault(category, []).extend(people)
            if category is Category.DATE_OF_BIRTH:
                self._born[date.fromisoformat(value)] = people
            elif category in TAILS:
                for length in (3, 4, 5):
                    self._tails.setdefault(value[-length:], {}).setdefault(category, []).extend(people)
        self._whole = ahocorasick.Automaton()
        self._damaged = ahocorasick.Automaton()
        for form, found in sorted(forms.items()):
            self._whole.add_word(form, (form, found))
            if form.isdigit() and len(form) >= LEAST_DAMAGED and Category.DATE_OF_BIRTH not in found:
                self._damaged.add_word(form, (form, found))
        for automaton in (self._whole, self._damaged):
            if len(automaton):
                automaton.make_automaton()

    def found(self, reading: Reading) -> Iterator[Found]:
        """Every number of the matter that the reading writes."""
        letters, places = reading.letters
        text = reading.text
        if len(self._whole):
            for last, (form, holders) in self._whole.iter(letters):
                first = last - len(form) + 1
                if _stands(text, places, first, last):
                    start, end = places[first], places[last] + 1
                    for category, people in sorted(holders.items()):
                        if category is not Category.DATE_OF_BIRTH or written_like_a_date(text[start:end]):
                            yield Found(start, end, category, tuple(people), "a number that the matter knows", 0.9)
        if len(self._damaged) and (plain := repaired(letters)) != letters:
            for last, (form, holders) in self._damaged.iter(plain):
                first = last - len(form) + 1
                sound = sum(letter.isdigit() for letter in letters[first : last + 1])
                broken = len(form) - sound
                if 0 < broken <= MOST_DAMAGE and sound >= LEAST_SOUND and _stands(text, places, first, last):
                    for category, people in sorted(holders.items()):
                        reason = "a number that the matter knows, misread"
                        yield Found(places[first], places[last] + 1, category, tuple(people), reason, 0.8)
        for start, end, day in spelled_dates(text):
            if day in self._born:
                people = tuple(self._born[day])
                yield Found(start, end, Category.DATE_OF_BIRTH, people, "a date that the matter knows, in words", 0.9)
        for start, end in tails(text):
            for category, people in sorted(self._tails.get(text[start:end], {}).items()):
                yield Found(start, end, category, tuple(people), "the end of a number that the matter knows", 0.6)


def _stands(text: str, places: list[int], first: int, last: int) -> bool:
    """Whether the letters stand together, and no further digit or letter touches them."""
    for one, other in zip(places[first:last], places[first + 1 : last + 1], strict=True):
        if other - one == 1:
            continue
        gap = text[one + 1 : other]
        longest = _LONGEST_GAP_OF_WORDS if text[one].isalpha() or text[other].isalpha() else _LONGEST_GAP
        if len(gap) > longest or not set(gap) <= _SEPARATORS:
            return False
    before = text[places[first] - 1] if places[first] else " "
    after = text[places[last] + 1] if places[last] + 1 < len(text) else " "
    lone_a = before in "Aa" and (places[first] < 2 or not text[places[first] - 2].isalnum())
    return (not before.isalnum() or before == "0" or lone_a) and not after.isalnum()
