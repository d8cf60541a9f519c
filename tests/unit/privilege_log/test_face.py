"""The face of a produced document, read from its redacted text."""

from __future__ import annotations

import pytest

from redactor.privilege_log import Face, face_of

MAIL = """\
From: Muster, Jane [REDACTED – CONFIDENTIAL (P.O.)] <jane.muster@agency.example>
To: Duty Desk
Cc: [REDACTED – PROTECTED IDENTITY]; [REDACTED – PROTECTED IDENTITY]
Sent: Tuesday, January [REDACTED – PROTECTED IDENTITY], 2020 [REDACTED – PROTECTED IDENTITY]
Subject: Arrest of [REDACTED – PROTECTED IDENTITY]

Please see below.
"""


def test_a_message_says_who_wrote_to_whom_and_in_which_month() -> None:
    assert face_of(MAIL) == Face(
        author="Muster, Jane [REDACTED] <jane.muster@agency.example>",
        to="Duty Desk",
        cc="[REDACTED]; [REDACTED]",
        subject="Arrest of [REDACTED]",
        month="2020-01",
    )


def test_a_forms_date_alone_is_no_letter() -> None:
    assert face_of("Name: X\nDate: 01/21/2020\n") == Face()


def test_a_memorandum_heading_is_read_alike() -> None:
    assert face_of("MEMORANDUM\nTO: File\nFROM: Duty Desk\nRE: Staffing\n").author == "Duty Desk"


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("01/21/2020 9:14 AM", "2020-01"),
        ("1/[REDACTED – PROTECTED IDENTITY]/2020", "2020-01"),
        ("2020-01-21", "2020-01"),
        ("21 Sept. 2020", "2020-09"),
        ("13/99/2020", ""),
        ("last week", ""),
    ],
)
def test_the_month_is_told_and_never_the_day(written: str, month: str) -> None:
    assert face_of(f"From: A\nTo: B\nDate: {written}\n").month == month


def test_what_stands_far_down_the_page_is_a_quoted_message() -> None:
    assert face_of("x\n" * 1500 + MAIL) == Face()


def test_a_long_list_of_recipients_goes_on_on_the_page() -> None:
    to = face_of("From: A\nTo: " + "Duty Desk; " * 60).to
    assert len(to) < 310 and to.endswith(" ...")
