"""What a model takes for a person and cannot be one; and the names that look like such words and are people."""

from __future__ import annotations

import pytest

from redactor.detect.names.likeness import heading, likeness, no_body, nothing_but_words

NOBODY = (
    ("produce the [unique identifiers] in each row", "a defined term, written small"),
    ("The [Unique Identifiers] were kept", "a defined term with capitals"),
    ("for A-Numbers with [Unique] IDs, the agency", "a word that some are called by, before the thing it is said of"),
    ("B. [Producing Unique IDs] Does Not Alter", "a heading"),
    ("the [Reasonable Steps] that the Act requires", "a quotation"),
    ("searched the [IIDS] for it", "a system"),
    ("asked the [ZQRX] to search", "an acronym that is in no list"),
    ("See, e.g., [ZQRX Press] Release", "an acronym and a word"),
    ("26 [Cal]. App. 5th 651", "a reporter"),
    ("(N.D. [Cal]. 1994)", "a district"),
    ("ACLU of [S. Cal]. v. Roe", "a region"),
    ("[H.R.] Rep. No. 104-795", "a paper of Congress"),
    ("1 of 24\n[iii]\nfiled", "a page number"),
    ("identified it all.\n[III]. ICE Is Not", "a part's number"),
    ("in this District in [Los Angeles], California", "a town"),
    ("at [https]://www.example.org/a", "a link"),
    ("at https://law.example.edu/[maria-lopez]", "the site of a university"),
    ("that “[w][ithout] numbers", "a piece of a word"),
    ("E. B. [B. E]-FOIA’s Extension", "a piece of an acronym"),
    ("a finding of [little] value to ICE", "a common word among capitals"),
    ("XIII [OXFORD ENGLISH DICTIONARY] 360", "a book"),
)

SOMEBODY = (
    ("then [Maria Ejemplo] said", "a name"),
    ("then [Precious Sunday] said", "a name of words that people are called by"),
    ("que paso con [Pinky]?", "a nickname that is a word"),
    ("Signed: [Germán], Rosa", "an accent makes it no people's name"),
    ("SUBJECT: [NGUYEN]", "capitals in a line of capitals"),
    ("the officer [Tsai] said", "a surname"),
    ("Mr. [Pop] said", "a word behind a title"),
    ("[grace] said he was gone", "a name written small"),
    ("[maria lopez] is here", "a full name written small"),
    ("a letter of [J.M.] and others", "initials"),
    ("friend [Fares]-Roe came", "half of a double name"),
    ("Mother [Grace Court] Roe", "a surname that is a thing"),
)


def read(marked: str) -> str | None:
    """What is left of the claim between the last brackets."""
    start = marked.rindex("[")
    end = marked.index("]", start)
    text = marked[:start] + marked[start + 1 : end] + marked[end + 1 :]
    name = likeness(text, start, end - 1)
    return None if name is None else text[slice(*name)]


@pytest.mark.parametrize(("marked", "why"), NOBODY)
def test_what_nobody_is_called_is_no_name(marked: str, why: str) -> None:
    assert read(marked) is None, why


@pytest.mark.parametrize(("marked", "why"), SOMEBODY)
def test_a_name_stays_one(marked: str, why: str) -> None:
    assert read(marked) == marked[marked.rindex("[") + 1 : marked.rindex("]")], why


def test_a_small_word_before_a_name_is_no_part_of_it() -> None:
    assert read("ICE [cites Ejemplo] again") == "Ejemplo"
    assert read("la señora [de Ejemplo] came") == "de Ejemplo"


def test_bodies_and_headings_are_nothing_but_words() -> None:
    assert nothing_but_words("DOJ, Students") and not nothing_but_words("COURT, Maria")
    assert heading("To Disclosure Under FOIA") and not heading("DOJ, Students")


@pytest.mark.parametrize("value", ["Substituting", "Post-College", "alphanumeric markers", "Sample Law School"])
def test_words_that_name_no_employer_and_no_school(value: str) -> None:
    assert no_body(value)


@pytest.mark.parametrize("value", ["Zorba's", "Ejemplo Bakery", "P.S. 994", "Sunrise Cleaning"])
def test_an_employer_and_a_school_stay_one(value: str) -> None:
    assert not no_body(value)
