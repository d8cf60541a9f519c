"""The shipped pack, row by row of the default policy, and its own examples."""

from __future__ import annotations

import pytest
from decide_factories import DOCUMENT, NOW, circumstances, document, finding

from redactor.decide import RulePack, check_examples, decide
from redactor.decide.examples import answer
from redactor.decide.library import load_packs
from redactor.decide.pack import Example
from redactor.model import Category, Decision, Disposition, ProtectionStatus, Role

D = Disposition
PACK = load_packs(["section-1367"])[0]

# row of the policy table, category, role, what is done, log category
ROWS: tuple[tuple[str, Category, Role, Disposition, str], ...] = (
    ("N1", Category.PERSON_NAME, Role.SUBJECT, D.REDACT, "N1"),
    ("N2", Category.PERSON_NAME, Role.SPOUSE, D.REDACT, "N2"),
    ("N2", Category.PERSON_NAME, Role.PARENT, D.REDACT, "N2"),
    ("N2", Category.PERSON_NAME, Role.SIBLING, D.REDACT, "N2"),
    ("N3", Category.PERSON_NAME, Role.CHILD, D.REDACT, "N3"),
    ("N4", Category.PERSON_NAME, Role.PERPETRATOR, D.REDACT, "N4"),
    ("N5", Category.PERSON_NAME, Role.REPRESENTATIVE, D.REDACT, "N5"),
    ("N5", Category.ATTORNEY_ID, Role.REPRESENTATIVE, D.REDACT, "N5"),
    ("N6", Category.PERSON_NAME, Role.INTERPRETER, D.REDACT, "N6"),
    ("N6", Category.PERSON_NAME, Role.WITNESS, D.REDACT, "N6"),
    ("N7", Category.PERSON_NAME, Role.OFFICER, D.PRODUCE, "N7"),
    ("N7", Category.AGENCY_SYSTEM_ID, Role.OFFICER, D.PRODUCE, "N7"),
    ("N7", Category.SIGNATURE, Role.SUPERVISOR, D.PRODUCE, "N7"),
    ("N8", Category.PERSON_NAME, Role.OFFICIAL, D.PRODUCE, "N8"),
    ("N8", Category.PERSON_NAME, Role.COUNSEL, D.PRODUCE, "N8"),
    ("N8", Category.PERSON_NAME, Role.PUBLIC, D.PRODUCE, "N8"),
    ("N9", Category.PERSON_NAME, Role.JUDGE, D.PRODUCE, "N9"),
    ("names of unknown role", Category.PERSON_NAME, Role.UNKNOWN, D.REFER, "N0"),
    ("ID1", Category.A_NUMBER, Role.UNKNOWN, D.REDACT, "ID1"),
    ("ID2", Category.AGENCY_SYSTEM_ID, Role.UNKNOWN, D.REDACT, "ID2"),
    ("ID2", Category.EVENT_NUMBER, Role.UNKNOWN, D.REDACT, "ID2"),
    ("ID2", Category.FINS, Role.UNKNOWN, D.REDACT, "ID2"),
    ("ID3", Category.RECEIPT_NUMBER, Role.UNKNOWN, D.REDACT, "ID3"),
    ("ID3", Category.ONLINE_ACCOUNT, Role.UNKNOWN, D.REDACT, "ID3"),
    ("ID3", Category.SEVIS_ID, Role.UNKNOWN, D.REDACT, "ID3"),
    ("ID4", Category.SSN, Role.UNKNOWN, D.REDACT, "ID4"),
    ("ID4", Category.ITIN, Role.UNKNOWN, D.REDACT, "ID4"),
    ("ID5", Category.PASSPORT, Role.UNKNOWN, D.REDACT, "ID5"),
    ("ID5", Category.VISA_NUMBER, Role.UNKNOWN, D.REDACT, "ID5"),
    ("ID5", Category.I94_NUMBER, Role.UNKNOWN, D.REDACT, "ID5"),
    ("ID5", Category.NATIONAL_ID, Role.UNKNOWN, D.REDACT, "ID5"),
    ("ID5", Category.DRIVER_LICENSE, Role.UNKNOWN, D.REDACT, "ID5"),
    ("ID5", Category.MRZ, Role.UNKNOWN, D.REDACT, "ID5"),
    ("ID6", Category.CRIMINAL_JUSTICE_ID, Role.UNKNOWN, D.REDACT, "ID6"),
    ("ID7", Category.DOCKET_NUMBER, Role.UNKNOWN, D.REDACT, "ID7"),
    ("ID8", Category.BANK_ACCOUNT, Role.UNKNOWN, D.REDACT, "ID8"),
    ("ID8", Category.PAYMENT_CARD, Role.UNKNOWN, D.REDACT, "ID8"),
    ("ID9", Category.LICENSE_PLATE, Role.UNKNOWN, D.REDACT, "ID9"),
    ("ID9", Category.VIN, Role.UNKNOWN, D.REDACT, "ID9"),
    ("alone they identify nobody", Category.ORGANISATION, Role.UNKNOWN, D.PRODUCE, "S7"),
    ("alone they identify nobody", Category.ORGANISATION, Role.OFFICIAL, D.PRODUCE, "N8"),
    ("alone they identify nobody", Category.PLACE, Role.UNKNOWN, D.PRODUCE, "S7"),
    ("alone they identify nobody", Category.DEMOGRAPHIC, Role.UNKNOWN, D.PRODUCE, "S7"),
    ("alone they identify nobody", Category.PERIOD, Role.UNKNOWN, D.PRODUCE, "S7"),
    ("alone they identify nobody", Category.QUANTITY, Role.UNKNOWN, D.PRODUCE, "S7"),
    ("alone they identify nobody", Category.FAMILY, Role.UNKNOWN, D.PRODUCE, "S7"),
    ("B1", Category.DATE_OF_BIRTH, Role.UNKNOWN, D.REDACT, "B1"),
    ("B2", Category.AGE, Role.UNKNOWN, D.REFER, "B2"),
    ("B3", Category.PLACE_OF_BIRTH, Role.UNKNOWN, D.REDACT, "B3"),
    ("B4", Category.NATIONALITY, Role.UNKNOWN, D.REFER, "B4"),
    ("B5", Category.DESCRIPTOR, Role.UNKNOWN, D.REDACT, "B5"),
    ("B5", Category.MARITAL_STATUS, Role.UNKNOWN, D.REDACT, "B5"),
    ("B5 language", Category.LANGUAGE, Role.UNKNOWN, D.REFER, "B5"),
    ("B5 sex", Category.SEX, Role.UNKNOWN, D.PRODUCE, "B5"),
    ("B6", Category.SIGNATURE, Role.SUBJECT, D.REDACT, "B6"),
    ("B6", Category.SIGNATURE, Role.UNKNOWN, D.REDACT, "B6"),
    ("B6 unread", Category.IMAGE, Role.UNKNOWN, D.REFER, "U1"),
    ("words that OCR could not read", Category.ILLEGIBLE, Role.UNKNOWN, D.REFER, "U1"),
    ("drawn by a reviewer", Category.DRAWN, Role.UNKNOWN, D.REDACT, "B5"),
    ("B7", Category.DISTINGUISHING_MARK, Role.UNKNOWN, D.REDACT, "B7"),
    ("C1", Category.ADDRESS, Role.UNKNOWN, D.REDACT, "C1"),
    ("C3", Category.PHONE, Role.UNKNOWN, D.REDACT, "C3"),
    ("C3", Category.EMAIL, Role.SUBJECT, D.REDACT, "C3"),
    ("C3", Category.ONLINE_IDENTIFIER, Role.UNKNOWN, D.REDACT, "C3"),
    ("C3 counsel of record", Category.PHONE, Role.COUNSEL, D.PRODUCE, "N8"),
    ("E1", Category.ENTRY_DATE, Role.UNKNOWN, D.GENERALISE, "E1"),
    ("E1 port", Category.ENTRY_PLACE, Role.UNKNOWN, D.REFER, "E1"),
    ("E2", Category.ENFORCEMENT_DATE, Role.UNKNOWN, D.GENERALISE, "E2"),
    ("E3", Category.CLOCK_TIME, Role.UNKNOWN, D.REDACT, "E3"),
    ("E4", Category.COURTHOUSE, Role.UNKNOWN, D.PRODUCE, "E4"),
    ("E5", Category.COURT_PART, Role.UNKNOWN, D.REFER, "E5"),
    ("E6 and C2", Category.SERVICE_PROVIDER, Role.UNKNOWN, D.REDACT, "E6"),
    ("E7", Category.HEARING_DATE, Role.UNKNOWN, D.GENERALISE, "E7"),
    ("S1", Category.STATUS_1367, Role.UNKNOWN, D.REDACT, "S1"),
    ("S2", Category.STATUS_ASYLUM, Role.UNKNOWN, D.REDACT, "S1"),
    ("S3", Category.STATUS_TPS, Role.UNKNOWN, D.REDACT, "S1"),
    ("S4", Category.STATUS_SIJ, Role.UNKNOWN, D.REDACT, "S1"),
    ("S5", Category.STATUS_SAW, Role.UNKNOWN, D.REDACT, "S1"),
    ("S6", Category.VISA_FACT, Role.UNKNOWN, D.REFER, "S1"),
    ("S7", Category.NARRATIVE, Role.UNKNOWN, D.REFER, "S7"),
    ("S8", Category.CRIMINAL_HISTORY, Role.UNKNOWN, D.GENERALISE, "S8"),
    ("S9", Category.HEALTH, Role.UNKNOWN, D.REDACT, "S9"),
    ("O1", Category.EMPLOYER, Role.UNKNOWN, D.REDACT, "O1"),
    ("O1", Category.SCHOOL, Role.UNKNOWN, D.REDACT, "O1"),
    ("O1 sector", Category.OCCUPATION, Role.UNKNOWN, D.REFER, "O1"),
    ("O2", Category.ORGANISATION_ID, Role.UNKNOWN, D.REDACT, "O2"),
    ("L4", Category.BATES_NUMBER, Role.UNKNOWN, D.PRODUCE, "L4"),
    ("L4 caption", Category.CASE_NAME, Role.UNKNOWN, D.PRODUCE, "L4"),
    ("none", Category.COMMON_WORD, Role.UNKNOWN, D.PRODUCE, "L4"),
    ("L4 docket", Category.ACTION_DOCKET, Role.UNKNOWN, D.PRODUCE, "L4"),
    ("L5", Category.SERVICE_DATE, Role.UNKNOWN, D.GENERALISE, "E2"),
    ("P1", Category.PRIVILEGED, Role.UNKNOWN, D.REFER, "P1"),
    ("marked, never applied", Category.MARKED_FOR_REDACTION, Role.UNKNOWN, D.REFER, "U2"),
    ("no row: a word of nobody", Category.UNEXPLAINED, Role.UNKNOWN, D.PRODUCE, "U3"),
    ("no row: a date of nobody", Category.OTHER_DATE, Role.UNKNOWN, D.PRODUCE, "E8"),
)
TEXT = {
    Category.ENTRY_DATE: "June 2, 2014",
    Category.CRIMINAL_HISTORY: "assault, 3/2/2018",
    Category.OTHER_DATE: "May 1, 2019",
}


