"""Files in: known by their bytes, each counted once, none lost."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper import NOTE, NOTICE, STAFFING, pdf_bytes, write_pdf

import redactor.ingest
from redactor.errors import InputError
from redactor.ingest import Intake, ingest

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
ZIP = b"PK\x03\x04" + b"\0" * 20


@pytest.fixture
def given_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    return folder


def taken(*paths: Path, out: Path | None = None, cache: Path | None = None) -> Intake:
    out = out or paths[0].parent / "out"
    return ingest(
        paths,
        cache or out / "work-product" / "attachments",
        leave_out=(out / "productions", out / "work-product", out / "matter.yaml"),
    )


def sources(intake: Intake) -> list[str]:
    """Everything that is accounted for, by name."""
    found = [name for original in intake.originals for name in (original.source, *original.duplicates)]
    return sorted(Path(source).name for source in [*found, *(item.source for item in intake.held)])


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\n\n junk before the header %PDF-1.4", "application/pdf"),
        (b"II*\x00", "image/tiff"),
        (b"MM\x00*", "image/tiff"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"BM\x00\x00", "image/bmp"),
        (b"RIFF\x00\x00\x00\x00WEBP", "image/webp"),
    ],
)
def test_a_file_is_what_its_bytes_say_and_not_what_its_name_says(
    given_folder: Path, head: bytes, media_type: str
) -> None:
    (given_folder / "letter.docx").write_bytes(head)
    assert [original.media_type for original in taken(given_folder).originals] == [media_type]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (ZIP, "a ZIP archive or an Office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an older Office document or an Outlook message"),
        (b"{\\rtf1", "a rich text document"),
        (b"Dear counsel", "neither a PDF nor an image"),
    ],
)
def test_what_is_no_document_is_held_with_its_reason(given_folder: Path, content: bytes, why: str) -> None:
    (given_folder / "a.png").write_bytes(PNG)
    (given_folder / "b.pdf").write_bytes(content)
    intake = taken(given_folder)
    assert len(intake.originals) == 1
    assert [Path(item.source).name for item in intake.held] == ["b.pdf"]
    assert why in intake.held[0].reason
    assert intake.held[0].remedy


def test_the_same_bytes_are_one_original_with_duplicates(given_folder: Path) -> None:
    for name in ("a.png", "b.png", "sub/c.png"):
        (given_folder / name).parent.mkdir(exist_ok=True)
        (given_folder / name).write_bytes(PNG)
    (original,) = taken(given_folder).originals
    assert Path(original.source).name == "a.png"
    assert [Path(name).name for name in original.duplicates] == ["b.png", "c.png"]


def test_a_path_that_is_given_twice_is_one_source(given_folder: Path) -> None:
    path = given_folder / "a.png"
    path.write_bytes(PNG)
    assert sources(taken(path, given_folder, given_folder / "." / "a.png")) == ["a.png"]


def test_a_link_to_a_file_is_a_source_of_its_own(given_folder: Path) -> None:
    (given_folder / "a.png").write_bytes(PNG)
    (given_folder / "b.png").symlink_to(given_folder / "a.png")
    assert sources(taken(given_folder)) == ["a.png", "b.png"]


def test_links_that_lead_nowhere_or_to_a_folder_are_held_and_not_followed(given_folder: Path) -> None:
    (given_folder / "a.png").write_bytes(PNG)
    (given_folder / "gone.pdf").symlink_to(given_folder / "absent.pdf")
    (given_folder / "circle").symlink_to(given_folder)
    intake = taken(given_folder)
    assert sorted(Path(item.source).name for item in intake.held) == ["circle", "gone.pdf"]
    assert all(item.reason and item.id is None for item in intake.held)


def test_originals_may_lie_in_the_output_folder_beside_what_the_program_wrote(given_folder: Path) -> None:
    for name in ("a.png", "originals/b.png", "productions/VOL001/c.png", "work-product/d.png", "matter.yaml"):
        (given_folder / name).parent.mkdir(parents=True, exist_ok=True)
        (given_folder / name).write_bytes(PNG + name.encode())
    assert sources(taken(given_folder, out=given_folder)) == ["a.png", "b.png"]


def test_hidden_files_and_what_the_program_wrote_are_left_out(given_folder: Path) -> None:
    out = given_folder / "out"
    for name in ("a.png", ".hidden.png", ".git/b.png", "out/productions/c.png"):
        (given_folder / name).parent.mkdir(parents=True, exist_ok=True)
        (given_folder / name).write_bytes(PNG + name.encode())
    assert sources(taken(given_folder, out=out)) == ["a.png"]


def test_a_hidden_file_that_is_named_is_taken(given_folder: Path) -> None:
    (given_folder / ".scan.png").write_bytes(PNG)
    assert sources(taken(given_folder / ".scan.png")) == [".scan.png"]


def test_files_come_in_the_order_of_their_names(given_folder: Path) -> None:
    for name in ("b.png", "a/z.png", "c.png", "a/b.png"):
        (given_folder / name).parent.mkdir(exist_ok=True)
        (given_folder / name).write_bytes(PNG + name.encode())
    assert [Path(original.source).name for original in taken(given_folder).originals] == [
        "b.png",
        "z.png",
        "b.png",
        "c.png",
    ]


def test_attached_pdfs_are_originals_of_the_same_family_and_other_attachments_are_held(given_folder: Path) -> None:
    attached = pdf_bytes(given_folder, [NOTICE])
    write_pdf(given_folder / "mail.pdf", [NOTE], attached={"notice.pdf": attached, "table.xlsx": ZIP})
    intake = taken(given_folder)
    mail, notice = intake.originals
    assert notice.family == mail.id
    assert notice.path.read_bytes() == attached
    assert (mail.family, len(intake.held)) == (None, 1)
    assert "Office document" in intake.held[0].reason
    assert len({mail.source, notice.source, intake.held[0].source}) == 3


def test_an_attachment_that_would_fill_the_memory_is_held_and_not_unpacked(
    given_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redactor.ingest, "MOST_ATTACHED", 1 << 20)
    write_pdf(given_folder / "mail.pdf", [NOTE], attached={"bomb.pdf": b"%PDF-1.7\n" + b" " * (2 << 20)})
    intake = taken(given_folder)
    assert len(intake.originals) == 1
    assert "cannot be taken out" in intake.held[0].reason


def test_a_file_that_is_pinned_to_a_page_is_an_attachment_too(given_folder: Path) -> None:
    pinned = pdf_bytes(given_folder, [NOTICE])
    write_pdf(given_folder / "form.pdf", [NOTE], pinned=pinned)
    form, notice = taken(given_folder).originals
    assert notice.family == form.id
    assert notice.path.read_bytes() == pinned


def test_attachments_deeper_than_three_are_held(given_folder: Path) -> None:
    content = pdf_bytes(given_folder, [STAFFING])
    for depth in range(4):
        path = write_pdf(given_folder / "carrier.pdf", [(f"Carrier {depth}",)], attached={"inner.pdf": content})
        content = path.read_bytes()
    intake = taken(given_folder)
    assert len(intake.originals) == 4
    assert {original.family for original in intake.originals[1:]} == {intake.originals[0].id}
    assert ["too deep" in item.reason for item in intake.held] == [True]


def test_what_lay_too_deep_and_is_also_given_by_itself_is_a_duplicate(given_folder: Path) -> None:
    innermost = content = pdf_bytes(given_folder, [STAFFING])
    for depth in range(4):
        path = write_pdf(given_folder / "carrier.pdf", [(f"Carrier {depth}",)], attached={"inner.pdf": content})
        content = path.read_bytes()
    (given_folder / "z.pdf").write_bytes(innermost)
    intake = taken(given_folder)
    assert intake.held == ()
    assert len(intake.originals[-1].duplicates) == 1


def test_a_pdf_that_needs_a_password_is_taken_so_that_extraction_can_say_why_it_is_held(given_folder: Path) -> None:
    write_pdf(given_folder / "locked.pdf", [NOTE], password="not given")
    assert sources(taken(given_folder)) == ["locked.pdf"]


def test_nothing_given_that_can_be_worked_on_is_an_error_that_gives_reasons_and_no_names(given_folder: Path) -> None:
    with pytest.raises(InputError, match="no PDF and no image"):
        taken(given_folder)
    (given_folder / "QUINTANILLA.zip").write_bytes(ZIP)
    (given_folder / "nothing").write_bytes(b"")
    with pytest.raises(InputError, match="none of the 2 files") as stopped:
        taken(given_folder)
    assert "1 × the file is empty" in str(stopped.value)
    assert "QUINTANILLA" not in str(stopped.value)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps file names that are not text")
def test_a_name_that_is_not_text_is_kept_as_an_escape(given_folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(given_folder) + b"/caf\xe9.png")).write_bytes(PNG)
    assert sources(taken(given_folder)) == ["caf\\xe9.png"]


CONTENTS = st.sampled_from([PNG, PNG + b"1", PNG + b"2", ZIP, b"", b"plain words", b"%PDF-1.7 broken"])
NAMES = st.text("abcdefgh", min_size=1, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.tuples(st.sampled_from(["", "x", "y"]), NAMES), CONTENTS, max_size=8))
def test_every_file_that_is_given_is_accounted_for_once(
    tmp_path_factory: pytest.TempPathFactory, files: dict[tuple[str, str], bytes]
) -> None:
    folder = tmp_path_factory.mktemp("given")
    for (inside, name), content in files.items():
        path = folder / f"folder {inside}" / f"{name}.bin"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    there = Counter(str(path) for path in folder.rglob("*.bin"))
    try:
        intake = taken(folder, out=folder / "out")
    except InputError:
        assert not any(content.startswith((b"\x89PNG", b"%PDF")) for content in files.values())
        return
    told = Counter(name for original in intake.originals for name in (original.source, *original.duplicates))
    told.update(item.source for item in intake.held)
    assert told == there
    assert len({original.id for original in intake.originals}) == len(intake.originals)
