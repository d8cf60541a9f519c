"""Attacks on what lets a name stand: a title, a badge, a mailbox, a signature near somebody whom the law protects.

Every text is read, put through the whole matter's registry and decided by the default pack; what a reader would still
see must not hold the name.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import by_id, claim, document
from shown import roles_in, shown

from redactor.model import Role
from redactor.resolve import KnownPerson, with_roles

ROSA = KnownPerson(("EJEMPLO, Rosa",), Role.SUBJECT)
NOTE = "Respondent: EJEMPLO, Rosa\nA200 555 111"
"""A paper of the same matter that says who Rosa Ejemplo is."""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Rosa Ejemplo said: my husband calls me 'the officer' and laughs.", "a nickname in quotation marks"),
        ("They all called her Officer Rosa Ejemplo as a joke.", "a title in jest before the full name"),
        ("Officer\nRosa Ejemplo\nA200 555 111", "a heading over a name that has a noncitizen's number below"),
        ("Issuing Officer\tRosa Ejemplo", "a label of the next column"),
        ("Deportation Officer: Rosa Ejemplo", "a cell filled in by mistake"),
        ("Name of alien\nRosa Ejemplo\nDeportation Officer\nJ. Muster", "an officer's label under a noncitizen's"),
        ("Officer's certification\n/s/ Rosa Ejemplo\nDeportation Officer", "a signature under an officer's heading"),
        ("Rosa Ejemplo (Badge 4471)", "a badge beside the name"),
        ("From: Rosa Ejemplo <jane.muster@ice.dhs.gov>", "an officer's mailbox under the subject's display name"),
        ("From: Rosa Ejemplo <rosa.ejemplo@ice.dhs.gov>", "the subject's name in a mailbox at the agency"),
        ("Rosa Ejemplo, Field Office Director", "a signature block that somebody made up"),
        ("Officers Muster, Sample and Rosa Ejemplo were there.", "the subject in a row of officers"),
        ("Hon. Rosa Ejemplo, J.S.C.", "a judge's letters"),
        ("AUSA Rosa Ejemplo", "counsel's title"),
    ],
)
def test_a_subject_whom_the_matter_knows_is_not_released_by_a_title(text: str, why: str) -> None:
    for known in ((ROSA,), ()):
        left = shown(text, NOTE, known=known)
        assert "Rosa" not in left, why
        assert "Ejemplo" not in left, why


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("She told the officer Maribel Ejemplo was ill.", "Maribel", "whom somebody told is not the name behind"),
        ("The roommate gave officers Wen Ejemplo's passport.", "Ejemplo", "what officers were given"),
        ("According to Wen Ejemplo, a deportation officer told her to sit.", "Ejemplo", "another person's office"),
        ("As Wen Ejemplo, the officer pushed the door.", "Ejemplo", "no apposition"),
        ("Wen Ejemplo, DO Muster and others left.", "Ejemplo", "the title of the next in the row"),
        ("The names were Wen Ejemplo\nDeportation Officer\nJane Muster", "Ejemplo", "the label of the line below"),
        ("Officers Muster and Sample, Wen Ejemplo and her son went out.", "Ejemplo", "behind the row's last"),
        ("Officer Muster and Wen Ejemplo spoke.", "Ejemplo", "one officer is no row"),
        ("Wen Ejemplo\tJ. Muster\n(Signature of Respondent)\t(Signature of Immigration Officer)", "Ejemplo", "columns"),
        ("From: Wen Ejemplo <wen.ejemplo@ice.dhs.gov.example.org>", "Ejemplo", "a domain that only begins like one"),
        ("From: Wen Ejemplo <wen.ejemplo@ice-dhs.example.org>", "Ejemplo", "a domain that pretends"),
        ("From: Wen Ejemplo <officer.muster@example.org>", "Ejemplo", "a mailbox that pretends"),
        ("From: Wen Ejemplo <duty.officer@ice.dhs.gov>", "Ejemplo", "an office's mailbox in nobody's name"),
        ("Attorney for Petitioner: Wen Ejemplo", "Ejemplo", "a private party's lawyer"),
        ("Wen Ejemplo, Esq.\nAttorney for Respondent\n(212) 555-0144", "Ejemplo", "a lawyer's signature block"),
        ("Wen Ejemplo (ICE detainee) called.", "Ejemplo", "the agency holds, and does not employ, the person"),
        ("Interpreter: Wen Ejemplo", "Ejemplo", "interpreters are private persons"),
        ("Wen Ejemplo, a case manager with Safe Harbor, called.", "Ejemplo", "shelter staff"),
        ("the agent of her landlord, Wen Ejemplo, came", "Ejemplo", "an agent who is no officer"),
        ("Case agent's source: Wen Ejemplo", "Ejemplo", "a source"),
        ("Witness to the officer: Wen Ejemplo", "Ejemplo", "a witness"),
    ],
)
def test_an_office_beside_somebody_else_releases_nobody(text: str, name: str, why: str) -> None:
    assert name not in shown(text), why


@pytest.mark.parametrize(
    "text",
    [
        "Her husband, Officer Juan Ejemplo, beat her. Officer Ejemplo hit her again. Ejemplo was not charged.",
        "Her husband Juan Ejemplo is a police officer. She fears Officer Ejemplo. Officer Juan Ejemplo was off duty.",
        "She was threatened by Sgt. Juan Ejemplo. Sgt. Ejemplo has a gun.",
        "Perpetrator: Juan Ejemplo\nDet. Ejemplo is with the police.",
    ],
)
def test_whoever_did_the_harm_stays_withheld_in_uniform_too(text: str) -> None:
    assert "Ejemplo" not in shown(text)
    assert "Juan" not in shown(text)


def test_an_officer_and_a_noncitizen_of_one_surname_are_told_apart_mention_by_mention() -> None:
    left = shown("DO Garcia arrested Maria Garcia. Garcia told DO Garcia that she is ill.", known=[
        KnownPerson(("GARCIA, Maria",), Role.SUBJECT)
    ])  # fmt: skip
    assert left.count("DO Garcia") == 2
    assert left.count("Garcia") == 2


def test_a_surname_alone_is_not_released_where_somebody_of_no_known_role_shares_it() -> None:
    text = "DO Garcia came. Later Lucero Garcia wept, and Garcia slept."
    roles = dict(roles_in(text))
    assert roles["Lucero Garcia"] is Role.UNKNOWN
    assert "Lucero" not in shown(text)
    assert "and Garcia slept" not in shown(text)


def test_a_full_name_is_not_released_by_an_officers_surname_inside_it() -> None:
    left = shown("DO Ejemplo came. Maribel Ejemplo was at home.")
    assert "Maribel" not in left
    assert left.count("Ejemplo") == 1


def test_an_honorific_may_be_the_noncitizens_where_the_officer_is_known_by_surname_only() -> None:
    left = shown("DO Muster knocked. Mr. Muster opened the door.")
    assert "DO Muster" in left
    assert "Mr. Muster" not in left


def test_an_officers_surname_in_another_paper_says_nothing_there() -> None:
    left = shown("Mr. Ejemplo opened the door. Ejemplo was ill.", "DO Ejemplo knocked. DO Ejemplo left.")
    assert "Ejemplo" not in left


def test_a_models_guess_protects_and_never_releases() -> None:
    page = document("then Wen Muster spoke")
    for role, kept in ((Role.OFFICER, None), (Role.COUNSEL, None), (Role.WITNESS, Role.WITNESS)):
        guess = replace(claim(page, "Wen Muster", role=role), recognizer="ModelNameRecognizer")
        [back] = with_roles(by_id(page), [guess])
        assert back.role is kept


def test_a_mailbox_at_the_agency_is_no_officers_where_it_spells_the_subjects_name() -> None:
    text = "Write to rosa.ejemplo@ice.dhs.gov or to jane.muster@ice.dhs.gov."
    left = shown(text, NOTE, known=[ROSA])
    assert "rosa.ejemplo" not in left
    assert "jane.muster@ice.dhs.gov" in left


def test_a_relatives_telephone_in_an_officers_block_is_not_the_officers() -> None:
    left = shown("Thanks,\nJane Muster\nDeportation Officer\n(212) 555-0144\nclient's mother: (917) 555-0150")
    assert "(212) 555-0144" in left
    assert "555-0150" not in left


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("Dear Judge:\nWen Ejemplo is a student in third grade.", "Ejemplo", "a letter's first words"),
        ("REQUEST FORM\nTO: ICE Officer\nFROM: Wen Ejemplo\nI ask for my papers.", "Ejemplo", "a detainee's request"),
        ("PRIVILEGED & CONFIDENTIAL\nTO: Wen Ejemplo\nFROM: Kai Sample, Esq.\nYour case", "Ejemplo", "a lawyer's memo"),
        ("PRIVILEGED & CONFIDENTIAL\nTO: Kai Sample, Esq.\nFROM: Wen Ejemplo\nMy case", "Ejemplo", "a client's note"),
        ("Prepared by: Wen Ejemplo\nEOIR ID RG487255", "Ejemplo", "who prepares an application"),
        ("The deed was witnessed by Wen Ejemplo.", "Ejemplo", "a witness to something else"),
        ("To: Wen Ejemplo\nSubject: a call\n\nOfficer Muster,\nplease call me.", "Ejemplo", "another one is greeted"),
        ("Alien\tWen Ejemplo\tDeportation Officer\tJane Muster", "Ejemplo", "the label of the next cell"),
        ("DO NASCIMENTO DE SOUZA, Wen\tA200 555 111", "NASCIMENTO", "a particle that looks like a code"),
        ("DO THI LAN\tA200 555 111", "LAN", "a surname that looks like a code"),
        ("We told its director, Wen Ejemplo, who asked us to leave.", "Ejemplo", "a shelter's director"),
        ("Signed,\nWen Ejemplo\nPresident\nLocal 12", "Ejemplo", "a union's president"),
        ("Sincerely,\nWen Ejemplo\nExecutive Director\nNew Dawn Residence", "Ejemplo", "a shelter's letter"),
        ("Her supervisor, Wen Ejemplo, told ICE nothing.", "Ejemplo", "an employer's supervisor"),
        ("the insurance agent Wen Ejemplo called", "Ejemplo", "an agent of business"),
        ("Loan officer Wen Ejemplo called", "Ejemplo", "an officer of a bank"),
        ("The shelter's security officer, Officer Wen Ejemplo, stood there.", "Ejemplo", "a shelter's guard"),
        ("Chief Counsel Wen Ejemplo of Sanctuary House called.", "Ejemplo", "a legal service's counsel"),
        ("Judge, Wen\tA200 555 111", "Judge", "a surname that looks like a title"),
    ],
)
def test_words_that_only_look_like_an_office_release_nobody(text: str, name: str, why: str) -> None:
    assert name not in shown(text), why


DECLARATION = (
    "UNITED STATES DISTRICT COURT\nSOUTHERN DISTRICT OF NEW YORK\nDECLARATION OF WEN EJEMPLO\n"
    "WEN EJEMPLO, pursuant to 28 U.S.C. § 1746, declares as follows:\n"
    "1. In 2019 I accompanied a client, Maribel Muster, to court.\n"
    "I declare under penalty of perjury that this is true.\n/s/ Wen Ejemplo"
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (DECLARATION, "who declares is no counsel, and neither is the client"),
        ("Respectfully submitted,\nWen Ejemplo\nPlaintiff, pro se\n(212) 555-0144", "a party without counsel"),
        ("officers seized her.\nWen Ejemplo, Attorney for Petitioners", "a private party's lawyer"),
        ("Counsel for Defendants:\nJane Muster\n1. On May 3 officers seized Wen Ejemplo in court.", "prose below"),
    ],
)
def test_a_federal_court_paper_releases_counsel_of_record_only(text: str, why: str) -> None:
    left = shown(text, doc_type="Federal court paper").casefold()
    assert "ejemplo" not in left, why
    assert "maribel" not in left, why


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("My husband, Judge Juan Ejemplo, raped me. Judge Ejemplo sat on the court.", "Ejemplo", "a judge who did harm"),
        ("The patient came with Commissioner Ruth Ejemplo, her aunt. Commissioner Ejemplo wept.", "Ejemplo", "an aunt"),
        ("The subject, Officer Maribel Ejemplo, called. Correction Officer Ejemplo is ill.", "Ejemplo", "a subject"),
        ("Her boyfriend is Det. Juan Ejemplo. Ptl. Juan Ejemplo Jr., his son, came. Det. Ejemplo left.", "Ejemplo", "a son"),
        ("Her ex-husband is Trooper Juan Ejemplo. Trooper Ejemplo has custody.", "Ejemplo", "a title in the claim"),
    ],
)  # fmt: skip
def test_a_surname_behind_a_title_is_not_released_where_a_protected_person_bears_both(
    text: str, name: str, why: str
) -> None:
    assert name not in shown(text), why


def test_an_agencys_own_title_still_tells_an_officer_from_a_relative_in_uniform() -> None:
    left = shown("Her husband, Officer Juan Ejemplo, beat her. DO Ejemplo took the report.")
    assert "DO Ejemplo" in left
    assert left.count("Ejemplo") == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Victim: P.O. Zuleika Ejemplo\nOfficer Ejemplo is at home.", "a policewoman who was hurt"),
        ("Complainant/Victim: Officer Zuleika Ejemplo\nReporting Officer: Det. Jane Muster", "two labels in one"),
        ("Suspect: P.O. Dmitri Ejemplo\nDet. Ejemplo was off duty.", "a policeman who did it"),
        ("Abuser: Detective Dmitri Ejemplo", "a detective who did it"),
    ],
)
def test_a_rank_behind_a_victims_or_suspects_label_releases_nobody(text: str, why: str) -> None:
    left = shown(text)
    assert "Ejemplo" not in left, why
    assert "Zuleika" not in left and "Dmitri" not in left, why


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("She is the spouse and victim of ICE officer Juan Ejemplo. Officer Ejemplo left.", "Ejemplo", "did the harm"),
        (
            "Wen Ejemplo, a DHS contractor, is the victim.\nWen Ejemplo\nMission Support Specialist",
            "Ejemplo",
            "was hurt",
        ),
        ("Wen Ejemplo, Mission Support Specialist, filed an I-360.", "Ejemplo", "applied"),
        ("I, Wen Ejemplo, declare: I seek asylum. Sergeant Wen Ejemplo is my rank at home.", "Ejemplo", "was police"),
        ("[3/4/20, 9:14 PM] chuy: officer yadira told me\n[3/4/20, 9:15 PM] ana: my sister yadira", "yadira", "kin"),
    ],
)
def test_whom_the_paper_calls_hurt_applicant_or_kin_stays_withheld_in_office(text: str, name: str, why: str) -> None:
    assert name not in shown(text), why


def test_an_officer_who_declares_stands() -> None:
    assert "Jane Muster" in shown("I, Jane Muster, declare: I am a Deportation Officer. She said: I fear return.")
