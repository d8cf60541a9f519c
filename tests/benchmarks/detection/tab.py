"""The Text Anonymization Benchmark (Pilán et al. 2022, Computational Linguistics 48(4)), scored as its paper does.

    python -m tests.benchmarks.detection.tab FOLDER [--part dev]

FOLDER holds ``dev.jsonl`` and ``train.jsonl``. Court judgments are not a production, so what counts as masked is every
span that the program claims, whatever policy would do with it; spans that only keep something standing (case names,
Bates numbers, ordinary words) mask nothing. Words that nothing explains are added in a second line.

An entity counts only when all its mentions are masked (section 4 of the paper: ER_di, ER_qi); a mention is masked when
every letter and digit of it is, but for titles, articles and prepositions, on which annotators differ (the paper's own
scorer passes over the same words). Precision is over masked tokens, alike for all or weighted by how much a token tells.
The paper takes that weight from BERT; here it is the token's rarity in the corpus itself, so the weighted figure is
not comparable with the paper's to the last digit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redactor.model import Category
from tests.benchmarks.detection.absent import EXIT_ABSENT, AbsentError
from tests.benchmarks.detection.page import typed_document
from tests.benchmarks.detection.program import outcome_of
from tests.benchmarks.detection.scoring import Share, wilson
from tests.benchmarks.detection.templates import wrapped

_AIMS = {"DIRECT": 0.98, "QUASI": 0.90, "precision": 0.70}
_KEEPERS = frozenset(
    {
        Category.BATES_NUMBER,
        Category.CASE_NAME,
        Category.COMMON_WORD,
        Category.ACTION_DOCKET,
        Category.COURTHOUSE,
        Category.UNEXPLAINED,
    }
)
_TOKEN = re.compile(r"\w+")
_WIDTH = 95

_PASSED_OVER = re.compile(
    r"(?i:\b(?:mr|mrs|ms|and|or|from|until|to|about|after|as|at|before|between|by|during|for|in|into|of|on|over|since"
    r"|with|the|a|an|no|nr|s)\b)"
)
"""Words of a mention that need not be masked, as in the paper's own scorer."""

Row = Mapping[str, Any]


@dataclass
class TabScores:
    """Counts over the documents. ``weights`` holds the masked tokens' weight that was rightly masked, and all of it."""

    entities: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    by_type: dict[tuple[str, str], Share] = field(default_factory=lambda: defaultdict(Share))
    tokens: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    precision: Share = field(default_factory=Share)
    weights: list[float] = field(default_factory=lambda: [0.0, 0.0])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.detection.tab", description=__doc__.split("\n")[0]
    )
    parser.add_argument("folder", type=Path, help="the folder with dev.jsonl and train.jsonl")
    parser.add_argument("--part", choices=("dev", "train"), default="dev", help="which documents to score [dev]")
    given = parser.parse_args(arguments)
    try:
        rows = list(_rows(given.folder / f"{given.part}.jsonl"))
    except AbsentError as error:
        print(error, file=sys.stderr)
        return EXIT_ABSENT
    rarity = Rarity(row["text"] for row in rows)
    claimed, unexplained = TabScores(), TabScores()
    for row in rows:
        masks = _masked(row["text"])
        add_scores(claimed, row, masks[0], rarity)
        add_scores(unexplained, row, masks[1], rarity)
    print(f"Text Anonymization Benchmark, {given.part}: {len(rows)} documents")
    for title, scores in (
        ("every span that is claimed", claimed),
        ("… and the words that nothing explains", unexplained),
    ):
        print("\n".join(_report(title, scores)))
    return 0


def _rows(path: Path) -> Iterator[Row]:
    if not path.is_file():
        raise AbsentError(f"{path} is not here; this benchmark needs the Text Anonymization Benchmark as JSON lines")
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _masked(text: str) -> tuple[set[int], set[int]]:
    """The code points that the program claims, and those together with words that nothing explains."""
    laid_out = wrapped(text, _WIDTH)
    document = typed_document((laid_out,), hashlib.sha256(text.encode()).hexdigest())
    claimed: set[int] = set()
    unexplained: set[int] = set()
    for finding in outcome_of([document]).findings:
        if finding.category not in _KEEPERS:
            claimed.update(range(finding.span.start, finding.span.end))
        elif finding.category is Category.UNEXPLAINED:
            unexplained.update(range(finding.span.start, finding.span.end))
    return claimed, claimed | unexplained


class Rarity:
    """How much a token tells: minus the logarithm (base 2) of its share of all tokens, in small letters."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._counts = Counter(token.lower() for text in texts for token in _TOKEN.findall(text))
        self._all = max(1, self._counts.total())

    def __call__(self, token: str) -> float:
        return -math.log2(max(1, self._counts[token.lower()]) / self._all)


def add_scores(scores: TabScores, row: Row, masked: set[int], rarity: Rarity) -> None:
    """Adds one document, over all its annotators (micro-average, as in the paper)."""
    text = row["text"]
    for mentions in row["annotations"].values():
        entities: dict[tuple[str, str, str], bool] = {}
        must_go: set[int] = set()
        for mention in mentions:
            if mention["ident"] == "NO_MASK":
                continue
            places = _places(text, mention["start"], mention["end"])
            must_go.update(places)
            key = (mention["ident"], mention["type"], mention["entity"])
            entities[key] = entities.get(key, True) and all(at in masked for at in places)
        for (ident, kind, _), whole in entities.items():
            scores.entities[ident].add(whole)
            scores.by_type[ident, kind].add(whole)
        for token in _TOKEN.finditer(text):
            protected = token.start() in must_go
            hidden = token.start() in masked
            if protected:
                scores.tokens["recall"].add(hidden)
            if hidden:
                scores.precision.add(protected)
                scores.weights[0] += rarity(token.group()) * protected
                scores.weights[1] += rarity(token.group())


def _places(text: str, start: int, end: int) -> list[int]:
    """The code points of a mention that must be masked."""
    skipped = {at for match in _PASSED_OVER.finditer(text, start, end) for at in range(*match.span())}
    return [at for at in range(start, end) if text[at].isalnum() and at not in skipped]


def _report(title: str, scores: TabScores) -> Iterator[str]:
    yield ""
    yield title
    for ident, name in (("DIRECT", "ER_di"), ("QUASI", "ER_qi")):
        share = scores.entities[ident]
        low, high = wilson(share)
        yield f"  {name}  entities {ident.lower()}: {share.value:.3f} ({low:.3f} – {high:.3f}; {share.hits}/{share.of}; aim {_AIMS[ident]})"
    yield f"  R     tokens of both: {scores.tokens['recall'].value:.3f}"
    yield f"  P     tokens, alike: {scores.precision.value:.3f} (aim {_AIMS['precision']})"
    yield f"  WP    tokens, weighted by rarity: {scores.weights[0] / max(scores.weights[1], 1e-9):.3f}"
    for (ident, kind), share in sorted(scores.by_type.items(), key=lambda item: item[1].value):
        yield f"    {ident.lower():6} {kind:9} {share.value:.3f} ({share.hits}/{share.of})"


if __name__ == "__main__":
    sys.exit(main())
