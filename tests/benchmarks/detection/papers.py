"""Papers made from the templates and names of one split; the same number and seed make the same papers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.benchmarks.detection.people import Cast, load_names
from tests.benchmarks.detection.templates import Paper, fill, load_templates
from tests.benchmarks.detection.values import Facts, load_values

SPLITS = ("train", "dev", "test")


def papers(split: str, count: int, seed: int) -> Iterator[Paper]:
    """``count`` papers: each template once before any comes again, each culture in turn."""
    templates, names, lists = load_templates(split), load_names(split), load_values(split)
    rng = random.Random(f"{split} {seed}")
    order = list(templates)
    cultures = list(names.cultures)
    for number in range(count):
        if number % len(order) == 0:
            rng.shuffle(order)
        if number % len(cultures) == 0:
            rng.shuffle(cultures)
        template = order[number % len(order)]
        own = random.Random(rng.getrandbits(64))
        cast = Cast(names, template.culture or cultures[number % len(cultures)], own, template.sexes)
        yield fill(template, cast, Facts(lists, own), own)
