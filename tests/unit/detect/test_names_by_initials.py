"""Initials are a person's where one would stand."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.initials import InitialsRecognizer
from redactor.model import Role

RECOGNIZER = InitialsRecognizer()

NAMED = (
    ("her son M.E.L. was at school", {("M.E.L.", Role.CHILD)}, "a child"),
    ("minor child J.R. (age 4)", {("J.R.", Role.CHILD)}, "two initials, told"),
    ("according to A.B.C. v. D., M.E.L. fled", {("M.E.L.", None), ("A.B.C.", None)}, "who fled, and a party"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("under 8 U.S.C. 1367", "a code"),
    ("(S.D.N.Y. 2020)", "a court"),
    ("(D.D.C. 2012)", "a court that nobody listed"),
    ("at 8 A.M. today", "a time"),
    ("J.R. Muster", "initials of a name"),
    ("the U.S. is", "a country"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
