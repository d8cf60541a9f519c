"""What a reader of the production would still read of pages that say some text: all of the scan but its files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache

from factories import KEY, by_id, document

from redactor.decide import Circumstances, RulePack, authorities, decide, load_packs, with_groups
from redactor.detect import detect
from redactor.model import Basis, BasisCode, Category, Decision, Document, Finding, Role
from redactor.pipeline.findings import matter_findings
from redactor.resolve import KnownPerson

COVER = "\u2588"
_NOW = datetime(2020, 2, 12, 9, 0, tzinfo=UTC)


@lru_cache(maxsize=1)
def _policy() -> tuple[tuple[RulePack, ...], Circumstances]:
    packs = load_packs(["section-1367"])
    bases = {
        BasisCode(code): Basis(BasisCode(code), text, "Response of 2020-02-03")
        for code, text in authorities(packs).items()
    }
    return packs, Circumstances("identity", False, with_groups(packs, bases))


def scanned(
    documents: Sequence[Document], known: Sequence[KnownPerson] = ()
) -> tuple[tuple[Finding, ...], tuple[Decision, ...]]:
    """Findings of all the documents, and what the default pack proposes for each."""
    held = by_id(*documents)
    findings, _ = matter_findings(documents, [claim for each in documents for claim in detect(each)], known, KEY)
    packs, circumstances = _policy()
    return findings, decide(findings, held, packs, circumstances, now=_NOW)


def shown(*texts: str, known: Sequence[KnownPerson] = (), doc_type: str = "document") -> str:
    """The first document's text with every withheld place covered; each text is a document of the same matter."""
    documents = [document(text, number=number, doc_type=doc_type) for number, text in enumerate(texts, 1)]
    letters = list(texts[0])
    for finding, decision in zip(*scanned(documents, known), strict=True):
        if finding.document == documents[0].id and finding.span.passage == "p1":
            assert decision.finding == finding.id
            for span in decision.withheld:
                letters[span.start : span.end] = COVER * (span.end - span.start)
    return "".join(letters)


def roles_in(*texts: str, known: Sequence[KnownPerson] = ()) -> list[tuple[str, Role]]:
    """The names found in the first document, in order, with the role of each."""
    documents = [document(text, number=number) for number, text in enumerate(texts, 1)]
    found, _ = scanned(documents, known)
    return [
        (documents[0].text(finding.span), finding.role)
        for finding in found
        if finding.category is Category.PERSON_NAME and finding.document == documents[0].id
    ]
