"""What becomes of a word that was read twice: by the same engine in another way, or by another one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import numpy as np
import pytest

from redactor.geometry import quad_of
from redactor.model import Rect
from redactor.ocr.page import united
from redactor.ocr.reading import Grey, ReadWord
from redactor.ocr.second import spelled_again

PAGE = np.full((200, 400), 255, np.uint8)


def word(text: str, x: float, confidence: float, line: int = 1, width: float = 40) -> ReadWord:
    return ReadWord(text, quad_of(Rect(x, 20, x + width, 40)), confidence, line)


class Second:
    """A reader that answers from a list, and counts what it was asked."""

    name = "second"

    def __init__(self, *answers: tuple[str, float]) -> None:
        self.answers, self.asked = list(answers), count()

    def spell(self, words: Sequence[Grey]) -> list[tuple[str, float]]:
        assert len(words) == len(self.answers)
        assert all(picture.size for picture in words)
        return self.answers


@pytest.mark.parametrize(
    ("answer", "text", "confidence"),
    [
        (("Fernbrook", 0.99), "Fernbrook", 0.75),  # it corrects
        (("Fernbr0ok", 0.99), "Fernbr0ok", 0.95),  # it confirms
        (("Fernback", 0.60), "Fernbr0ok", 0.40),  # it does not know either
        (("--", 0.99), "Fernbr0ok", 0.40),
    ],
)
def test_a_doubtful_word_is_spelled_again(answer: tuple[str, float], text: str, confidence: float) -> None:
    (settled,) = spelled_again(PAGE, 200, [word("Fernbr0ok", 10, 0.40)], [Second(answer)])
    assert (settled.text, settled.confidence) == (text, confidence)
    assert settled.quad == word("", 10, 0).quad


def test_a_sure_word_is_nobody_elses_business() -> None:
    words = [word("Fernbrook", 10, 0.93), word("|", 60, 0.2)]
    assert spelled_again(PAGE, 200, words, [Second()]) == words


def test_the_second_reading_of_a_doubtful_line_replaces_it_where_it_is_surer() -> None:
    first = [word("Subiect", 10, 0.5), word("1142086637", 60, 0.7)]
    second = [word("Subject", 10, 0.95, 9), word("1142056637", 60, 0.97, 9)]
    assert united(first, second, {1}) == second
    assert united(second, first, {9}) == second


def test_words_that_the_second_reading_runs_together_stay_apart() -> None:
    first = [word("DO", 10, 0.7), word("A.", 55, 0.7)]
    second = [word("DOA.", 10, 0.96, 9, width=90)]
    assert [each.text for each in united(first, second, {1})] == ["DO", "A."]


def test_what_only_the_second_reading_sees_is_added() -> None:
    first, more = [word("Sure", 10, 0.97)], [word("Stamp", 200, 0.8, 2)]
    assert united(first, more, set()) == [*first, *more]
