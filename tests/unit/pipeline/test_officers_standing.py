"""Those who act in an office stand, however a paper introduces them and whatever it calls them afterwards."""

from __future__ import annotations

import pytest
from shown import COVER, shown

NOTE = "Respondent: EJEMPLO, Rosa\nA200 555 111"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Deportation Officer Jane Muster came. Muster, J. Muster, Officer Muster and MUSTER are one.", "one paper, one role"),
        ('"It was signed," said Robin Sample, a supervisor with ERO. Sample left.', "office behind, in a sentence"),
        ("Robin Sample, Deputy Field Office Director, agreed. Mr. Sample left.", "office behind"),
        ("It was approved by Robin Sample (SDDO).", "code in parentheses"),
        ("Approved by: SDDO Robin Sample", "a label and a code"),
        ("The arresting officer, Robin Sample, wrote it.", "a title set off by commas"),
        ("Officers Jane Muster, Robin Sample and Kai Lee came. Kai Lee drove.", "a row"),
        ("AO team: Jane Muster, Robin Sample, Kai Lee", "a team behind its label"),
        ("Jane Muster and Robin Sample, deportation officers, came.", "a title behind a row"),
        ("I, Jane Muster, declare that I am employed as a Deportation Officer. Jane Muster", "a declaration"),
        ("Jane Muster is a Deportation Officer in New York. Jane Muster wrote it.", "said to be one"),
        ("Thanks,\nJane Muster\nDeportation Officer\nERO New York", "an e-mail's end"),
        ("Sincerely,\n\nJane Muster\nSupervisory Detention and Deportation Officer", "a letter's end"),
        ("From: Muster, Jane <jane.muster@ice.dhs.gov>\nSent: Monday\n\nJane Muster will call.", "a mailbox"),
        ("From: Muster, Jane A. (ERO)\nTo: Sample, Robin <robin.sample@ice.dhs.gov>", "an agency behind a sender"),
        ("Jane Muster (Badge 4471) wrote the report.", "a badge"),
        ("Immigration Judge Robin Sample granted it. Judge Sample spoke.", "an immigration judge"),
        ("before Hon. Robin Sample, J.S.C.", "a judge's letters"),
        ("AUSA Kai Sample appeared.", "government counsel"),
        ("Kai Sample, Assistant Attorney General, appeared.", "the State's counsel"),
        ("Special Agent Jane Muster and Officer Kai Lee #2210 came.", "two titles"),
        ("SA Muster (HSI) briefed IEO Lee and DDO Sample.", "codes"),
        ("Border Patrol Agent Jane Muster processed her.", "another agency"),
        ("The warrant was issued by Jane Muster, Acting Assistant Field Office Director.", "acting"),
    ],
)  # fmt: skip
def test_an_officer_stands(text: str, why: str) -> None:
    assert COVER not in shown(text, NOTE).split("Sent:")[0], why


def test_an_officer_of_another_paper_stands_by_full_name() -> None:
    left = shown("Jane Muster was there. MUSTER, Jane signed.", "Deportation Officer Jane Muster came.")
    assert COVER not in left


def test_an_officers_telephone_and_mailbox_in_a_signature_block_stand() -> None:
    text = "Thanks,\nJane Muster\nDeportation Officer\nERO New York\n(212) 555-0144\njane.muster@ice.dhs.gov"
    assert COVER not in shown(text, NOTE)


def test_an_officer_who_is_met_or_interprets_is_still_an_officer() -> None:
    left = shown("They encountered Deportation Officer Jane Muster. Interpreter: DO Muster. Jane Muster left.", NOTE)
    assert COVER not in left


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Signature: Jane Muster\tTitle: Deportation Officer", "the title in the next cell"),
        ("Jane Muster\tSupervisory Deportation Officer\t1 of 1 Pages", "a form's last line"),
        ("Jane Muster     Deportation Officer     12/31/2019", "wide blanks for a column"),
        ("Prepared by Jane Muster; reviewed by Robin Sample.", "who prepares what another reviews"),
        ("Case officer: Jane Muster\tApproved: Robin Sample", "who approves"),
        ("It was served on the alien by Jane Muster at 0932 hours.", "who serves a notice on an alien"),
        ("The provisions of 8 U.S.C. § 1367 have been complied with.\n/s/ Jane Muster", "who certifies"),
        ("To: Jane Muster\nSubject: a call\n\nOfficer Muster,\nplease call me.", "who is greeted by title"),
        ("MEMORANDUM FOR:\tField Office Directors\nFROM:\tJane Muster, Acting Executive Associate Director", "a memo's head"),
        ("PRIVILEGED & CONFIDENTIAL\nTO: Jane Muster, Office of the Principal Legal Advisor\nFROM: Robin Sample", "a legal memo"),
        ("Interview of Jane Muster, Deportation Officer\nMuster stated that Supervisor Robin Sample came.", "a wrapped line"),
        ("8 USC 1367 complied with. Supervisor Robin Sample informed 1049 hours.", "a supervisor in an officers' paper"),
        ("Me llamó el oficial Muster. El oficial Muster gritó.", "Spanish"),
    ],
)  # fmt: skip
def test_an_officer_stands_by_what_only_officers_do(text: str, why: str) -> None:
    left = shown(text, NOTE)
    assert all(name in left for name in ("Muster", "Sample") if name in text), why
