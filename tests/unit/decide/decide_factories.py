"""Findings, documents and circumstances for the tests of the decision stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from redactor.decide import Circumstances, RulePack, authorities, with_groups
from redactor.model import (
    Basis,
    BasisCode,
    Category,
    Detection,
    Document,
    DocumentId,
    Finding,
    FindingId,
    Passage,
    ProtectionStatus,
    Role,
    Span,
)

NOW = datetime(2020, 2, 12, 9, 0, tzinfo=UTC)
DOCUMENT = DocumentId("d" * 64)
OTHER_DOCUMENT = DocumentId("e" * 64)


def finding(
    category: Category,
    start: int = 0,
    end: int = 4,
    *,
    role: Role = Role.UNKNOWN,
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN,
    score: float = 0.9,
    document: DocumentId = DOCUMENT,
    passage: str = "p1",
) -> Finding:
    span = Span(passage, start, end)
    claim = Detection(document, span, category, score, "test", "as the test says", role)
    name = FindingId(f"{document[:2]}-{passage}-{start}-{end}-{category}")
    return Finding(name, document, span, category, (claim,), "", role, None, protection)


def document(text: str, *, doc_type: str = "Document", id: DocumentId = DOCUMENT) -> Document:  # noqa: A002
    return Document(id, (), (Passage("p1", text, 1),), Path("flattened.pdf"), doc_type=doc_type)


def circumstances(
    packs: Sequence[RulePack],
    *,
    asserted: Sequence[str] = ("PO", "AGREED", "1367-U", "1367-T", "1367-VAWA", "TPS", "ASYLUM"),
    officers_withheld: bool = False,
    profile: str = "identity",
) -> Circumstances:
    single = {
        BasisCode(code): Basis(BasisCode(code), text, "Response of 2020-02-03" if code in asserted else None)
        for code, text in authorities(packs).items()
    }
    return Circumstances(profile, officers_withheld, with_groups(packs, single))
