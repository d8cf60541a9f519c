"""Senders and recipients are read in every way that mail programs write them; lists and offices are nobody."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.mail_header import MailHeaderRecognizer
from redactor.model import Role

RECOGNIZER = MailHeaderRecognizer()

NAMED = (
    (
        "From:\tSample, J. <J.Sample@ice.example.gov>",
        {("Sample, J.", Role.OFFICER)},
        "an agency's address tells an officer",
    ),
    ("From: Wen Muster <wen@example.org>", {("Wen Muster", None)}, "a private address tells no role"),
    ('From: "MUSTER, Wen (ERO)" <wen@ice.dhs.gov>', {("MUSTER, Wen", Role.OFFICER)}, "a remark in brackets"),
    ("To: EJEMPLO, Ana; Muestra, A. (ERO)", {("EJEMPLO, Ana", None), ("Muestra, A.", None)}, "an address book's order"),
    (
        "Cc: Kai Lee, Rosa Muster;\n  Olena Petrenko\nSubject: x",
        {("Kai Lee", None), ("Rosa Muster", None), ("Olena Petrenko", None)},
        "commas, and a second line",
    ),
    (
        "Ana Ejemplo <ana@example.org>, Kai Lee <klee@usdoj.gov>",
        {("Ana Ejemplo", None), ("Kai Lee", Role.OFFICIAL)},
        "addressees outside a head",
    ),
    ("> From: Wen Muster [mailto:wen@example.org]", {("Wen Muster", None)}, "a quoted head"),
    (
        "On Mon, Jan 27, 2020 at 4:52 PM Ana Ejemplo <ana@example.org> wrote:",
        {("Ana Ejemplo", None)},
        "who wrote what is quoted",
    ),
    ("On 1/27/20 16:52, Ana Ejemplo wrote:", {("Ana Ejemplo", None)}, "the same without an address"),
    (
        "El lun., 27 ene. 2020 a las 16:52, Ana Ejemplo (<ana@example.org>) escribió:",
        {("Ana Ejemplo", None)},
        "the same in Spanish",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("To: NYC-FugOps; All staff; FOIA Requests", "lists and offices"),
    ("From: the Field Office", "an office"),
    ("To: Immigration Court", "a court"),
    ("From 9:00 to 5:00", "clock times"),
    ("Cc:", "an empty head"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
