"""What was checked of a copy is written down by Bates number, in work product, and says nothing that was withheld."""

from __future__ import annotations

import json
from pathlib import Path

from paper import NOTICE, PROTECTED
from small_matter import small_matter

from redactor.model import DocumentId, Endorsement
from redactor.pipeline.withheld import Watchlist
from redactor.verify import Expectation


def test_every_verified_copy_has_a_report_of_checks_methods_and_tolerances(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"a.pdf": NOTICE})
    matter.released()
    [path] = (matter.work_product / "verification").iterdir()
    assert path.name == "TEST000001.json"
    text = path.read_text(encoding="utf-8")
    report = json.loads(text)
    assert report["bates"] == ["TEST000001", "TEST000001"]
    assert {"pdfium", "pikepdf", "pypdf"} <= set(report["readers"])
    how = {each["check"]: each.get("how", "") for each in report["checks"]}
    assert "dpi" in how["unchanged outside the boxes"]
    assert how["residue: OCR of the rendering"].startswith("pages read:")
    assert all(each["passed"] for each in report["checks"])
    assert not any(secret in text for secret in PROTECTED)


def test_what_a_volume_may_show_is_told_by_document_and_where_it_is_withheld() -> None:
    one, two = DocumentId("1" * 64), DocumentId("2" * 64)
    expected = {one: (Expectation(1, {"Solis": 1}),), two: (Expectation(1, {}), Expectation(2, {"Solis": 2}))}
    numbers = {one: Endorsement(("T00001",), ""), two: Endorsement(("T00002", "T00003"), "", 1)}
    lawful = Watchlist((), expected, {"Solis": (two, 2)}).lawful([one, two], numbers)
    assert lawful.counts == {"Solis": 3}
    assert lawful.by_document == {"T00001": {"Solis": 1}, "T00002_R1": {"Solis": 2}}
    assert lawful.withheld_at == {"Solis": "T00003"}
