"""The benchmark itself: its splits share nothing, its labels hit their words, and its scorer is strict."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from redactor.model import Category, Role, Span
from tests.benchmarks.detection.page import document_of
from tests.benchmarks.detection.papers import SPLITS, papers
from tests.benchmarks.detection.people import load_names
from tests.benchmarks.detection.scoring import Share, is_right, places_of, score, wilson
from tests.benchmarks.detection.templates import Label, Paper, load_templates
from tests.benchmarks.detection.values import load_values


@pytest.mark.parametrize(("one", "other"), combinations(SPLITS, 2))
def test_two_splits_share_no_name(one: str, other: str) -> None:
    assert not load_names(one).words() & load_names(other).words()


@pytest.mark.parametrize(("one", "other"), combinations(SPLITS, 2))
def test_two_splits_share_no_street_shelter_employer_or_school(one: str, other: str) -> None:
    def listed(split: str) -> set[str]:
        return {item for kind, items in load_values(split).items() if kind != "job" for item in items}

    assert not listed(one) & listed(other)


@pytest.mark.parametrize(("one", "other"), combinations(SPLITS, 2))
def test_two_splits_share_no_template(one: str, other: str) -> None:
    here, there = load_templates(one), load_templates(other)
    assert not {template.name for template in here} & {template.name for template in there}
    assert not {template.body for template in here} & {template.body for template in there}


def test_no_two_templates_of_a_split_have_one_name() -> None:
    for split in SPLITS:
        names = [template.name for template in load_templates(split)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("split", SPLITS)
def test_every_template_can_be_filled_in_and_has_labels(split: str) -> None:
    count = len(load_templates(split))
    made = list(papers(split, count, seed=3))
    assert len({paper.template for paper in made}) == count
    assert all(paper.labels for paper in made)


@pytest.mark.parametrize("split", SPLITS)
def test_labels_hit_words_and_never_lie_over_each_other(split: str) -> None:
    for paper in papers(split, 150, seed=5):
        for label in paper.labels:
            text = paper.pages[label.page][label.start : label.end]
            assert text == text.strip()
            assert any(letter.isalnum() for letter in text)
        for page in range(len(paper.pages)):
            spans = sorted((label.start, label.end) for label in paper.labels if label.page == page)
            assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_the_same_seed_makes_the_same_papers_and_another_seed_others() -> None:
    assert list(papers("dev", 20, seed=1)) == list(papers("dev", 20, seed=1))
    assert list(papers("dev", 20, seed=1)) != list(papers("dev", 20, seed=2))


def test_every_word_of_a_page_has_a_place_and_columns_stand_under_each_other() -> None:
    paper = Paper("t", "Table", "english", ("Name\tA#\nA. Muestra\tA200123456",), ())
    [passage] = document_of(paper).passages
    places = {passage.text[word.start : word.end]: word.quad.ul for word in passage.words}
    assert list(places) == ["Name", "A#", "A.", "Muestra", "A200123456"]
    assert places["A#"][0] == places["A200123456"][0] > places["Muestra"][0]
    assert places["Name"][1] < places["A."][1]


TEXT = "Maria Ejemplo, seen by DO Sample. Ejemplo left."


def _label(part: str, *, goes: bool, after: int = 0) -> Label:
    start = TEXT.index(part, after)
    return Label(
        0,
        start,
        start + len(part),
        Category.PERSON_NAME,
        part[-7:],
        goes,
        Role.SUBJECT if goes else Role.OFFICER,
        "officer",
    )


PAPER = Paper(
    "hand-made",
    "Memo",
    "spanish",
    (TEXT,),
    (_label("Maria Ejemplo", goes=True), _label("DO Sample", goes=False), _label("Ejemplo", goes=True, after=20)),
)


def test_an_entity_counts_only_when_its_second_mention_is_covered_too() -> None:
    scores = score([PAPER], lambda _: [Span("p1", 0, 13)])
    assert (scores.mentions["people"].hits, scores.mentions["people"].of) == (1, 2)
    assert (scores.entities["people"].hits, scores.entities["people"].of) == (0, 1)
    assert (scores.documents["people"].hits, scores.documents["people"].of) == (0, 1)


def test_a_document_counts_when_everybody_is_covered() -> None:
    scores = score([PAPER], lambda _: [Span("p1", 0, 13), Span("p1", 34, 41)])
    assert scores.entities["people"].hits == scores.documents["people"].hits == 1
    assert scores.stays["officer"].hits == 1


def test_a_name_of_which_one_letter_stands_is_not_covered() -> None:
    label = PAPER.labels[0]
    assert not is_right(label, PAPER, places_of([Span("p1", 1, 13)], PAPER))
    assert is_right(label, PAPER, places_of([Span("p1", 0, 5), Span("p1", 6, 13)], PAPER))


def test_what_must_stay_is_not_kept_when_one_code_point_of_it_is_covered() -> None:
    kept = PAPER.labels[1]
    assert not is_right(kept, PAPER, places_of([Span("p1", kept.end - 1, kept.end)], PAPER))
    assert is_right(kept, PAPER, places_of([Span("p1", kept.end, kept.end + 1)], PAPER))


def test_letters_without_a_label_are_counted_when_covered() -> None:
    scores = score([PAPER], lambda _: [Span("p1", TEXT.index("seen"), TEXT.index("seen") + 4)])
    assert scores.unlabelled.hits == 4


def test_the_interval_of_a_perfect_score_still_leaves_room_for_a_miss() -> None:
    low, high = wilson(Share(300, 300))
    assert 0.98 < low < 0.99
    assert high == 1.0
