"""The QC sample: pages on which nothing is withheld, judged by people, and asked for before a release."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewed_matter import ANN, BO, ReviewedMatter
from small_matter import SEED

from redactor.errors import InputError
from redactor.matter import load_matter
from redactor.model import Category, Role

CLEAN = {f"Nothing of note on sheet {number}": [] for number in range(12)}
COVERED = {"Name: Marisol Ejemplo": [("Marisol Ejemplo", Category.PERSON_NAME, Role.SUBJECT)]}
SHOWN = {"Judge Muestra presided": [("Muestra", Category.PERSON_NAME, Role.JUDGE)]}


@pytest.fixture
def matter(tmp_path: Path) -> ReviewedMatter:
    made = ReviewedMatter(tmp_path, SEED + "qc_sample: {size: 4}\n")
    made.scan(CLEAN, COVERED, SHOWN)
    return made


def test_it_is_drawn_from_pages_on_which_nothing_is_withheld(matter: ReviewedMatter) -> None:
    sample = matter.desk().draw_sample(ANN, 100, seed=3)
    assert (sample.frame, sample.size) == (13, 13)
    assert matter.documents[1].id not in {document for document, _ in sample.pages}


def test_one_seed_draws_it_again_and_without_one_it_is_kept(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    assert desk.draw_sample(ANN, 4, seed=3).pages == desk.draw_sample(ANN, 4, seed=3).pages
    drawn = desk.draw_sample(ANN, 4)
    assert desk.draw_sample(ANN, 4, seed=drawn.seed).pages == drawn.pages


def test_what_people_missed_bounds_what_is_missed(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    pages = desk.draw_sample(ANN, 4, seed=3).pages
    for number, (document, page) in enumerate(pages):
        judged = desk.judge_sample(BO, document, page, missed=number == 0)
    assert (judged.looked, judged.missed) == (4, 1)
    assert (round(judged.low, 3), round(judged.high, 3)) == (0.006, 0.806)
    assert desk.page(*pages[0]).sample_verdict is True


def test_a_page_outside_the_sample_is_not_judged(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    desk.draw_sample(ANN, 4, seed=3)
    with pytest.raises(InputError, match="not in the sample"):
        desk.judge_sample(ANN, matter.documents[1].id, 1, missed=False)


def test_a_release_is_in_the_way_until_as_many_pages_are_judged_as_the_matter_asks(matter: ReviewedMatter) -> None:
    desk = matter.desk()

    def left() -> list[int]:
        return [each.count for each in desk.obstacles() if each.kind == "QC sample"]

    assert left() == [4]
    small = desk.draw_sample(ANN, 2, seed=3)
    for place in small.pages:
        desk.judge_sample(ANN, *place, missed=False)
    assert left() == [2]
    whole = desk.draw_sample(ANN, 4, seed=3)
    assert left() == [4]
    for place in whole.pages:
        desk.judge_sample(ANN, *place, missed=False)
    assert left() == []


def test_where_the_matter_asks_for_none_nothing_is_in_the_way(tmp_path: Path) -> None:
    matter = ReviewedMatter(tmp_path)
    matter.scan(CLEAN)
    assert matter.desk().obstacles() == ()


def test_what_the_matter_file_says_of_sample_and_database_is_read(tmp_path: Path) -> None:
    path = tmp_path / "matter.yaml"
    path.write_text(SEED + "qc_sample: {size: 50}\ndatabase: postgresql+psycopg://host/name\n", encoding="utf-8")
    matter = load_matter(path)
    assert (matter.qc_sample, matter.database) == (50, "postgresql+psycopg://host/name")
    assert "postgresql" not in repr(matter)
