"""The scores as a table to read, and the misses as lines to work through."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tests.benchmarks.detection.scoring import GROUPS, Measure, Miss, Scores, Share, missed_kinds, wilson

_LISTED = 30  # kinds of misses that are listed


def table(scores: Scores, title: str) -> str:
    """The whole report."""
    return "\n".join(_lines(scores, title))


def _lines(scores: Scores, title: str) -> Iterator[str]:
    yield f"{title}: {scores.papers} papers"
    yield ""
    yield f"{'':36}{'share':>8}  {'95 % interval':17}  {'over templates':17}{'count':>13}"
    for measure in (Measure.DOCUMENTS, Measure.ENTITIES, Measure.MENTIONS):
        for group in GROUPS:
            yield _headline(scores, f"{measure}: {group}", measure, group)
    kinds = scores.names(Measure.KEPT)
    yield _headline(scores, f"{Measure.KEPT}: all", Measure.KEPT, *(kind for kind in kinds if kind != "contact"))
    strings = [kind for kind in kinds if kind not in {"officer", "contact"}]
    yield _headline(scores, "  … but for officers' names", Measure.KEPT, *strings)
    for kind in kinds:
        yield _headline(scores, f"  {kind}", Measure.KEPT, kind)
    yield _line("unlabelled letters covered", scores.unlabelled)
    for measure in (Measure.CATEGORIES, Measure.ROLES, Measure.CULTURES):
        yield ""
        yield measure
        for name in scores.names(measure):
            yield _line(f"  {name}", scores.share(measure, name))
    yield ""
    yield "by kind of paper (documents with nobody missed; entities; must-stay kept)"
    for kind, shares in sorted(scores.by_kind.items()):
        cells = (f"{name} {_percent(shares[name])}" for name in ("documents", *GROUPS, "kept"))
        yield f"  {kind:18}" + "  ".join(f"{cell:20}" for cell in cells).rstrip()
    yield ""
    yield "what is missed most (kind of paper, category, role)"
    for (kind, category, role), count in missed_kinds(scores).most_common(_LISTED):
        yield f"  {count:5}  {kind}, {category}, {role}"


def _percent(share: Share) -> str:
    return f"{share.value:.1%}" if share.of else "-"


def _interval(bounds: tuple[float, float]) -> str:
    low, high = bounds
    return "" if math.isnan(low) else f"{low:.1%} – {high:.1%}"


def _line(name: str, share: Share, between: str = "") -> str:
    return f"{name:36}{_percent(share):>8}  {_interval(wilson(share)):17}  {between:17}{f'{share.hits}/{share.of}':>13}"


def _headline(scores: Scores, name: str, measure: Measure, *names: str) -> str:
    return _line(name, scores.share(measure, *names), _interval(scores.over_templates(measure, *names)))


def miss_lines(scores: Scores) -> Iterator[str]:
    """A line for each miss, what must go first, grouped by category; tabs between the columns."""

    def order(miss: Miss) -> tuple[bool, str, str, str]:
        return not miss.goes, miss.category.value, miss.role, miss.template

    for miss in sorted(scores.misses, key=order):
        yield "\t".join(
            ("MISSED" if miss.goes else "COVERED", miss.category.value, miss.role, miss.template, miss.near)
        )
