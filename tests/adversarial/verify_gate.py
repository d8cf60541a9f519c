"""The gate: what verify() gives, and what it says when it gives nothing."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from drawn_copies import NAME, NUMBER, Drawn, copy_page, original_page, redaction, words

from redactor.verify import FailedCopyError, verify


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path)


def test_a_sound_copy_becomes_a_verified_copy_of_exactly_these_bytes(drawn: Drawn) -> None:
    copy, flattened = drawn.files()
    verified = verify(copy, flattened, drawn.values, ())
    assert verified.copy is copy
    assert all(each.passed for each in verified.checks)
    assert verified.sha256 == hashlib.sha256(copy.path.read_bytes()).hexdigest()


def test_a_failed_copy_is_named_by_its_short_id_and_pages_and_never_by_the_value(drawn: Drawn) -> None:
    numbers = ("NYICE0000001", "NYICE0000002")
    bad = copy_page(numbers[1], extra=words(72, 300, NAME) + words(72, 320, NUMBER))
    two = drawn.with_(
        originals=(original_page(), original_page()), copies=(copy_page(), bad), numbers=numbers,
        redactions=(redaction(), redaction(page=2)),
    )  # fmt: skip
    copy, flattened = two.files()
    with pytest.raises(FailedCopyError, match=r"^000000000000: failed .*residue: pdfium \(page 2\)") as caught:
        verify(copy, flattened, two.values, ())
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.checks == caught.value.checks
    told = str(again) + repr(again.checks)
    assert not any(part in told for part in ("Marisol", "Quintanilla", "555"))


def test_a_copy_whose_original_cannot_be_opened_fails(drawn: Drawn) -> None:
    copy, flattened = drawn.files()
    flattened.write_bytes(b"gone")
    with pytest.raises(FailedCopyError, match="unchanged outside the boxes"):
        verify(copy, flattened, drawn.values, ())


def test_the_checker_does_not_load_the_writers_library() -> None:
    loaded = "import sys, redactor.verify; print('pymupdf' in sys.modules, 'redactor.write' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
