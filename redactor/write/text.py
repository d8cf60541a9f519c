"""The redacted text of a page, written by presidio's anonymizer: the words that stay, and the label where some went."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

from redactor.model import Document
from redactor.write.plan import PagePlan


def redacted_text(document: Document, plans: Sequence[PagePlan]) -> tuple[str, ...]:
    """The text of every page as read, each withheld stretch replaced by its label in brackets.

    It is made from the same offsets as the boxes, so text file and page always agree. Column gaps are tabs, but beside
    a label, where it depends on the length of what went whether the rest of a column's room is a gap.
    """
    engine = AnonymizerEngine()  # type: ignore[no-untyped-call]
    pages = []
    for page_plan in plans:
        text = document.passage(f"p{page_plan.page}").text
        labels = sorted({label for _, _, label in page_plan.withheld})
        results = [
            RecognizerResult(entity_type=f"L{labels.index(label)}", start=start, end=end, score=1.0)
            for start, end, label in page_plan.withheld
        ]
        operators = {
            f"L{index}": OperatorConfig("replace", {"new_value": f"[{label}]"}) for index, label in enumerate(labels)
        }
        redacted = engine.anonymize(text, results, operators).text if results else text
        pages.append(_one_blank(redacted, labels))
    return tuple(pages)


def _one_blank(text: str, labels: Sequence[str]) -> str:
    """The text with one blank where there are blanks or tabs beside a label."""
    for label in labels:
        text = re.sub(rf"[ \t]+(?=\[{re.escape(label)}\])|(?<=\[{re.escape(label)}\])[ \t]+", " ", text)
    return text