def decided(category: Category, role: Role = Role.UNKNOWN, text: str | None = None, **given: object) -> Decision:
    text = text or TEXT.get(category, "January 21, 2020")
    protection = given.pop("protection", ProtectionStatus.UNKNOWN)
    doc_type = str(given.pop("doc_type", "Document"))
    one = finding(category, 0, len(text), role=role, protection=ProtectionStatus(str(protection)))
    facts = circumstances((PACK,), **given)  # type: ignore[arg-type]
    return decide([one], {DOCUMENT: document(text, doc_type=doc_type)}, (PACK,), facts, now=NOW)[0]


@pytest.mark.parametrize(("row", "category", "role", "disposition", "log"), ROWS)
def test_each_row_of_the_policy_is_kept(row: str, category: Category, role: Role, disposition: D, log: str) -> None:
    decision = decided(category, role)
    assert (decision.disposition, decision.log_category) == (disposition, log), row
    assert bool(decision.withheld) is disposition.withholds
    assert bool(decision.basis) is disposition.withholds


def test_every_category_has_a_row() -> None:
    assert {row[1] for row in ROWS} == set(Category)


@pytest.mark.parametrize("example", PACK.examples, ids=lambda example: example.situation)
def test_each_example_of_the_pack_is_answered_as_written(example: Example) -> None:
    decision, withheld = answer(PACK, example)
    assert decision.actor == f"rule:section-1367/{example.rule}"
    assert decision.disposition is example.disposition
    assert withheld == example.withheld
    assert example.basis is None or decision.basis == example.basis


