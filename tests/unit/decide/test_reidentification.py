"""What is released of a person, put together: rare combinations, day beside court, and one day treated two ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from factories import KEY, document

from redactor.decide.generalise import withheld_parts
from redactor.decide.pack import Precision
from redactor.decide.reidentify import CHECK, consistent, reidentification
from redactor.model import (
    BasisCode,
    Category,
    Decision,
    Disposition,
    Document,
    Finding,
    LogCategory,
    Role,
    Span,
    SubjectId,
)
from redactor.resolve.findings import finding_id, value_hash

NOW = datetime(2026, 1, 5, tzinfo=UTC)


class Situation:
    """Findings with decisions, written down as a test tells them."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.findings: list[Finding] = []
        self.decisions: list[Decision] = []

    def says(
        self, text: str, *facts: tuple[str, Category, Disposition], person: str = "", role: Role = Role.SUBJECT
    ) -> None:
        """A document of its own about ``person``, in which each fact is produced, generalised or redacted."""
        page = document(text, number=len(self.documents) + 1)
        self.documents.append(page)
        if person:
            self._add(page, person, Category.PERSON_NAME, Disposition.REDACT, SubjectId(person), role)
        for value, category, disposition in facts:
            self._add(page, value, category, disposition, None, Role.UNKNOWN)

    def _add(
        self,
        page: Document,
        value: str,
        category: Category,
        disposition: Disposition,
        subject: SubjectId | None,
        role: Role,
    ) -> None:
        start = page.passage("p1").text.index(value)
        span = Span("p1", start, start + len(value))
        finding = Finding(
            finding_id(page, span, category), page.id, span, category, (), value_hash(value, KEY), role, subject
        )
        withheld: tuple[Span, ...] = (span,) if disposition is Disposition.REDACT else ()
        if disposition is Disposition.GENERALISE:
            withheld = tuple(
                Span("p1", start + a, start + b) for a, b in withheld_parts(value, Precision.MONTH_AND_YEAR)
            )
        self.findings.append(finding)
        self.decisions.append(
            Decision(
                finding.id,
                disposition,
                (BasisCode("PO"),),
                LogCategory("E2"),
                "",
                withheld,
                "rule:section-1367/x",
                "",
                NOW,
            )
        )

    def by_id(self) -> dict[object, Document]:
        return {page.id: page for page in self.documents}

    def report(self, k_min: int = 2) -> Sequence[tuple[str, tuple[str, ...], int]]:
        standing = {decision.finding: decision for decision in self.decisions}
        found = reidentification(self.findings, standing, {page.id: page for page in self.documents}, k_min)
        return [(row.rule, row.kinds, row.sharing) for row in found.exposures]


PRODUCE, REDACT, GENERALISE = Disposition.PRODUCE, Disposition.REDACT, Disposition.GENERALISE


def persons(count: int, *facts: tuple[str, Category, Disposition]) -> Situation:
    situation = Situation()
    for number in range(count):
        situation.says(f"PERSON{number} " + " ".join(value for value, _, _ in facts), *facts, person=f"PERSON{number}")
    return situation


def test_facts_that_enough_persons_share_point_at_nobody() -> None:
    situation = persons(5, ("Guatemala", Category.NATIONALITY, PRODUCE), ("Mam", Category.LANGUAGE, PRODUCE))
    assert situation.report(k_min=5) == []


def test_a_combination_is_reported_though_each_fact_alone_is_shared() -> None:
    situation = persons(4, ("Guatemala", Category.NATIONALITY, PRODUCE), ("female", Category.SEX, PRODUCE))
    situation.says(
        "LUPE Guatemala male",
        ("Guatemala", Category.NATIONALITY, PRODUCE),
        ("male", Category.SEX, PRODUCE),
        person="LUPE",
    )
    situation.says(
        "MARCO Chad male", ("Chad", Category.NATIONALITY, PRODUCE), ("male", Category.SEX, PRODUCE), person="MARCO"
    )
    assert ("R-QI-3", ("nationality", "sex"), 1) in situation.report()
    assert ("R-QI-3", ("nationality",), 1) in situation.report()
    assert ("R-QI-3", ("sex",), 2) not in situation.report()


def test_three_facts_are_put_together_and_a_larger_set_is_not_repeated() -> None:
    situation = persons(
        3,
        ("Peru", Category.NATIONALITY, PRODUCE),
        ("female", Category.SEX, PRODUCE),
        ("Quechua", Category.LANGUAGE, PRODUCE),
    )
    assert {row[1] for row in situation.report(k_min=4)} == {("nationality",), ("sex",), ("language",)}


