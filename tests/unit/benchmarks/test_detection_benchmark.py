"""The benchmark itself: its splits share nothing, its labels hit their words, and its scorer is strict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from redactor.model import Category, Role, Span
from tests.benchmarks.detection import __main__ as detection
from tests.benchmarks.detection import false_boxes, speed, tab
from tests.benchmarks.detection.page import document_of
from tests.benchmarks.detection.papers import SPLITS, papers
from tests.benchmarks.detection.people import load_names
from tests.benchmarks.detection.scoring import Measure, Scores, Share, is_right, places_of, score, wilson
from tests.benchmarks.detection.templates import Label, Paper, load_templates
from tests.benchmarks.detection.values import load_values

PAIRS = list(combinations(SPLITS, 2))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_splits_share_no_name(one: str, other: str) -> None:
    assert not load_names(one).words() & load_names(other).words()


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_splits_share_no_street_shelter_employer_or_school(one: str, other: str) -> None:
    def listed(split: str) -> set[str]:
        return {item for kind, items in load_values(split).items() if kind != "job" for item in items}

    assert not listed(one) & listed(other)


@pytest.mark.parametrize(("one", "other"), PAIRS)
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


def _label(part: str, entity: str, *, goes: bool, after: int = 0) -> Label:
    start = TEXT.index(part, after)
    role = Role.SUBJECT if goes else Role.OFFICER
    return Label(0, start, start + len(part), Category.PERSON_NAME, entity, goes, role, "" if goes else "officer")


# One person named twice, and an officer between.
PAPER = Paper(
    "hand-made",
    "Memo",
    "spanish",
    (TEXT,),
    (
        _label("Maria Ejemplo", "subject", goes=True),
        _label("DO Sample", "officer", goes=False),
        _label("Ejemplo", "subject", goes=True, after=20),
    ),
)


def _counts(scores: Scores, measure: Measure, name: str) -> tuple[int, int]:
    share = scores.share(measure, name)
    return share.hits, share.of


def test_an_entity_counts_only_when_its_second_mention_is_covered_too() -> None:
    scores = score([PAPER], lambda _: [Span("p1", 0, 13)])
    assert _counts(scores, Measure.MENTIONS, "people") == (1, 2)
    assert _counts(scores, Measure.ENTITIES, "people") == (0, 1)
    assert _counts(scores, Measure.DOCUMENTS, "people") == (0, 1)


def test_a_document_counts_when_everybody_is_covered() -> None:
    scores = score([PAPER], lambda _: [Span("p1", 0, 13), Span("p1", 34, 41)])
    assert _counts(scores, Measure.ENTITIES, "people") == (1, 1)
    assert _counts(scores, Measure.DOCUMENTS, "people") == (1, 1)
    assert _counts(scores, Measure.KEPT, "officer") == (1, 1)


def test_the_interval_over_templates_is_as_wide_as_templates_differ() -> None:
    good, bad = PAPER, replace(PAPER, template="another")
    scores = score([good] * 50 + [bad] * 50, lambda paper: [Span("p1", 0, 50)] if paper is good else [])
    assert wilson(scores.share(Measure.DOCUMENTS, "people"))[0] > 0.4
    assert scores.over_templates(Measure.DOCUMENTS, "people") == (0.0, 1.0)


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
    assert high == pytest.approx(1.0)


@pytest.mark.parametrize("command", [tab.main, false_boxes.main, speed.main])
def test_a_command_without_its_data_says_so_and_ends_with_2(
    command: Callable[[list[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command([str(tmp_path)]) == 2
    assert "needs" in capsys.readouterr().err


def test_misses_of_the_test_split_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        detection.main(["--split", "test", "--misses", str(tmp_path / "misses.txt")])
    assert "tunes on it" in capsys.readouterr().err


def _judgment(*mentions: tuple[str, str, str]) -> dict[str, object]:
    """A judgment's row with these mentions: words, DIRECT or QUASI, entity; the words found one after the other."""
    annotations, at = [], 0
    for words, ident, entity in mentions:
        at = JUDGMENT.index(words, at)
        annotations.append({"start": at, "end": at + len(words), "type": "PERSON", "ident": ident, "entity": entity})
        at += len(words)
    return {"text": JUDGMENT, "annotations": {"annotator1": annotations}}


JUDGMENT = "Mr Juan Muestra was born in 1970. Muestra lives in Vienna."


def _tab(masked: str, *mentions: tuple[str, str, str]) -> tab.TabScores:
    scores, start = tab.TabScores(), JUDGMENT.index(masked)
    places = set(range(start, start + len(masked)))
    tab.add_scores(scores, _judgment(*mentions), places, tab.Rarity(iter([JUDGMENT])))
    return scores


def test_tab_passes_over_a_title_that_an_annotator_marked() -> None:
    assert _tab("Juan Muestra", ("Mr Juan Muestra", "DIRECT", "e1")).entities["DIRECT"].value == 1


def test_tab_counts_an_entity_only_with_all_its_mentions() -> None:
    twice = (("Mr Juan Muestra", "DIRECT", "e1"), ("Muestra", "DIRECT", "e1"))
    assert _tab("Juan Muestra", *twice).entities["DIRECT"].value == 0


def test_tab_does_not_ask_for_what_need_not_be_masked_but_counts_it_against_precision() -> None:
    scores = _tab("1970. Muestra lives", ("1970", "NO_MASK", "e2"), ("Muestra", "QUASI", "e1"))
    assert list(scores.entities) == ["QUASI"]
    assert scores.precision.value == pytest.approx(1 / 3)
