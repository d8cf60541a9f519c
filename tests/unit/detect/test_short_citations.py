"""A case that a court paper goes on to call by one party's name; and people whom that name might mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import claim, document

from redactor.detect.short_citations import short_citations
from redactor.model import Category

FULL = "See Ejemplo v. Sample Corp., 12 F.4th 34 (2d Cir. 2020)."


def called(rest: str, *, score: float = 0.9, kind: str = "Federal court paper") -> list[str]:
    page = replace(document(f"{FULL}\n{rest}"), doc_type=kind)
    cited = claim(page, "Ejemplo v. Sample Corp.", category=Category.CASE_NAME, score=score)
    return [page.text(one.span) for one in short_citations(page, [cited]) if one.span.start > len(FULL)]


@pytest.mark.parametrize("rest", ["Ejemplo, 12 F.4th at 36", "In Ejemplo, the court", "we follow Ejemplo here"])
def test_the_case_is_called_by_its_party(rest: str) -> None:
    assert called(rest) == ["Ejemplo"]


@pytest.mark.parametrize(
    "rest",
    ["told Rosa Ejemplo that", "Mr. Ejemplo left", "subject Ejemplo left", "Ejemplo Lopez left", "EJEMPLO, ROSA"],
)
def test_a_person_of_that_name_is_not_the_case(rest: str) -> None:
    assert called(rest) == []


def test_a_case_without_a_reporter_is_called_nothing() -> None:
    assert called("In Ejemplo, the court", score=0.6) == []


def test_neither_is_one_in_an_agencys_paper() -> None:
    assert called("In Ejemplo, the court", kind="Memorandum") == []
