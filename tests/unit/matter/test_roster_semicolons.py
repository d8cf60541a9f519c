"""A roster as Excel writes it where the comma is the decimal sign."""

from __future__ import annotations

from pathlib import Path

from redactor.matter import load_matter

MATTER = "matter: {name: Test}\nbates: {prefix: TEST}\nroster: roster.csv\n"


def test_a_roster_parted_by_semicolons_is_read(tmp_path: Path) -> None:
    (tmp_path / "matter.yaml").write_text(MATTER, encoding="utf-8")
    (tmp_path / "roster.csv").write_text("last_name;first_name;aka\nMuster;Wen;Wendy\n", encoding="utf-8")
    (entry,) = load_matter(tmp_path / "matter.yaml").roster
    assert (entry.last_name, entry.first_name, entry.aka) == ("Muster", "Wen", ("Wendy",))
