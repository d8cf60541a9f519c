"""A title, a relation or a signature says that a name follows, and whose it is; an office without a holder does not."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.titled import TitledNameRecognizer
from redactor.model import Role

RECOGNIZER = TitledNameRecognizer()

TITLED = (
    ("Deportation Officer J. Sample", "J. Sample", Role.OFFICER, "title in full"),
    ("DO Sample interviewed", "Sample", Role.OFFICER, "an officer's code"),
    ("Special Agent Robin Sample-Muster", "Robin Sample-Muster", Role.OFFICER, "hyphen"),
    ("J. Sample, DO", "J. Sample", Role.OFFICER, "code behind the name"),
    ("JORDAN SAMPLE\nDeportation Officer", "JORDAN SAMPLE", Role.OFFICER, "signature block"),
    ("Officer Sample Meanwhile the subject", "Sample", Role.OFFICER, "the next sentence is no part of the name"),
    ("SDDO K. MUSTER approved", "K. MUSTER", Role.SUPERVISOR, "a supervisor's code"),
    ("Field Office Director Alex Sample", "Alex Sample", Role.OFFICIAL, "a public office"),
    ("Acting Director Jo Sample", "Jo Sample", Role.OFFICIAL, "an acting holder"),
    ("Alex Sample, Field Office Director", "Alex Sample", Role.OFFICIAL, "office behind the name"),
    ("Immigration Judge Robin Sample", "Robin Sample", Role.JUDGE, "judge"),
    ("the Honorable Pat Sample", "Pat Sample", Role.JUDGE, "honorable"),
    ("Pat Sample, U.S.D.J.", "Pat Sample", Role.JUDGE, "letters behind the name"),
    ("Robin Sample, District Judge", "Robin Sample", Role.JUDGE, "office behind the name"),
    ("AUSA Kai Sample", "Kai Sample", Role.COUNSEL, "counsel of record"),
    ("Kai Sample, Assistant United States Attorney", "Kai Sample", Role.COUNSEL, "office behind the name"),
)

RELATED = (
    ("her husband Juan Ejemplo", "Juan Ejemplo", Role.SPOUSE, "husband"),
    ("her husband, Juan Ejemplo", "Juan Ejemplo", Role.SPOUSE, "with a comma"),
    ("his wife, named Olena Muster", "Olena Muster", Role.SPOUSE, "named"),
    ("ex-husband Ivan Muster", "Ivan Muster", Role.SPOUSE, "former"),
    ("U.S. citizen child: ANA EJEMPLO", "ANA EJEMPLO", Role.CHILD, "a colon"),
    ("her daughter Ana", "Ana", Role.CHILD, "a given name alone"),
    ("her mother, Fatoumata Muster", "Fatoumata Muster", Role.PARENT, "mother"),
    ("his brother Yusuf bin Ali", "Yusuf bin Ali", Role.SIBLING, "bin"),
    ("his sister\nRosa Muster", "Rosa Muster", Role.SIBLING, "over a line end"),
    ("charged against Ivan Muster", "Ivan Muster", Role.PERPETRATOR, "against"),
    ("her boyfriend Ivan Muster", "Ivan Muster", Role.PERPETRATOR, "boyfriend"),
    ("a neighbor, Priya Muster", "Priya Muster", Role.WITNESS, "neighbour"),
    ("witness Bui Thi Muster", "Bui Thi Muster", Role.WITNESS, "witness"),
    ("represented by Ngozi Sample", "Ngozi Sample", Role.REPRESENTATIVE, "represented by"),
    ("Translated by Wen Sample", "Wen Sample", Role.INTERPRETER, "translated by"),
    ("officers encountered MUSTER, Wen", "MUSTER, Wen", Role.SUBJECT, "last name first"),
    ("gave her name as Rosa Muster", "Rosa Muster", Role.SUBJECT, "what she said"),
)

ADDRESSED = (
    ("Mr. Muster stated", "Muster", None, "honorific"),
    ("Mrs. Rosa Muster", "Rosa Muster", None, "honorific and full name"),
    ("Sra. Ejemplo", "Ejemplo", None, "Spanish"),
    ("Dr. Anh Muster", "Anh Muster", None, "doctor"),
    ("/s/ Lee Sample", "Lee Sample", None, "a conformed signature"),
    ("/s/_Lee Sample", "Lee Sample", None, "on its line"),
)


@pytest.mark.parametrize(("text", "name", "role", "why"), TITLED + RELATED + ADDRESSED)
def test_a_name_after_a_title_or_relation_has_its_role(text: str, name: str, role: Role | None, why: str) -> None:
    assert names_read(RECOGNIZER, text) == {(name, role)}, why


NOBODY = (
    ("the Field Office Director approved", "an office without its holder"),
    ("the Judge ordered", "an office without its holder"),
    ("Special Agent in Charge", "a title's second half"),
    ("Attorney General of the United States", "a title's second half"),
    ("Supervisory Officer Signature", "a form's legend"),
    ("Deportation Officer\nDate", "a form's legends, one under the other"),
    ("the Immigration Judge On March 3", "a sentence begins"),
    ("her husband In January", "a month"),
    ("Respondent Notice to Appear", "a form's title"),
    ("the applicant Exhibit A", "an exhibit"),
    ("against New York City", "a place"),
    ("against United States", "a party"),
    ("Officers Arrested", "a column's heading"),
    ("interpreter Spanish", "a language"),
    ("agent May 3", "a date"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_a_title_without_a_holder_claims_nobody(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why


def test_both_names_of_a_pair_are_claimed() -> None:
    read = names_read(RECOGNIZER, "the children Ana Ejemplo and Luis Ejemplo")
    assert read == {("Ana Ejemplo", Role.CHILD), ("Luis Ejemplo", Role.CHILD)}


def test_each_officer_of_a_list_is_claimed() -> None:
    read = names_read(RECOGNIZER, "DO Sample, IEO Muster and SA Lee")
    assert read == {("Sample", Role.OFFICER), ("Muster", Role.OFFICER), ("Lee", Role.OFFICER)}


def test_a_name_that_wraps_in_prose_is_one_claim() -> None:
    prose = "officers encountered Maria Elena\nEjemplo Lopez outside the courthouse in Brooklyn"
    assert names_read(RECOGNIZER, prose) == {("Maria Elena\nEjemplo Lopez", Role.SUBJECT)}


def test_a_title_is_no_part_of_the_name_behind_it() -> None:
    assert ("Sample", Role.SUPERVISOR) in names_read(RECOGNIZER, "Supervisor: approved by SDDO Sample")
