"""The scores as a table to read, and the misses as lines to work through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.benchmarks.detection.scoring import Miss, Scores, Share, missed_kinds, wilson

_GROUPS = ("people", "identifiers", "facts")
_HEADLINES = 30  # kinds of misses that are listed


def table(scores: Scores, title: str) -> str:
    """The whole report."""
    return "\n".join(_lines(scores, title))


def _lines(scores: Scores, title: str) -> Iterator[str]:
    yield f"{title}: {scores.papers} papers"
    yield ""
    yield f"{'':34}{'share':>8}  {'95 % interval':17}{'count':>13}"
    for group in _GROUPS:
        yield _line(f"documents with no miss: {group}", scores.documents[group])
    for group in _GROUPS:
        yield _line(f"entities, every mention: {group}", scores.entities[group])
    for group in _GROUPS:
        yield _line(f"mentions: {group}", scores.mentions[group])
    officers = {"officer", "contact"}
    yield _line("must stay, kept: all", _sum({k: v for k, v in scores.stays.items() if k != "contact"}))
    yield _line("  … but for officers", _sum({k: v for k, v in scores.stays.items() if k not in officers}))
    for kind, share in sorted(scores.stays.items()):
        yield _line(f"  {kind}", share)
    yield _line("unlabelled letters covered", scores.unlabelled)
    yield from _section("mentions by category", {str(k): v for k, v in scores.by_category.items()})
    yield from _section("names by role", scores.by_role)
    yield from _section("names by the subject's culture", scores.by_culture)
    yield ""
    yield "by kind of paper (documents with nobody missed; entities; must-stay kept)"
    for kind, shares in sorted(scores.by_kind.items()):
        cells = (f"{name} {_percent(shares[name])}" for name in ("documents", *_GROUPS, "kept"))
        yield f"  {kind:18}" + "  ".join(f"{cell:20}" for cell in cells).rstrip()
    yield ""
    yield "what is missed most (kind of paper, category, role)"
    for (kind, category, role), count in missed_kinds(scores).most_common(_HEADLINES):
        yield f"  {count:5}  {kind}, {category}, {role}"


def _section(title: str, shares: Mapping[Any, Share]) -> Iterator[str]:
    yield ""
    yield title
    for name, share in sorted(shares.items(), key=lambda item: item[1].value):
        yield _line(f"  {name}", share)


def _sum(shares: Mapping[str, Share]) -> Share:
    return Share(sum(share.hits for share in shares.values()), sum(share.of for share in shares.values()))


def _percent(share: Share) -> str:
    return f"{share.value:.1%}" if share.of else "-"


def _line(name: str, share: Share) -> str:
    low, high = wilson(share)
    interval = f"{low:.1%} – {high:.1%}" if share.of else ""
    return f"{name:34}{_percent(share):>8}  {interval:17}{f'{share.hits}/{share.of}':>13}"


def miss_lines(scores: Scores) -> Iterator[str]:
    """A line for each miss, what must go first, grouped by category; tabs between the columns."""

    def order(miss: Miss) -> tuple[bool, str, str, str]:
        return not miss.goes, miss.category.value, miss.role, miss.template

    for miss in sorted(scores.misses, key=order):
        yield "\t".join(
            ("MISSED" if miss.goes else "COVERED", miss.category.value, miss.role, miss.template, miss.near)
        )
