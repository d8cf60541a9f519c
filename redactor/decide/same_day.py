"""Days that events of the matter fell on, so that one day is treated alike wherever it is written.

A day that is withheld on an arrest record and shown in the header of an e-mail is shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from redactor.decide.dates import Day
from redactor.model import DocumentId


class EventDays:
    """The days of some events. A part that was not written (year, month) agrees with every year or month; a bare
    "the 21st" is compared within its own document only."""

    def __init__(self, written: Iterable[tuple[Day, DocumentId]]) -> None:
        self._exact: set[Day] = set()
        self._any_year: set[tuple[int, int | None]] = set()
        self._months: set[tuple[int, int | None]] = set()
        self._bare: set[tuple[int, DocumentId]] = set()
        self._in_document: set[tuple[int, DocumentId]] = set()
        for day, document in written:
            self._exact.add(day)
            self._months.add((day.day, day.month))
            self._in_document.add((day.day, document))
            if day.year is None:
                self._any_year.add((day.day, day.month))
            if day.month is None:
                self._bare.add((day.day, document))

    def hold(self, day: Day, document: DocumentId) -> bool:
        """Whether ``day``, written in ``document``, may be the day of one of the events."""
        if day.month is None:
            return (day.day, document) in self._in_document
        month = (day.day, day.month)
        known = day in self._exact or month in self._any_year or (day.day, document) in self._bare
        return known or (day.year is None and month in self._months)
