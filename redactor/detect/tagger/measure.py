"""How well the tagger does on papers of its own generator and on the Text Anonymization Benchmark's dev part.

The generated papers come from another seed, so they share templates and name lists with training: this tells whether
the training went well, not how good the tagger is. For that see ``tests/benchmarks/detection``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from redactor.detect.tagger import sources
from redactor.detect.tagger.corpus.papers import Generator
from redactor.detect.tagger.corpus.piece import Labelled
from redactor.detect.tagger.labels import PERSONS
from redactor.detect.tagger.tagger import Tagger

_PAPERS = 300
_SEED = 7


def measured(tagger: Tagger, tab_dev: Path | None) -> str:
    """Lines of figures: for each kind, the share of spans covered whole, and of claims that touch a span of their
    kind."""
    generator = Generator(_SEED)
    lines = [
        "generated papers (same templates, other seed)",
        _figures(tagger, [generator.paper() for _ in range(_PAPERS)]),
    ]
    if tab_dev is not None and tab_dev.is_file():
        lines += ["Text Anonymization Benchmark, dev", _figures(tagger, sources.tab(tab_dev))]
    return "\n".join(lines)


def _figures(tagger: Tagger, texts: Iterable[Labelled]) -> str:
    wanted: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    right: Counter[str] = Counter()
    roles: Counter[bool] = Counter()
    for text in texts:
        spans = tagger.spans(text.text)
        for start, end, kind in text.spans:
            name = _name(kind.value)
            wanted[name] += 1
            touching = [s for s in spans if s.start < end and s.end > start and _name(s.label) == name]
            held = sum(min(end, s.end) - max(start, s.start) for s in touching)
            blanks = sum(c.isspace() for c in text.text[start:end])
            covered[name] += held >= end - start - blanks
            if touching and text.roles and name == "PERSON":
                roles[touching[0].label == kind.value] += 1
        for span in spans:
            name = _name(span.label)
            claimed[name] += 1
            right[name] += any(s < span.end and e > span.start and _name(k.value) == name for s, e, k in text.spans)
    rows = [
        f"  {name:16} found {covered[name]} of {wanted[name]} ({covered[name] / max(1, wanted[name]):.3f}),"
        f" right {right[name]} of {claimed[name]} ({right[name] / max(1, claimed[name]):.3f})"
        for name in sorted(set(wanted) | set(claimed))
    ]
    if roles:
        rows.append(f"  roles right: {roles[True]} of {roles.total()}")
    return "\n".join(rows)


def _name(label: str) -> str:
    return "PERSON" if label in PERSONS else label
