"""An error that nobody foresaw is named by kind and place; its words stay where they were."""

from __future__ import annotations

import pickle

import pytest

from redactor.bates import BatesFormat
from redactor.engines.outcome import guarded, unforeseen
from redactor.errors import DocumentError, OutputError, PasswordRequiredError

SECRET = "Quintanilla"


def fails_in_our_code(_: str) -> str:
    return BatesFormat(SECRET).prefix


def fails_elsewhere(_: str) -> str:
    raise KeyError(SECRET)


def needs_a_password(_: str) -> str:
    raise PasswordRequiredError("encrypted")


def disk_is_full(_: str) -> str:
    raise OutputError("full")


def test_the_place_is_the_last_one_in_our_own_code() -> None:
    outcome = guarded(fails_in_our_code, "task")
    assert isinstance(outcome, DocumentError)
    assert str(outcome).startswith("unforeseen ValueError in bates.__post_init__, line ")
    assert SECRET not in str(outcome)


def test_code_that_is_not_ours_is_no_place() -> None:
    try:
        fails_elsewhere("task")
    except KeyError as error:
        assert unforeseen(error) == "unforeseen KeyError in unknown place"


def test_an_error_of_the_document_is_its_outcome_and_another_one_is_raised() -> None:
    assert isinstance(guarded(needs_a_password, "task"), PasswordRequiredError)
    with pytest.raises(OutputError):
        guarded(disk_is_full, "task")


def test_an_outcome_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(guarded(needs_a_password, "task")))
    assert (type(error), str(error), error.remedy) == (
        PasswordRequiredError,
        "encrypted",
        PasswordRequiredError.remedy,
    )