def test_what_is_withheld_is_not_counted() -> None:
    assert persons(1, ("Guatemala", Category.NATIONALITY, REDACT)).report() == []


def test_a_generalised_day_counts_as_its_month() -> None:
    situation = Situation()
    for number, day in enumerate(("01/21/2020", "01/25/2020")):
        situation.says(f"P{number} arrested {day}", (day, Category.ENFORCEMENT_DATE, GENERALISE), person=f"P{number}")
    assert situation.report(k_min=2) == []
    assert len(situation.report(k_min=3)) == 2


def test_the_exact_day_beside_the_exact_courthouse_is_reported() -> None:
    facts = ("01/21/2020", Category.ENFORCEMENT_DATE, PRODUCE), ("Queens Family Court", Category.COURTHOUSE, PRODUCE)
    rows = persons(1, *facts).report()
    assert ("R-QI-1", ("courthouse", "day of an enforcement action"), 1) in rows


def test_the_month_beside_the_courthouse_is_what_the_default_policy_shows() -> None:
    facts = ("01/21/2020", Category.ENFORCEMENT_DATE, GENERALISE), ("Queens Family Court", Category.COURTHOUSE, PRODUCE)
    assert not [row for row in persons(1, *facts).report() if row[0] == "R-QI-1"]


def test_a_day_withheld_in_one_paper_and_shown_in_another_is_reported_and_then_withheld_in_both() -> None:
    situation = Situation()
    situation.says("LUPE arrested 01/21/2020", ("01/21/2020", Category.ENFORCEMENT_DATE, GENERALISE), person="LUPE")
    situation.says("LUPE served January 21, 2020", ("January 21, 2020", Category.SERVICE_DATE, PRODUCE), person="LUPE")
    assert "R-QI-5" in {row[0] for row in situation.report()}
    situation.decisions = list(consistent(situation.findings, situation.decisions, situation.by_id()))
    assert "R-QI-5" not in {row[0] for row in situation.report()}
    mended = next(decision for decision in situation.decisions if decision.actor == CHECK)
    assert mended.disposition is GENERALISE
    assert [situation.documents[1].text(span) for span in mended.withheld] == ["21"]


def test_another_persons_same_day_is_left_alone() -> None:
    situation = Situation()
    situation.says("LUPE arrested 01/21/2020", ("01/21/2020", Category.ENFORCEMENT_DATE, GENERALISE), person="LUPE")
    situation.says(
        "MARCO served January 21, 2020", ("January 21, 2020", Category.SERVICE_DATE, PRODUCE), person="MARCO"
    )
    before = list(situation.decisions)
    assert list(consistent(situation.findings, before, situation.by_id())) == before


def test_what_a_person_decided_is_reported_and_not_overruled() -> None:
    situation = Situation()
    situation.says("LUPE arrested 01/21/2020", ("01/21/2020", Category.ENFORCEMENT_DATE, GENERALISE), person="LUPE")
    situation.says("LUPE served January 21, 2020", ("January 21, 2020", Category.SERVICE_DATE, PRODUCE), person="LUPE")
    situation.decisions[-1] = replace(situation.decisions[-1], actor="Dana Muster")
    assert list(consistent(situation.findings, situation.decisions, situation.by_id())) == situation.decisions
    assert "R-QI-5" in {row[0] for row in situation.report()}


def test_a_fact_between_two_persons_is_counted_as_nobodys() -> None:
    situation = Situation()
    situation.says("LUPE and MARCO from Chad", ("Chad", Category.NATIONALITY, PRODUCE), person="LUPE")
    page = situation.documents[0]
    situation._add(page, "MARCO", Category.PERSON_NAME, REDACT, SubjectId("MARCO"), Role.SUBJECT)
    standing = {decision.finding: decision for decision in situation.decisions}
    found = reidentification(situation.findings, standing, {page.id: page}, 2)
    assert (found.persons, found.unplaced, found.exposures) == (0, 1, ())


def test_an_officers_facts_are_not_counted() -> None:
    situation = Situation()
    situation.says("GARCIA speaks Spanish", ("Spanish", Category.LANGUAGE, PRODUCE), person="GARCIA", role=Role.OFFICER)
    assert situation.report() == []
