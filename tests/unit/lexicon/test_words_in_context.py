"""Which words of running text nothing explains: names of any culture do not, papers of the field do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redactor.lexicon import runs, unexplained_tokens, words_written_small

NAMES = [
    line
    for line in (Path(__file__).parent / "data" / "invented_names.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SENTENCES = (
    "On that day {} was seen in the hallway outside Part 4 of the courthouse.",
    "The arresting officer then asked {} about a second address.",
    "Family members present: {} and two children.",
    "{} told the Court that no interpreter had been offered.",
)


def open_words(text: str, small: str = "") -> list[str]:
    return [text[start:end] for start, end in runs(text, unexplained_tokens(text, words_written_small(small)))]


def _missed(name: str, sentence: str) -> bool:
    """Whether no word of the name is open."""
    text = sentence.format(name)
    start = text.index(name)
    found = unexplained_tokens(text)
    return not any(token.start < start + len(name) and start < token.end for token in found)


def test_there_are_two_hundred_invented_names() -> None:
    assert len(set(NAMES)) == 200


@pytest.mark.parametrize("sentence", SENTENCES)
def test_hardly_any_invented_name_is_explained_away(sentence: str) -> None:
    missed = [name for name in NAMES if _missed(name, sentence)]
    assert len(missed) <= 0.02 * len(NAMES), missed


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nearly_every_word_of_an_invented_name_is_open(sentence: str) -> None:
    words = closed = 0
    for name in NAMES:
        text = sentence.format(name)
        start = text.index(name)
        covered = {o for token in unexplained_tokens(text) for o in range(token.start, token.end)}
        for word in re.finditer(r"[^\W\d_]{2,}", name):
            words += 1
            closed += start + word.start() not in covered and word.group()[0].isupper()
    assert closed <= 0.05 * words


@pytest.mark.parametrize(
    "text",
    [
        "MEMORANDUM OF LAW IN SUPPORT OF DEFENDANTS’ MOTION FOR SUMMARY JUDGMENT",
        "The Court grants the motion. See Fed. R. Civ. P. 34(b)(2)(C); 8 U.S.C. § 1367(a)(2), (b)(1)–(8).",
        "551 F.3d 104, 110–11 (2d Cir. 2008); 2019 WL 3843305, at *4 (S.D.N.Y. Aug. 14, 2019)",
        "U.S. Immigration and Customs Enforcement, Enforcement and Removal Operations, New York Field Office",
        "Form I-213 (Rev. 08/01/07) N    Page 2 of 3",
        "Kings County Criminal Court in Brooklyn, New York; Newark, New Jersey",
        "ICE’s and DHS’s NTAs; FOIA-exempt records; the Agency’s re-review and non-citizens’ A-files",
        "In May 2019 and on April 3, 2020, of June 2018",
        "1. Background   2.a. Facts   (iii) 12 of 347 records, $12,500, 45 percent, 1,204 pages, 3rd and 21st",
        "Will the Court rule? Rivers flood in spring.",
        "TABLE OF CONTENTS",
        "SUPERVISORY DETENTION AND DEPORTATION OFFICER",
        "https://www.ice.gov/doclib/foia/Courthouse_Arrests_2020.pdf",
        "The Prosecutorial Review Unit (“PRU”) met. The PRU met again.",
        "Immi-\ngration Judge",
        "DECLARACIÓN JURADA. PRIMERO. Nací en el municipio. Unos agentes me preguntaron: Usted dijo. Mi esposo",
        "the statute.12 See also the Report3 and Page14",
    ],
)
def test_print_of_the_field_explains_itself(text: str) -> None:
    assert open_words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Grace left.", ["Grace"]),
        ("Officers spoke to Rose at the gate.", ["Rose"]),
        ("ROSE RIVERS", ["ROSE RIVERS"]),
        ("asked Will Zorbiquen to wait", ["Will Zorbiquen"]),
        ("a cousin, Zorbiquen de la Quandira, came", ["Zorbiquen de la Quandira"]),
        ("her initials are M.E.L. only", ["M.E.L"]),
        ("the number 20417733 was called", ["20417733"]),
        ("booth 7H4X92Q", ["7H4X92Q"]),
        ("born in Juticalpa", ["Juticalpa"]),
        ("Judge Rivers Family", ["Rivers"]),
        ("write to https://chat.example.org/zorbi", ["https://chat.example.org/zorbi"]),
        ("نور came with 美凤", ["نور", "美凤"]),
        ("GAO, LIANZHU", ["GAO, LIANZHU"]),
        ("ca 4471 units, no year", ["4471"]),
    ],
)
def test_what_may_be_a_name_or_a_number_of_somebody_is_open(text: str, found: list[str]) -> None:
    assert open_words(text) == found


def test_a_word_that_the_document_also_writes_small_needs_no_explanation() -> None:
    assert open_words("The Zorbification report", small="We began to measure zorbification early.") == []
    assert open_words("The Zorbification report") == ["Zorbification"]


def test_a_known_name_that_a_message_writes_small_is_open() -> None:
    assert open_words("did rosenkrantz call u yet") == ["rosenkrantz"]
    assert open_words("we met at the courthouse and then she left with her children") == []


def test_lines_without_capitals_do_not_make_a_name_an_ordinary_word() -> None:
    assert open_words("Then Zorbiquen left", small="did zorbiquen call u") == ["Zorbiquen"]
