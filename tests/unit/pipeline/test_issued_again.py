"""Released again after a change: only what changed is issued again, under the numbers that it had."""

from __future__ import annotations

import json
from pathlib import Path

from paper import NOTE, NOTICE, write_pdf
from small_matter import SEED, SmallMatter, small_matter
from volume_reading import rows

ROSTER = """\
roster:
  - {last_name: Quillbrook, first_name: Tansy, role: subject, form: I-918, status: pending}
"""
PLAIN = (
    "Staffing of the second floor",
    "Three officers stand at the door from nine to five.",
    "Tansy Quillbrook waits.",
)


def made(tmp_path: Path, **papers: tuple[str, ...]) -> SmallMatter:
    return small_matter(tmp_path, {f"{name}.pdf": lines for name, lines in papers.items()})


def files(matter: SmallMatter, volume: str) -> set[str]:
    return {path.name for path in (matter.productions / volume / "PDF").iterdir()}


def manifest(matter: SmallMatter, volume: str) -> dict[str, object]:
    return json.loads((matter.productions / volume / "MANIFEST.json").read_text(encoding="utf-8"))


def test_a_new_document_makes_a_volume_of_its_own_and_the_others_stand(tmp_path: Path) -> None:
    matter = made(tmp_path, a=NOTICE, b=NOTE)
    matter.released()
    write_pdf(tmp_path / "originals" / "c.pdf", [PLAIN])
    second = matter.released()
    assert second.production is not None
    assert (second.production.documents, second.standing, second.supersedes) == (1, 2, ())
    assert files(matter, "VOL002") == {"TEST000003.pdf"}
    volumes = [row["produced_path"].split("/")[1] for row in rows(matter.work_product / "crosswalk.csv")]
    assert sorted(volumes) == ["VOL001", "VOL001", "VOL002"]


def test_only_the_document_whose_boxes_change_is_issued_again_under_its_number(tmp_path: Path) -> None:
    matter = made(tmp_path, a=NOTICE, b=PLAIN)
    (tmp_path / "matter.yaml").write_text(SEED + "officials: [Tansy Quillbrook]\n", encoding="utf-8")
    matter.released()
    assert "Quillbrook" in matter.text("b.pdf")
    begin = next(
        row["begbates"] for row in rows(matter.work_product / "crosswalk.csv") if row["source_path"].endswith("b.pdf")
    )
    (tmp_path / "matter.yaml").write_text(SEED + ROSTER, encoding="utf-8")
    second = matter.released()
    assert files(matter, "VOL002") == {f"{begin}_R1.pdf"}
    assert manifest(matter, "VOL002")["supersedes"] == {f"{begin}_R1.pdf": f"VOL001/PDF/{begin}.pdf"}
    produced = (matter.productions / "VOL002" / "TEXT" / f"{begin}_R1.txt").read_text(encoding="utf-8")
    assert "Quillbrook" not in produced and "Staffing" in produced
    assert any("1 document withholds more now" in notice and begin in notice for notice in second.notices)
    third = matter.released()
    assert third.unchanged and not (matter.productions / "VOL003").exists()


def test_the_log_of_the_second_volume_keeps_the_superseded_line_and_says_what_takes_its_place(tmp_path: Path) -> None:
    matter = made(tmp_path, a=NOTICE)
    matter.released()
    before = rows(matter.productions / "VOL001" / "LOG" / "redaction-log.csv")
    (tmp_path / "matter.yaml").write_text(SEED.replace("legend: CONFIDENTIAL", "legend: SEALED"), encoding="utf-8")
    matter.released()
    after = rows(matter.productions / "VOL002" / "LOG" / "redaction-log.csv")
    current = [row for row in after if row["Status"] == "current"]
    assert [row["SupersedesLogID"] for row in current] == [row["LogID"] for row in before]
    assert [row["LogID"] for row in after if row["Status"] == "superseded"] == [row["LogID"] for row in before]


def test_a_volume_that_lost_its_file_has_the_document_issued_again(tmp_path: Path) -> None:
    matter = made(tmp_path, a=NOTICE)
    matter.released()
    (matter.productions / "VOL001").rename(tmp_path / "archived")
    matter.released()
    assert files(matter, "VOL002") == {"TEST000001_R1.pdf"}


def test_a_document_that_is_no_longer_given_is_told_of(tmp_path: Path) -> None:
    matter = made(tmp_path, a=NOTICE, b=NOTE)
    matter.released()
    (tmp_path / "originals" / "b.pdf").unlink()
    again = matter.released()
    assert any("1 document was produced and is no longer given" in notice for notice in again.notices)
    assert not (matter.productions / "VOL002").exists()
