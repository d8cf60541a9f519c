"""What may not be in a copy, and how often what it looks like may lawfully be there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WithheldValue:
    """A value that was withheld somewhere in the matter.

    ``text`` is exactly as a withheld span reads, or a variant of a registered name or number. A *strong* value may
    stand nowhere in a copy except where an ``Expectation`` allows it. A *weak* one (short, a common word, the day
    "21") is only counted on pages whose ``Expectation`` names it.
    """

    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Expectation:
    """How often values still stand lawfully on one page (1-based) of one copy, such as an officer's same surname.

    ``counts`` maps ``WithheldValue.text`` to the greatest lawful number; a strong value that it does not name may not
    occur. Count what stays with ``redactor.verify.occurrences``, so that both sides count alike.
    """

    page: int
    counts: Mapping[str, int]


class Allowance:
    """The expectations of one copy, by page and in all."""

    def __init__(self, expected: Sequence[Expectation]) -> None:
        self._pages: dict[int, dict[str, int]] = {}
        self._whole: dict[str, int] = {}
        for expectation in expected:
            page = self._pages.setdefault(expectation.page, {})
            for text, count in expectation.counts.items():
                page[text] = page.get(text, 0) + count
                self._whole[text] = self._whole.get(text, 0) + count

    def named_on(self, page: int) -> Iterable[str]:
        """The values that the page's expectation names, weak ones among them."""
        return self._pages.get(page, {})

    def on(self, page: int | None, text: str) -> int:
        """How often the value may stand on the page, or in the whole copy where ``page`` is None."""
        return self._whole.get(text, 0) if page is None else self._pages.get(page, {}).get(text, 0)
