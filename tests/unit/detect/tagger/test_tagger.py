"""The tagger as it is shipped: obvious sentences about invented people, places kept, the same answer every time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from redactor.detect.tagger.labels import PERSONS
from redactor.detect.tagger.lexicon import Lexicon
from redactor.detect.tagger.network import initial
from redactor.detect.tagger.tagger import MODEL, Tagger, installed

MOST_BYTES = 20_000_000
SURE = 0.85

OBVIOUS = [
    ("The subject, María Ejemplo López, was arrested on May 3, 2019.", "María Ejemplo López", PERSONS, "prose"),
    ("OFFICERS ARRESTED THE SUBJECT, MARIA EJEMPLO LOPEZ, NEAR HIDALGO.", "MARIA EJEMPLO LOPEZ", PERSONS, "capitals"),
    ("hey its me, is wilmer home? tell wilmer to call", "wilmer", PERSONS, "a text message"),
    ("Her husband, Mamadou Diallo, threatened her.", "Mamadou Diallo", PERSONS, "West African"),
    ("Interpreter Nguyen Thi Hoa was sworn.", "Nguyen Thi Hoa", PERSONS, "Vietnamese order"),
    ("My name is Oksana Muster and I was born in Lviv, Ukraine.", "Oksana Muster", PERSONS, "a statement"),
    ("She was born in San Pedro Sula, Honduras on 3/4/1990.", "San Pedro Sula", ("PLACE_OF_BIRTH",), "a birthplace"),
    ("He works as a cook at Ejemplo Bakery in Queens.", "Ejemplo Bakery", ("EMPLOYER",), "an employer"),
    (
        "Respondent resides at 12-34 Muster Street, Apt 5, Corona, NY 11368.",
        "12-34 Muster Street",
        ("ADDRESS",),
        "address",
    ),
]


@pytest.mark.parametrize(("text", "value", "labels", "why"), OBVIOUS)
def test_what_is_obvious_is_tagged(text: str, value: str, labels: tuple[str, ...], why: str) -> None:
    start = text.index(value)
    covering = [s for s in installed().spans(text) if s.start <= start and s.end >= start + len(value)]
    assert [s for s in covering if s.label in labels], why


NOBODY = [
    "The Department of Homeland Security has determined that probable cause exists.",
    "Pursuant to 8 U.S.C. § 1367, the information may not be disclosed.",
    "You are ordered to appear before an immigration judge of the United States Department of Justice.",
    "the widow was entitled to a pension and to legal aid",
]


@pytest.mark.parametrize("text", NOBODY)
def test_print_statutes_and_plain_english_name_nobody(text: str) -> None:
    assert [s for s in installed().spans(text) if s.label in PERSONS and s.probability >= SURE] == []


def test_an_officer_a_judge_and_a_subject_are_told_apart_in_plain_cases() -> None:
    text = (
        "Deportation Officer Kai Sample interviewed Rosa Muster. Immigration Judge Olga Probe set bond for Rosa Muster."
    )
    labels = {text[s.start : s.end]: s.label for s in installed().spans(text)}
    assert labels["Kai Sample"] == "PERSON_OFFICER"
    assert labels["Olga Probe"] == "PERSON_JUDGE"
    assert labels["Rosa Muster"] in ("PERSON_SUBJECT", "PERSON_OTHER")


def test_spans_are_in_order_apart_and_without_blanks_at_their_ends() -> None:
    text = "Names:\n MUSTER,\tWen \n\nOkonkwo,  Ngozi\n" * 5
    spans = installed().spans(text)
    assert spans
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)
    assert all(0 < s.probability <= 1 and 0 <= s.role_share <= 1 for s in spans)


@pytest.mark.parametrize("text", ["", " ", "\n", "\t\t", "x", "\u200b", "李伟 was here"])
def test_texts_of_hardly_anything_do_no_harm(text: str) -> None:
    installed().spans(text)


def test_the_same_text_gets_the_same_answer_whatever_was_read_before() -> None:
    text = "Later Wen Muster and her son Kai went to Ejemplo House Shelter."
    first = Tagger.from_folder().spans(text)
    busy = installed()
    for number in range(50):
        busy.spans(f"Report {number}: Amadou Sample met Rosa Muster in Corona.")
    assert busy.spans(text) == first


def test_a_tagger_that_was_kept_answers_as_before(tmp_path: Path) -> None:
    installed().to_folder(tmp_path)
    text = "Amadou Ejemplo told Officer Sample that his wife, Binta, lives in Newark."
    assert Tagger.from_folder(tmp_path).spans(text) == installed().spans(text)


def test_parameters_made_for_other_labels_are_refused(tmp_path: Path) -> None:
    Tagger(initial(np.random.default_rng(1)), Lexicon({"muster": 1})).to_folder(tmp_path)
    (tmp_path / "shape.json").write_text('{"labels": 3, "bits": []}', encoding="utf-8")
    with pytest.raises(ValueError, match="made for other labels"):
        Tagger.from_folder(tmp_path)


def test_the_model_is_small_and_its_card_names_every_source_and_licence() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir()) <= MOST_BYTES
    card = (MODEL / "CARD.md").read_text(encoding="utf-8")
    for words in (
        "Text Anonymization Benchmark",
        "wikigold",
        "CC BY 4.0",
        "presidio-research",
        "MIT",
        "Census",
        "Limits",
    ):
        assert words in card
