"""Signature blocks: a name on a line of its own, with its holder's office on the next.

A form puts labels over blanks too, so the same two lines may be "Name of alien / Rosa Ejemplo / Deportation Officer /
J. Muster". What stands above the name, and what follows below the title, tells the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redactor.model import Role
from redactor.offices import AGENCY, ANY, Office, office_called
from redactor.resolve.names import fold
from redactor.resolve.office import BESIDE, ON_THE_NEXT_LINE, Evidence
from redactor.vocabulary import NOT_NAMES, words_in

_SIGNED = re.compile(
    r"(?i)^[\s_>*]*(?:/s/|s/|sincerely|(?:very )?respectfully(?: (?:submitted|yours))?|(?:kind |best |"
    r"warm )?regards|best|thanks?(?: you| again)?|many thanks|v/r|r/|cheers"
    r"|(?:digitally |electronically )?signed(?: by)?|by|approved(?: by)?|reviewed by|concur(?:red)?(?: by)?|"
    r"issued by|prepared by|certified by|submitted(?: by)?|dated?\b.*|yours.*|so ordered)[\s,.:!_]*$"
)
"""Lines over a signature. A date may stand there too."""

_MARK = re.compile(r"(?i)^(?:/s/|s/|by|signed|(?:digitally |electronically )?signed by)?[\s:_]*$")
"""What may stand before the name in its own cell."""

_PROTECTED_LABEL = re.compile(
    r"(?i)\b(?:respondent|applicant|petitioner|beneficiary|alien|noncitizen|detainee|client|subject|declarant|"
    r"affiant|deponent|spouse|husband|wife|father|mother|parent|child|son|daughter|interpreter|translator|witness|"
    r"representative|complainant|victim|name|sponsor|obligor)\b"
)
_PROTECTED_LEGEND = re.compile(
    r"(?i)\b(?:respondent|applicant|petitioner|beneficiary|alien|noncitizen|detainee|client|subject|interpreter|witness)\b"
)
_LEGEND_SCORE = 0.86

_AGENCY = re.compile(AGENCY)
_TITLE = re.compile(rf"[ ]*\(?(?P<title>{ANY})(?![^\W\d_])(?P<rest>[^\n\t]*)")
_LEGEND = re.compile(
    r"(?i)[ ]*\(?(?=[^)]*(?:sign|name|print|title))"
    r"[^)]{0,50}?\bof\b[^)]{0,30}?(?P<title>officer|agent|supervisor|judge|director|official)\b[^)]{0,40}\)?[ ]*\Z"
)
"""What a form prints under a line for signing: "(Signature and Title of Immigration Officer)"."""

_BLOCK_LINES = 7
"""Lines of a signature block under the name: title, office, agency, street, city, telephone, e-mail."""
_LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class _Cell:
    """Half-open offsets of one column's part of a line, and where its line ends."""

    start: int
    end: int
    column: int
    columns: int


def _cell_at(text: str, place: int) -> _Cell:
    line_start = text.rfind("\n", 0, place) + 1
    line_end = text.find("\n", place)
    line_end = line_end if line_end >= 0 else len(text)
    start = max(line_start, text.rfind("\t", line_start, place) + 1)
    end = text.find("\t", place, line_end)
    return _Cell(
        start,
        end if end >= 0 else line_end,
        text.count("\t", line_start, place),
        text.count("\t", line_start, line_end) + 1,
    )


def _lines_below(text: str, place: int) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the lines under the one that holds ``place``."""
    end = text.find("\n", place)
    while end >= 0:
        start = end + 1
        end = text.find("\n", start)
        yield start, end if end >= 0 else len(text)


def _same_column(text: str, start: int, end: int, cell: _Cell) -> str | None:
    """The part of another line that stands in the cell's column; None where the columns do not agree."""
    parts = text[start:end].split("\t")
    if len(parts) == cell.columns:
        return parts[cell.column]
    return parts[0] if cell.columns == 1 or (cell.column == 0 and len(parts) == 1) else None


