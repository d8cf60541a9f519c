"""What a language model's labels mean here, and how sure a claim is that rests on one."""

from __future__ import annotations

from types import MappingProxyType

from redactor.detect.tagger.labels import CATEGORIES, ROLES, Kind
from redactor.model import Category, Role

_TRUST = 0.9
"""Share of the model's own probability that a claim scores: 0.9 of a sure name is what the registry calls sure (0.8), and less than
a label, a title or a table's heading can reach."""

_FOREIGN = MappingProxyType({"PERSON": Category.PERSON_NAME, "PER": Category.PERSON_NAME})
"""Labels of other people's models. What they call an organisation or a place is nothing that we asked for."""


def category_of(label: str) -> Category | None:
    """The category of a label, or None where it is nothing to us."""
    return CATEGORIES.get(label) or _FOREIGN.get(label)


def score_of(probability: float) -> float:
    """The claim's score for the model's probability (both 0 to 1)."""
    return round(_TRUST * min(max(probability, 0.05), 1.0), 3)


def reason_of(label: str) -> str:
    """Why the claim is made. The role that the model reads is told here and is no role of the claim: of a hundred people whom it takes
    for officers some are protected persons, so it alone must release nobody."""
    role = ROLES.get(Kind(label)) if label in set(Kind) else None
    return f"model; {READS_AS}{role.value}" if role else "model"


READS_AS = "reads as "


def role_read(reason: str) -> Role | None:
    """The role that a model's claim tells in its reason, for whoever weighs it against better claims."""
    _, told, role = reason.partition(READS_AS)
    return Role(role) if told else None
