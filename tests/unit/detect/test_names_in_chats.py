"""Who speaks in a log is named at every line that begins so."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.chat import ChatRecognizer
from redactor.model import Role

RECOGNIZER = ChatRecognizer()

NAMED = (
    (
        "[10:12] malena: ya llegue\n[10:13] Wen M: ok\nmalena: si",
        {("malena", None), ("Wen M", None)},
        "times in brackets",
    ),
    ("1/24/20, 10:12 AM - Ana Ejemplo: ok", {("Ana Ejemplo", None)}, "an export of a messenger"),
    ("wen > on my way\nana > ok", {("wen", None), ("ana", None)}, "arrows"),
    ("Ana Ejemplo (10:12 AM): we are here", {("Ana Ejemplo", None)}, "the time behind the name"),
    ("[1/24/20, 10:12:33 AM] Rosa: ven", {("Rosa", None)}, "day and second"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("10:12 Arrived: at the court", "a log of events"),
    ("[10:12] System: call ended", "the program"),
    ("a > b", "one arrow"),
    ("Hours: 9:00 to 5:00", "opening hours"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why


MESSAGES = (
    "Laxmi: mami dice q shirin no contesta\nDil: la agarraron en la corte\nLaxmi: y nurul\nDil: conmigo",
    {"Laxmi", "Dil", "shirin", "nurul"},
)


def test_a_conversation_without_times_names_its_speakers_and_whom_they_call_in_small_letters() -> None:
    text, names = MESSAGES
    assert {name for name, _ in names_read(RECOGNIZER, text)} == names


def test_labels_of_a_form_are_no_speakers() -> None:
    assert names_read(RECOGNIZER, "Name: Wen\nDate: May 3\nName: Ana\nDate: May 4\n") == set()


def test_whom_messages_are_exchanged_with_is_named() -> None:
    read = names_read(RECOGNIZER, "Exhibit C - messages from Roselore Muster to Wen Ejemplo\n")
    assert {name for name, _ in read} == {"Roselore Muster", "Wen Ejemplo"}
