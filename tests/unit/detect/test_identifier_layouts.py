"""Identifiers as real pages hold them: split, misread, in sentences, in form lines, in Spanish; and their traps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.detect.identifiers import ALL
from redactor.detect.identifiers.address import AddressRecognizer
from redactor.detect.recognizer import IdentifierRecognizer
from redactor.shadow import shadow

RECOGNIZERS = {recognizer.__name__.removesuffix("Recognizer"): recognizer() for recognizer in ALL}

Row = tuple[str, str, tuple[str, ...], str]

AGENCY: tuple[Row, ...] = (
    ("ANumber", "A200\n123 456", ("A200\n123 456",), "split over two lines"),
    ("ANumber", "A 2 0 0 1 2 3 4 5 6", ("A200123456",), "letter-spaced; the shadow closes it up"),
    ("ANumber", "File No.\t200 123 456", ("200 123 456",), "label in the next cell to the left"),
    ("ANumber", "A2OO l23 456", ("A2OO l23 456",), "three digits misread"),
    ("ANumber", "DETAILS A12 and B", (), "letters only"),
    ("ANumber", "A 111 111 111", (), "all digits alike"),
    ("ANumber", "NYICE0000001 2019-ICLI-00003 -022454", (), "Bates numbers"),
    ("AgencySystemId", "Subject ID:\n352145678", ("352145678",), "value under its label"),
    ("AgencySystemId", "RCA Case No. 1234567 and Encounter ID 7654321", ("1234567", "7654321"), "two in one line"),
    ("AgencySystemId", "Case No. 12345/2019", (), "a court's number"),
    ("IsapNumber", "ISAP No. 40123456", ("40123456",), "participant number"),
    ("IsapNumber", "enrolled in ISAP III", (), "the programme"),
    (
        "IceLocator",
        "https://locator.ice.gov/odls/#/results?aNumber=012345678",
        ("aNumber=012345678",),
        "parameters",
    ),
    ("IceLocator", "see https://locator.ice.gov for help", (), "the plain address"),
    ("EventNumber", "Event No: NYC2OO1000123", ("NYC2OO1000123",), "misread zeros"),
    ("EventNumber", "EAC2012345678", (), "a receipt whose digits look like a month"),
    ("AgencyNumber", "card XYZ9945678901", ("XYZ9945678901",), "the net"),
    ("AgencyNumber", "NYICE0000001234", (), "Bates number"),
    ("AgencyNumber", "EAC2012345678", (), "has its own recognizer"),
    ("ReceiptNumber", "receipt EAC\n2012345678", ("EAC\n2012345678",), "split over two lines"),
    ("ReceiptNumber", "EAC2O12345678", ("EAC2O12345678",), "misread zero"),
    ("Fins", "FINS:\t1105489735", ("1105489735",), "next cell"),
    ("CardNumber", "EAD card no. SRC0000000123", ("SRC0000000123",), "card number"),
    ("CardNumber", "EAD (c)(8) category", (), "category, not number"),
    ("Sevis", "SEVIS ID: N 0012345678", ("N 0012345678",), "blank after N"),
)

DOCUMENTS: tuple[Row, ...] = (
    ("Ssn", "S.S. # ***-**-1234", ("***-**-1234",), "masked"),
    ("Ssn", "SSN 123 45 678O", ("123 45 678O",), "misread by label"),
    ("Ssn", "SSN: 900-12-3456", ("900-12-3456",), "never issued, but labelled: a typing error is no miss"),
    ("Ssn", "last four digits of her SSN: 6789", ("6789",), "last four"),
    ("Itin", "ITIN: 912701234", ("912701234",), "unbroken by label"),
    ("Passport", "Mexican passport issued in Puebla, G12345679", ("G12345679",), "words between label and number"),
    ("Passport", "Passport Number and Country of Issue:", (), "an empty form"),
    ("VisaNumber", "OMB control number 1615-0067", (), "a form's control number"),
    ("I94", "Admission No.\n123456789 A1", ("123456789 A1",), "label above, blank inside"),
    ("I94", "I-94 No.\n12345678901", ("12345678901",), "value under its label"),
    ("Ine", "Clave de elector: GMVLMR80070501M100", ("GMVLMR80070501M100",), "voter key"),
    ("Dui", "DUI: 00016297-5", ("00016297-5",), "check digit holds"),
    ("Dui", "12345678-0", (), "check digit fails and nothing names it"),
    ("Dpi", "DPI: 2450651240101", ("2450651240101",), "by label though the check digit fails"),
    ("Dpi", "2450 65124 0101", (), "check digit fails without label"),
    ("HonduranDni", "0801-1991-12345", ("0801-1991-12345",), "year of birth inside"),
    ("NicaraguanCedula", "001-140391-0005K", ("001-140391-0005K",), "birth date and letter"),
    ("DominicanCedula", "cédula 001-0113918-5", ("001-0113918-5",), "three, seven, one"),
    ("EcuadorianCedula", "cédula 1710034065", ("1710034065",), "province and Luhn"),
    ("Cedula", "cédula de ciudadanía No. 1.020.345.678", ("1.020.345.678",), "Colombia"),
    ("Cedula", "C.I. V-12345678", ("V-12345678",), "Venezuela"),
    ("Cedula", "Documento de identidad fecha 12-05-2019", (), "a date"),
    ("Cpf", "111.444.777-35", ("111.444.777-35",), "both check digits hold"),
    ("Cpf", "111.444.777-36", (), "check digit fails"),
    ("CaribbeanId", "NIF: 003-123-456-7", ("003-123-456-7",), "Haiti"),
    ("ChineseResidentId", "11010519491231002X", ("11010519491231002X",), "check character X"),
    ("Aadhaar", "Aadhaar 2341 2341 2346", ("2341 2341 2346",), "Verhoeff"),
    ("BangladeshiNid", "NID No. 1990123456", ("1990123456",), "ten digits"),
    ("Cnic", "35202-1234567-1", ("35202-1234567-1",), "five, seven, one"),
    ("PostSovietId", "internal passport 4509 123456", ("4509 123456",), "Russia"),
    ("Matricula", "matrícula no. 123456789", ("123456789",), "consular card"),
    (
        "DriverLicense",
        "DL: A1234 56789 01234\nDOB",
        ("A1234 56789 01234",),
        "New Jersey; the next line is not part",
    ),
    ("DriverLicense", "License Plate No: KXY-4821", (), "a plate"),
    (
        "Mrz",
        "C1USA0123456784SRC0000000123<<\n9103141F3001019HND<<<<<<<<<<<4",
        ("C1USA0123456784SRC0000000123<<", "9103141F3001019HND<<<<<<<<<<<4"),
        "both lines of a card",
    ),
    (
        "Mrz",
        "P<UTOEJEMPLO<<MARIA<ELENA«<<<<<<<<<<<<<<<<<<",
        ("P<UTOEJEMPLO<<MARIA<ELENA«<<<<<<<<<<<<<<<<<<",),
        "misread",
    ),
    ("Mrz", "ACKNOWLEDGEMENT OF RECEIPT AND SERVICE", (), "capitals"),
)

JUSTICE: tuple[Row, ...] = (
    ("ArrestNumber", "Arrest No. K20612345", ("K20612345",), "borough letter"),
    ("ArrestNumber", "arrest 12 people", (), "a count"),
    ("Cjtn", "CJTN: 68123456K", ("68123456K",), "tracking number"),
    ("ComplaintNumber", "Complaint No. 2019-071-003456", ("2019-071-003456",), "year, precinct, serial"),
    ("ComplaintNumber", "Complaint, ECF No. 1", (), "a pleading"),
    ("Ori", "ORI: NY0240100", ("NY0240100",), "agency code"),
    ("Ori", "ORIGINAL NY0240100", (), "a longer word"),
    ("WarrantNumber", "bench warrant # 19-004321", ("19-004321",), "bench warrant"),
    ("WarrantNumber", "Form I-200 Warrant for Arrest of Alien", (), "the form"),
    ("InmateNumber", "B&C No. 3491901234", ("3491901234",), "book and case"),
    ("Din", "DIN: 07-G-0456", ("07-G-0456",), "prison number"),
    ("NyIndexNumber", "Case No. 19-cv-8876", (), "the action's own number"),
    ("NyFamilyDocket", "Form I-213, G-28 and B-1/B-2", (), "forms and classes"),
    ("OrderOfProtection", "Order of Protection No. 2020-000123", ("2020-000123",), "order number"),
    ("OrderOfProtection", "Executive Order No. 13768", (), "an executive order"),
    (
        "FederalDocket",
        "1:19-cv-08876 (JSR) and 10 Civ. 3488",
        ("1:19-cv-08876 (JSR)", "10 Civ. 3488"),
        "two ways to write",
    ),
    ("PetitionForReview", "her petition for review, No. 19-1234", ("19-1234",), "own appeal"),
    ("PetitionForReview", "ACLU v. ICE, No. 21-1233 (2d Cir.)", (), "a cited case"),
    ("BarNumber", "Bar No. 5123456", ("5123456",), "bar number"),
    ("EoirAttorneyId", "Form EOIR-42B", (), "a form"),
)

MONEY: tuple[Row, ...] = (
    ("PaymentCard", "4111 1111 1111 1111", ("4111 1111 1111 1111",), "Luhn holds"),
    ("PaymentCard", "4111 1111 1111 1112", (), "Luhn fails and nothing names it"),
    ("PaymentCard", "card no. 4111 1111 1111 1112", ("4111 1111 1111 1112",), "Luhn fails, labelled"),
    ("BankAccount", "acct no. 000123456789, routing 021000021", ("000123456789", "021000021"), "both"),
    ("BankAccount", "USCIS Online Account Number: 012345678901", (), "not a bank's"),
    ("BankAccount", "account ending in 4321", ("4321",), "last digits"),
    ("BankAccount", "GB82 WEST 1234 5698 7654 32", ("GB82 WEST 1234 5698 7654 32",), "IBAN whose check holds"),
    ("BankAccount", "AB12CDEF345678901", (), "letters and digits that are no IBAN"),
    ("Ein", "EIN 12-3456789", ("12-3456789",), "by label"),
    ("Ein", "12-3456789", (), "nothing names it"),
    ("LicensePlate", "bearing license plate JKL4821", ("JKL4821",), "no colon"),
    ("LicensePlate", "license plate reader", (), "no number"),
    ("Vin", "VIN: 1HGCM82633A004353", ("1HGCM82633A004353",), "check digit fails, labelled"),
    ("Vin", "1HGCM82633A004353", (), "check digit fails and nothing names it"),
)

CONTACT: tuple[Row, ...] = (
    ("Phone", "Cell: 7185550142", ("7185550142",), "no punctuation"),
    ("Phone", "tel (718) 555-0142 ext. 12", ("(718) 555-0142 ext. 12",), "extension"),
    ("Phone", "call 555-0142 after six", ("555-0142",), "seven digits by label"),
    ("Phone", "(718)\n555-0142", ("(718)\n555-0142",), "split over lines"),
    ("Phone", "SSN 123-45-6789", (), "Social Security number"),
    ("Phone", "her mother at 0494 92 82 32", ("0494 92 82 32",), "a number abroad as dialled there"),
    ("Phone", "on 01.02.2019", (), "a date"),
    (
        "Address",
        "She lives at 6750 Ejemplokatu 25\nEjemplo.",
        ("6750 Ejemplokatu 25\nEjemplo",),
        "no known street word",
    ),
    ("Email", "Write to ana@example.org. The end.", ("ana@example.org",), "the sentence goes on"),
    ("Email", "ana [at] example [dot] org", ("ana [at] example [dot] org",), "written out"),
    ("Email", "3 @ 5.00", (), "a price"),
    ("IpAddress", "203.0.113.7 at 10:20:30", ("203.0.113.7",), "a clock time is no address"),
    ("IpAddress", "section 1.2.3 and 999.1.1.1", (), "not addresses"),
    ("OnlineHandle", "@maria_ejemplo", ("@maria_ejemplo",), "handle"),
    ("OnlineHandle", "https://www.facebook.com/maria.ejemplo.9", ("maria.ejemplo.9",), "profile"),
    ("OnlineHandle", "Instagram: ejemplo_91", ("ejemplo_91",), "network and name"),
    ("OnlineHandle", "https://www.ice.gov/detain ana@example.org", (), "an agency's page, an e-mail"),
    (
        "Address",
        "37-12 79TH ST\nQUEENS, NY 11372",
        ("37-12 79TH ST\nQUEENS, NY 11372",),
        "the whole block",
    ),
    (
        "Address",
        "lives at 12 Fiction Street, Apt. 3B, Brooklyn, NY 11299-0001",
        ("12 Fiction Street, Apt. 3B, Brooklyn, NY 11299-0001",),
        "ZIP+4",
    ),
    ("Address", "P.O. Box 42", ("P.O. Box 42",), "box"),
    (
        "Address",
        "Foreign address: Col. Ejemplo 12, Calle 4\nTegucigalpa, Honduras\n",
        ("Col. Ejemplo 12, Calle 4\nTegucigalpa, Honduras",),
        "by label, two lines",
    ),
    ("Address", "c/o Rosa Ejemplo\n", ("Rosa Ejemplo",), "care of"),
    ("Address", "8 U.S.C. 1229 and a court", (), "a citation"),
    ("Address", "3 days before the court, 20 people on the street", (), "a sentence"),
    ("Address", "Zip: 11299", ("11299",), "ZIP by label"),
)

LIFE: tuple[Row, ...] = (
    ("Age", "her 4-year-old daughter, age 31", ("4", "31"), "two ages"),
    ("Age", "she just turned 47.", ("47",), "phrase"),
    ("Age", "edad: 20", ("20",), "Spanish"),
    ("Age", "children under the age of 18", (), "a legal limit"),
    ("Age", "a 20-year-old precedent", (), "a thing"),
    ("Nationality", "a native of HONDURAS and a citizen of HONDURAS", ("HONDURAS", "HONDURAS"), "allegation 2"),
    ("Nationality", "not a citizen or national of the United States", (), "allegation 1"),
    ("Nationality", "a Honduran national", ("Honduran",), "a people"),
    ("Nationality", "nacionalidad: Guatemala", ("Guatemala",), "Spanish"),
    ("PlaceOfBirth", "was born in San Pedro Sula, Honduras.", ("San Pedro Sula, Honduras",), "phrase"),
    ("PlaceOfBirth", "was born in 1991", (), "a year"),
    ("Sex", "Sex: F", ("F",), "label"),
    ("Sex", "a sex offender", (), "a phrase"),
    ("Language", "in the [SPANISH] language", ("SPANISH",), "oral notice"),
    ("Language", "Native language: K'iche'", ("K'iche'",), "indigenous language"),
    ("Language", "read in Ukrainian by the interpreter", ("Ukrainian",), "service"),
    ("Language", "Are you fluent in English?", (), "a form's question"),
    ("Language", "the plain language of the statute", (), "language of law"),
    ("Descriptor", "Hair: BLK Eyes: BRO Weight: 130", ("BLK", "BRO", "130"), "record"),
    ("Descriptor", "5'04\"", ("5'04\"",), "height"),
    ("Descriptor", "the weight of the evidence, race to the courthouse", (), "figures of speech"),
    (
        "DistinguishingMark",
        "She has a tattoo of a rose on her left wrist and works nights.",
        ("tattoo of a rose on her left wrist",),
        "phrase stops at the next verb",
    ),
    ("DistinguishingMark", "Scars and Marks: None", (), "nothing was seen"),
    ("MaritalStatus", "Marital status: Divorced", ("Divorced",), "label"),
    ("MaritalStatus", "[X] Married [ ] Single", ("Married",), "ticked box"),
    ("MaritalStatus", "Marital Status: Single  Married  Divorced  Widowed", (), "printed choices"),
    ("MaritalStatus", "a married couple's rights", (), "in general"),
    ("Health", "was diagnosed with PTSD.", ("PTSD",), "condition"),
    ("Health", "the Department of Health and Human Services", (), "a department"),
    (
        "Employer",
        "claims employment at Fiction Cleaning Corp. She left.",
        ("Fiction Cleaning Corp",),
        "sentence ends",
    ),
    ("Employer", "she works at night", (), "no name"),
    ("School", "her son attends Fiction Academy", ("Fiction Academy",), "phrase"),
    ("School", "P.S. 123", ("P.S. 123",), "numbered school"),
    ("Occupation", "Occupation: COOK\tMarital Status: Single", ("COOK",), "stops at the column gap"),
    ("Occupation", "works as a home attendant in Queens", ("home attendant",), "phrase"),
    ("ServiceProvider", "stayed at Safe Harbor House", ("Safe Harbor House",), "named house"),
    ("ServiceProvider", "[ ] domestic violence shelter [ ] rape crisis center", (), "kinds of place"),
    ("ServiceProvider", "DOMESTIC VIOLENCE SHELTER", (), "kind in capitals"),
    ("ServiceProvider", "the White House", (), "a building"),
    (
        "EntryPlace",
        "arrived in the United States at or near HIDALGO, TEXAS, on or about",
        ("HIDALGO, TEXAS",),
        "allegation 3",
    ),
    ("EntryPlace", "flight AA 1234", ("AA 1234",), "carrier"),
    ("CriminalHistory", "convicted of petit larceny on May 2", ("petit larceny",), "offence"),
    ("CriminalHistory", "convicted of a crime or crimes listed in section 237(a)(2)", (), "the statute"),
)

COURT: tuple[Row, ...] = (
    ("Courthouse", "KINGS COUNTY FAMILY COURT, 330 JAY ST", ("KINGS COUNTY FAMILY COURT",), "county and court"),
    ("Courthouse", "arrested at a courthouse; this Court held", (), "the word alone"),
    ("CourtPart", "her appearance in Part 21 (Docket", ("Part 21",), "the word tells that a part stands there"),
    ("CourtPart", "Courtroom 12A", ("12A",), "courtroom"),
    ("CourtPart", "8 C.F.R. Part 208; the Court agrees", (), "regulations"),
    ("CourtPart", "Part 1. Information About You", (), "a form's part"),
    (
        "ClockTime",
        "at approximately 0935 hours, 08:30 AM, 9:35 p.m.",
        ("0935", "0935 hours", "08:30 AM", "9:35 p.m."),
        "three ways",
    ),
    ("ClockTime", "Tr. 45:12; 1:19-cv-8876; 40 hours of work", (), "transcript, docket, duration"),
)

STATUS: tuple[Row, ...] = (
    ("Status1367", "a pending Form I-918, receipt", ("pending Form I-918",), "a person's form, and how it stands"),
    (
        "Status1367",
        "She filed a petition for U nonimmigrant status.",
        ("filed a petition for U nonimmigrant status",),
        "phrase",
    ),
    ("Status1367", "CIS shows a 384 banner", ("384 banner",), "flag"),
    (
        "Status1367",
        "Solicitó una visa U como víctima de violencia doméstica.",
        ("visa U", "víctima de violencia doméstica"),
        "Spanish",
    ),
    ("Status1367", "(c)(31) EAD", ("(c)(31) EAD",), "category"),
    ("Status1367", "Systems check for 1367: negative", ("negative",), "result"),
    (
        "Status1367",
        "I certify that the provisions of 8 U.S.C. § 1367 have been complied with.",
        (),
        "the certification",
    ),
    (
        "Status1367",
        "Congress protected T and U applicants; see 8 U.S.C. § 1101(a)(15)(U) and § 1229(e).",
        (),
        "argument",
    ),
    (
        "Status1367",
        'relief under the Violence Against Women Act ("VAWA"), 8 U.S.C. § 1101(a)(51), for aliens',
        (),
        "argument",
    ),
    (
        "Status1367",
        "Respondent was granted relief under section 101(a)(15)(U) of the Act.",
        ("101(a)(15)(U)",),
        "a person's statute",
    ),
    ("StatusAsylum", "expressed a credible fear of return", ("credible fear of return",), "fear"),
    ("StatusAsylum", "or asylum, 8 U.S.C. § 1158.", (), "argument"),
    ("StatusAsylum", "Have you ever applied to the U.S. Government for asylum?", (), "a form's question"),
    ("StatusAsylum", "(NOTE: Use Form I-589 Supplement B as needed.)", (), "a form's instruction"),
    ("StatusAsylum", "You were granted asylum on May 3.", ("granted asylum",), "told to one person"),
    ("StatusAsylum", "Any news of the asylum case?", ("asylum case",), "a question about one person"),
    (
        "StatusAsylum",
        "Q. Any fear? A. I have fear because of the gangs.",
        ("I have fear because of the gangs",),
        "answer",
    ),
    ("StatusTps", "Respondent holds TPS", ("TPS",), "a person"),
    ("StatusTps", 'Temporary Protected Status ("TPS") under 8 U.S.C. § 1254a', (), "argument"),
    ("StatusTps", "TPS, Inc. v. U.S. Dep't of Defense", (), "a company"),
    ("StatusTps", "Form I-821D", (), "deferred action"),
    ("StatusSij", "her SIJ petition", ("SIJ petition",), "petition"),
    ("StatusSaw", "Form I-700", ("Form I-700",), "form"),
    ("VisaFact", "Class of Admission: B2", ("B2",), "class"),
    ("VisaFact", "the U.S. citizen", (), "no class"),
)


@pytest.mark.parametrize(
    ("name", "text", "values", "why"),
    [*AGENCY, *DOCUMENTS, *JUSTICE, *MONEY, *CONTACT, *LIFE, *COURT, *STATUS],
)
def test_claims_are_these_values_and_no_others(name: str, text: str, values: tuple[str, ...], why: str) -> None:
    plain = shadow(text).text
    claims = sorted(plain[claim.start : claim.end] for claim in RECOGNIZERS[name].analyze(plain, []))
    assert claims == sorted(values), why


def test_a_misread_a_number_scores_lower_than_a_clear_one() -> None:
    misread = RECOGNIZERS["ANumber"].analyze("A2OO l23 456", [])
    clear = RECOGNIZERS["ANumber"].analyze("A200 123 456", [])
    assert misread[0].score < clear[0].score


def test_a_label_and_a_failed_check_digit_score_between_nothing_and_a_sound_number() -> None:
    wrong = RECOGNIZERS["PaymentCard"].analyze("card no. 4111 1111 1111 1112", [])[0].score
    right = RECOGNIZERS["PaymentCard"].analyze("card no. 4111 1111 1111 1111", [])[0].score
    assert 0 < wrong < right


@pytest.mark.parametrize("recognizer", ALL, ids=lambda recognizer: recognizer.__name__)
def test_cues_only_spare_time(recognizer: type[IdentifierRecognizer]) -> None:
    rows = [*AGENCY, *DOCUMENTS, *JUSTICE, *MONEY, *CONTACT, *LIFE, *COURT, *STATUS]
    text = "\n\n".join(row[1] for row in rows if f"{row[0]}Recognizer" == recognizer.__name__)
    quick = recognizer()
    awake = recognizer()
    quick_found = {(c.start, c.end) for row in text.split("\n\n") for c in quick.analyze(shadow(row).text, [])}
    awake._cues = [None for _ in awake._searches]
    for _, search in awake._searches:
        search.cues = None
    all_found = {(c.start, c.end) for row in text.split("\n\n") for c in awake.analyze(shadow(row).text, [])}
    assert quick_found == all_found


NARRATIVE = """On January 21, 2020, at approximately 0935 hours, officers of the New York Field
Office encountered EJEMPLO
LOPEZ, Maria outside the courthouse at 330 Jay Street, Brooklyn, NY, following her appearance in Part 21 (Docket
O-01234-20). Subject ID: 352145678  FINS: 1105489735  A200 123 456  Event No: NYC2001000123  DOB: 03/14/1991.
CIS revealed a pending Form I-918, receipt EAC2012345678. The provisions of section 1367 of this title have been
complied with. Daughter: Ana, age 4. Subject claims employment at Fiction Cleaning Corp. She stayed at Safe
Harbor House, a domestic violence shelter. You are not a citizen or national of the United States; you are a
native of HONDURAS."""


def test_one_narrative_paragraph_holds_every_category_once_seen_on_real_forms() -> None:
    plain = shadow(NARRATIVE).text
    claims = {
        (claim.entity_type, plain[claim.start : claim.end])
        for recognizer in RECOGNIZERS.values()
        for claim in recognizer.analyze(plain, [])
    }
    assert {kind for kind, _ in claims} == {
        "ENFORCEMENT_DATE", "CLOCK_TIME", "COURTHOUSE", "COURT_PART", "DOCKET_NUMBER", "AGENCY_SYSTEM_ID", "FINS",
        "A_NUMBER", "EVENT_NUMBER", "DATE_OF_BIRTH", "STATUS_1367", "RECEIPT_NUMBER", "AGE", "EMPLOYER",
        "SERVICE_PROVIDER", "NATIONALITY", "ORGANISATION", "PLACE",
    }  # fmt: skip
    assert not any("1367" in value or "shelter" in value for _, value in claims)


def test_a_courthouse_block_is_not_claimed_again_as_a_city_and_zip() -> None:
    text = "500 Pearl Street\nNew York, NY 10007"
    assert [claim.entity_type for claim in RECOGNIZERS["Address"].analyze(text, [])] == ["COURTHOUSE"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="A1 aZ0-./:#@<\n\t(,'No$é٣", max_size=80))
def test_any_text_gives_claims_inside_it_and_no_error(text: str) -> None:
    plain = shadow(text).text
    for recognizer in RECOGNIZERS.values():
        for claim in recognizer.analyze(plain, []):
            assert 0 <= claim.start < claim.end <= len(plain)
            assert 0 < claim.score <= 1


def test_a_court_under_the_number_of_its_line_is_no_street() -> None:
    text = "8\n9\nUNITED STATES DISTRICT COURT\n10\nCENTRAL DISTRICT OF CALIFORNIA\n11\n"
    assert AddressRecognizer().analyze(text, ["ADDRESS"]) == []
