"""Words that narrow down who somebody is: what is claimed, what must stand, and when a sentence makes a claim count."""

from __future__ import annotations

import pytest

from redactor.detect.identifiers import ALL
from redactor.model import Role
from redactor.shadow import shadow

RECOGNIZERS = {recognizer.__name__.removesuffix("Recognizer"): recognizer() for recognizer in ALL}
COUNTS = 0.5
"""From this score on the shipped pack looks at such a claim on a page that names a noncitizen."""

CLAIMED = (
    ("Organisation", "heard by the Karadere Assize Court in 2004", "Karadere Assize Court"),
    ("Organisation", "an official of the Ministry of Invented Planning", "Ministry of Invented Planning"),
    ("Organisation", "appealed to the Skogby District Court (Skogby tingsrätt) then", "Skogby District Court (Skogby tingsrätt)"),
    ("Organisation", "employed by Ejemplo Broadcasting AB since", "Ejemplo Broadcasting AB"),
    ("Organisation", "membership of the Frente Inventado, an armed group", "Frente Inventado"),
    ("Organisation", "the Invented Workers' Party (“IWP”) met; the IWP denied it", "IWP"),
    ("Organisation", "treated at Ejemplo University Hospital", "Ejemplo University Hospital"),
    ("Place", "he lives in Karadere with his aunt", "Karadere"),
    ("Place", "the village of Tres Cruces Nuevas", "village of Tres Cruces Nuevas"),
    ("Place", "a house in Fingido Province", "Fingido Province"),
    ("Place", "el municipio de San Ficticio", "municipio de San Ficticio"),
    ("Place", "fled Sierra Leone at night", "Sierra Leone"),
    ("Place", "his Karadere-based cousin", "Karadere-based"),
    ("Demographic", "by a Turkish national", "Turkish national"),
    ("Demographic", "of Kurdish origin", "Kurdish origin"),
    ("Demographic", "a Jehovah's Witness since", "Jehovah's Witness"),
    ("Demographic", "abused as a black woman", "black woman"),
    ("Demographic", "an indigenous Ixil woman", "Ixil woman"),
    ("Period", "held for eight days", "eight days"),
    ("Period", "left in 2005", "2005"),
    ("Period", "early December 1996", "early December 1996"),
    ("Period", "in the first half of 1993", "first half of 1993"),
    ("Period", "between 1980 and 1981", "1980 and 1981"),
    ("Period", "throughout the 1990s", "1990s"),
    ("Quantity", "paid $4,200 to a guide", "$4,200"),
    ("Quantity", "some EUR 5,443.70 in all", "some EUR 5,443.70"),
    ("Quantity", "54,000,000 Turkish liras (TRL)", "54,000,000 Turkish liras (TRL)"),
    ("Quantity", "37 % of his sight", "37 %"),
    ("Quantity", "22,000 ecstasy tablets", "22,000 ecstasy tablets"),
    ("Quantity", "twenty-three hearings", "twenty-three hearings"),
    ("Family", "mother of three", "mother of three"),
    ("Family", "two U.S. citizen children", "two U.S. citizen children"),
    ("Family", "her youngest daughter", "youngest daughter"),
    ("Family", "tiene dos hijos", "dos hijos"),
    ("Family", "a single mother", "single mother"),
    ("Occupation", "the applicant, a primary school teacher", "primary school teacher"),
    ("ApplicationNumber", "an application (no. 28045/02)", "28045/02"),
    ("ApplicationNumber", "nos. 26480/95, 28291/95 and 43362/96", "43362/96"),
    ("ApplicationNumber", "expediente 1234/2019", "1234/2019"),
    ("Narrative", "We met. He choked her in the kitchen on two occasions. Then", "He choked her in the kitchen on two occasions."),
    ("Narrative", "Su esposo la golpeaba cada noche.", "Su esposo la golpeaba cada noche."),
)  # fmt: skip

LEFT_ALONE = (
    ("Organisation", "before the Supreme Court", "the kind of court, and no place"),
    ("Organisation", "this Court and the Council", "one word alone"),
    ("Organisation", "at 100 Centre Street", "a street"),
    ("Organisation", "Certificate of Service", "a heading of a form"),
    ("Place", "in Exhibit A", "a part of the file"),
    ("Place", "in Ejemplo v. Ficticio, the court", "a cited case"),
    ("Place", "against the Republic of Turkey", "a party"),
    ("Place", "in Brooklyn, in New York and in the United States", "named in every paper"),
    ("Place", "at 151-20 Jamaica Avenue", "a street"),
    ("Demographic", "54,000 Turkish liras", "a currency"),
    ("Demographic", "the French Government", "a state"),
    ("Demographic", "was served in Spanish", "a language"),
    ("Period", "a 14 years old boy", "an age"),
    ("Period", "No. 12-cv-2005", "a docket"),
    ("Quantity", "8 U.S.C. 1367", "a statute"),
    ("Family", "her husband and his mother", "a relation that anybody has"),
    ("Occupation", "the Office of the Principal Legal Advisor", "an office's name"),
    ("ApplicationNumber", "no. 3/14/91", "a date"),
    ("Narrative", "Victims who were battered may apply under 8 U.S.C. § 1154.", "the law"),
    ("Narrative", "Refrain from assault, threats or any offense against the petitioner.", "a printed term"),
    ("Narrative", "If there is a hit, stop and call me.", "a hit of a records check"),
)  # fmt: skip


def _claims(name: str, text: str) -> dict[str, float]:
    plain = shadow(text).text
    return {plain[claim.start : claim.end]: claim.score for claim in RECOGNIZERS[name].analyze(plain, [])}


@pytest.mark.parametrize(("name", "text", "value"), CLAIMED)
def test_the_words_are_claimed(name: str, text: str, value: str) -> None:
    assert shadow(value).text in _claims(name, text)


@pytest.mark.parametrize(("name", "text", "why"), LEFT_ALONE)
def test_the_nearest_thing_is_left_alone(name: str, text: str, why: str) -> None:
    assert _claims(name, text) == {}, why


@pytest.mark.parametrize(
    ("name", "about_a_person", "about_nobody"),
    [
        ("Place", "She was raised in Karadere.", "Trade in Karadere fell."),
        ("Demographic", "SUBJECT is a Kurdish woman.", "The Kurdish region is large."),
        ("Family", "Respondent has two children.", "Households with two children paid less."),
        ("Period", "He stayed there eight days.", "Appeals are due within eight days, 8 C.F.R. § 1003.3."),
    ],
)
def test_only_a_sentence_about_one_person_makes_the_claim_count(
    name: str, about_a_person: str, about_nobody: str
) -> None:
    assert min(_claims(name, about_a_person).values()) >= COUNTS
    assert max(_claims(name, about_nobody).values()) < COUNTS


def test_a_body_of_the_government_here_is_an_officials() -> None:
    text = "the Imagined County Police Department and the Karadere Field Hospital"
    roles = {
        text[claim.start : claim.end]: claim.recognition_metadata["role"]
        for claim in RECOGNIZERS["Organisation"].analyze(text, [])
    }
    assert roles["Imagined County Police Department"] is Role.OFFICIAL
    assert roles["Karadere Field Hospital"] is None