def signed_in_office(text: str, start: int, end: int) -> Evidence | None:
    """What the line under ``text[start:end]``, a name, says of its holder's office where the two are a signature
    block, or None. ``text`` is flat; offsets are half-open."""
    cell = _cell_at(text, start)
    tail = text[end : cell.end].strip(" ,.;_")
    if not _MARK.match(text[cell.start : start]) or (tail and fold(tail) not in {"esq", "jr", "sr", "ii", "iii"}):
        return None
    above = _above(text, cell)
    signed = bool(_SIGNED.match(above) or re.search(r"(?i)/s/|signed", text[cell.start : start]))
    if above and not signed and _label_over(above):
        return None
    below = list(_lines_below(text, cell.end if cell.end >= end else end))[:3]
    for number, (line_start, line_end) in enumerate(below[: 2 if signed else 1]):
        under = _same_column(text, line_start, line_end, cell)
        if under is None:
            return None
        if line_legend(under) and _PROTECTED_LEGEND.search(under):
            return None
        if (legend := _LEGEND.match(under)) and not _PROTECTED_LEGEND.search(legend.group()):
            office = office_called(legend["title"]) or Office(Role.OFFICER)
            return Evidence(office, _LEGEND_SCORE, "signature over a legend")
        match = _TITLE.match(under)
        if match:
            following = below[number + 1] if number + 1 < len(below) else None
            after = _same_column(text, *following, cell) if following else None
            return _block(match, after, signed=signed)
        if not all(fold(word) in NOT_NAMES for word in words_in(under)):
            return None
    return None


def line_legend(line: str) -> bool:
    """Whether a line, or one column of it, explains the signature or name above it."""
    return bool(re.match(r"(?i)[ ]*\(?[^)\n]{0,20}\b(?:signature|name|print|title)\b[^)\n]*\)?[ ]*\Z", line))


def legend_under(text: str, start: int) -> str | None:
    """What the line below explains in the column of the name that begins at ``start``; None where nothing does."""
    cell = _cell_at(text, start)
    below = next(_lines_below(text, cell.end), None)
    under = _same_column(text, *below, cell) if below else None
    return under if under and line_legend(under) else None


def of_the_protected(legend: str) -> bool:
    """Whether a legend is for the signature of a noncitizen, an interpreter or a witness."""
    return bool(_PROTECTED_LEGEND.search(legend))


def _block(match: re.Match[str], after: str | None, *, signed: bool) -> Evidence | None:
    office = office_called(match["title"])
    rest = match["rest"].strip(" )")
    if office is None or rest.endswith(":") or "__" in rest:
        return None
    if not (office.bare or _AGENCY.search(rest) or _AGENCY.search(after or "")):
        return None  # schools and shelters have directors and supervisors too
    if rest and rest[0] not in ",;-/(|&" and not all(fold(word) in NOT_NAMES for word in words_in(rest)):
        return None  # "Deportation Officer J. Muster" is another person's line
    if rest[:1] in "-/" and not all(fold(word) in NOT_NAMES or word.isupper() for word in words_in(rest)):
        return None
    if not signed and after is not None and _is_a_name(after):
        return None  # the title is the label of the name below it
    score = BESIDE if signed and office.own else ON_THE_NEXT_LINE
    return Evidence(Office(office.role, office.own), score, "signature over the office")


def _above(text: str, cell: _Cell) -> str:
    """The nearest line above with anything in the cell's column; at most two lines up."""
    end = text.rfind("\n", 0, cell.start)
    for _ in range(2):
        if end < 0:
            return ""
        start = text.rfind("\n", 0, end) + 1
        part = _same_column(text, start, end, cell)
        if part is None:
            return ""
        if part.strip(" _"):
            return part
        end = start - 1
    return ""


def _label_over(above: str) -> bool:
    """Whether the line above is a form's label, so that the name is its value."""
    if len(above) > _LONGEST_LINE or above.rstrip().endswith((".", ",")):
        return False
    words = words_in(above)
    return bool(_PROTECTED_LABEL.search(above)) or (bool(words) and all(fold(word) in NOT_NAMES for word in words))


def _is_a_name(line: str) -> bool:
    words = words_in(line)
    return 0 < len(words) <= 4 and all(w[0].isupper() for w in words) and any(fold(w) not in NOT_NAMES for w in words)


def block_under(text: str, end: int) -> tuple[int, int]:
    """Half-open offsets of the short lines under a signature that ends at ``end``: where its telephone numbers stand.
    An empty or long line, or one that speaks of somebody, ends the block."""
    last = end
    for start, stop in list(_lines_below(text, end))[:_BLOCK_LINES]:
        line = text[start:stop]
        if not line.strip() or len(line) > _LONGEST_LINE or _PROTECTED_LABEL.search(line):
            break
        last = stop
    return end, last
