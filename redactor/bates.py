"""Bates numbers: allot, format, parse. One number a page, no number twice, none skipped inside a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redactor.errors import MatterFileError

FEWEST_DIGITS, MOST_DIGITS = 5, 10
"""What production specifications accept; fewer would also read as a year or a box number."""

_PREFIX = re.compile(r"[A-Z0-9][A-Z0-9_\-]{1,24}")

# A prefix, at most two separators ("2019-ICLI-00003 -022454" is a stamp of ICE), the number, and a suffix: "_R1" for a
# re-production, ".0001" for a page within a number, ".A" for an inserted page.
_NUMBER = re.compile(
    r"(?P<prefix>[A-Z0-9][A-Z0-9_\-]{1,24}?)"
    r"(?P<separator>[ _\-]{0,2})"
    r"(?P<number>[0-9]{5,10})"
    r"(?P<suffix>[._\-](?:R[0-9]+|[0-9]{3,4}|[A-Z]))?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class BatesNumber:
    """A Bates number taken apart. ``str()`` gives back what was parsed, character by character."""

    prefix: str
    separator: str
    digits: str
    suffix: str = ""

    @property
    def number(self) -> int:
        return int(self.digits)

    def __str__(self) -> str:
        return f"{self.prefix}{self.separator}{self.digits}{self.suffix}"


def parse(text: str) -> BatesNumber | None:
    """The text as a Bates number, or None where it is not one as a whole. Capitals and small letters are alike.

    The shape is wide: an A-Number has it too. Whoever keeps a string because it is a Bates number asks
    ``BatesFormat.number_of``, which knows the production's own prefix.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    return BatesNumber(match["prefix"], match["separator"], match["number"], match["suffix"] or "")


@dataclass(frozen=True, slots=True)
class BatesFormat:
    """How a matter's numbers look: ``BatesFormat("NYICE", 7)`` makes NYICE0000001. ``start`` is the first number.

    Raises ValueError where the prefix is not 2 to 25 capitals, digits, dashes or underscores with a letter among
    them, or where nobody could tell from the number on the page where the prefix ends.
    """

    prefix: str
    digits: int = 7
    start: int = 1

    def __post_init__(self) -> None:
        if not _PREFIX.fullmatch(self.prefix) or not re.search("[A-Z]", self.prefix):
            raise ValueError(
                "a Bates prefix is 2 to 25 capital letters, digits, dashes or underscores, begins with a letter or "
                "digit, and holds at least one letter"
            )
        if not FEWEST_DIGITS <= self.digits <= MOST_DIGITS:
            raise ValueError(f"a Bates number has {FEWEST_DIGITS} to {MOST_DIGITS} digits")
        if not 1 <= self.start <= self.last:
            raise ValueError(f"a Bates number of {self.digits} digits starts between 1 and {self.last}")
        if self.number_of(self.format(self.start)) != self.start:
            raise ValueError("the Bates prefix runs into the number: end it with a letter or a dash")

    @property
    def last(self) -> int:
        """The highest number that the digits can hold."""
        return int("9" * self.digits)

    def format(self, number: int) -> str:
        """The number as it is stamped. Raises MatterFileError where the digits cannot hold it, ValueError below 1."""
        if number < 1:
            raise ValueError("Bates numbers begin at 1")
        if number > self.last:
            raise MatterFileError(
                f"the Bates numbers with prefix {self.prefix} and {self.digits} digits are used up",
                remedy="Set more digits, or another prefix, in the Bates numbering of matter.yaml.",
            )
        return f"{self.prefix}{number:0{self.digits}d}"

    def number_of(self, text: str) -> int | None:
        """The number where the text is one of this series, with or without separator and suffix; otherwise None."""
        parsed = parse(text)
        if parsed is None or len(parsed.digits) != self.digits or parsed.number < 1:
            return None
        return parsed.number if _bare(parsed.prefix) == _bare(self.prefix) else None


def allot(counts: Sequence[int], fmt: BatesFormat, first: int) -> tuple[tuple[str, ...], ...]:
    """Numbers for documents of so many pages each, in order and without a gap, from number ``first`` on.

    Raises ValueError for a document without a page and for a ``first`` before the format's start; MatterFileError
    where the digits run out; then no number is given at all.
    """
    if any(count < 1 for count in counts):
        raise ValueError("every document needs at least one page to stamp")
    if first < fmt.start:
        raise ValueError("the first number stands before the start of the Bates series")
    allotted = []
    for count in counts:
        allotted.append(tuple(fmt.format(number) for number in range(first, first + count)))
        first += count
    return tuple(allotted)


def ranges(numbers: Iterable[str]) -> str:
    """Numbers as counsel writes them, ``NYICE0000001-NYICE0000003; NYICE0000007``, each once, in the order given."""
    runs: list[list[str]] = []
    for number in dict.fromkeys(numbers):
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return "; ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _bare(prefix: str) -> str:
    """The prefix without the separators at its end, which may or may not have been parsed into it."""
    return prefix.rstrip("_-").upper()


def _follows(text: str, after: str) -> bool:
    one, other = parse(text), parse(after)
    if one is None or other is None or one.suffix or other.suffix:
        return False
    same_series = (one.prefix, one.separator, len(one.digits)) == (other.prefix, other.separator, len(other.digits))
    return same_series and other.number == one.number + 1