def test_every_rule_has_an_example() -> None:
    assert list(check_examples(PACK)) == []


def test_a_covered_and_an_uncovered_person_get_the_same_label() -> None:
    identity = [row for row in ROWS if row[3].withholds and row[4] not in ("P1", "N7")]
    labels = {
        decided(category, role, protection=p).label for _, category, role, _, _ in identity for p in ProtectionStatus
    }
    assert labels == {"REDACTED – PROTECTED IDENTITY"}


def test_the_log_category_does_not_tell_which_relief_was_sought() -> None:
    relief = (
        Category.STATUS_1367,
        Category.STATUS_ASYLUM,
        Category.STATUS_TPS,
        Category.STATUS_SIJ,
        Category.STATUS_SAW,
        Category.VISA_FACT,
    )
    decisions = [decided(category) for category in relief]
    assert len({(d.log_category, d.label, d.basis) for d in decisions}) == 1


def test_officers_are_withheld_only_by_order() -> None:
    released = decided(Category.PERSON_NAME, Role.OFFICER, "DO A. MUESTRA")
    withheld = decided(Category.PERSON_NAME, Role.OFFICER, "DO A. MUESTRA", officers_withheld=True)
    assert released.disposition is D.PRODUCE
    assert (withheld.disposition, withheld.basis, withheld.log_category) == (D.REDACT, ("PO",), "N7")
    assert withheld.label == "REDACTED – CONFIDENTIAL (P.O.)"


def test_the_strict_profile_withholds_the_narrative() -> None:
    assert decided(Category.NARRATIVE, profile="strict").disposition is D.REDACT


def test_a_judge_on_a_persons_own_state_court_paper_is_referred() -> None:
    assert decided(Category.PERSON_NAME, Role.JUDGE, "Hon. X", doc_type="State court paper").disposition is D.REFER


def test_a_finally_denied_person_stays_unnamed_without_the_statute_as_basis() -> None:
    pending = decided(Category.PERSON_NAME, Role.SUBJECT, protection=ProtectionStatus.PENDING)
    denied = decided(Category.PERSON_NAME, Role.SUBJECT, protection=ProtectionStatus.DENIED_FINAL)
    assert pending.basis == ("PO", "AGREED", "1367-GROUP")
    assert denied.basis == ("PO", "AGREED")
    assert denied.label == pending.label
    assert denied.withheld == pending.withheld


def test_the_pack_describes_every_log_category_that_withholds(packs: tuple[RulePack, ...]) -> None:
    for rule in packs[0].rules:
        kind = packs[0].log[rule.log]
        assert kind.description
        assert kind.label or not rule.disposition.withholds
