"""The log that is served: one line for each document and category (Fed. R. Civ. P. 26(b)(5)(A); S.D.N.Y. and E.D.N.Y.
Local Civil Rule 26.2).

It describes what was withheld "without revealing information itself privileged or protected": no text of a document,
no day of a document's date, no hash of an original. Nor does a line tell *which* protection a person has. Categories
that the rule pack describes in the same words share a line, and a statute is cited for a category as a whole, the
same in every document of the volume; who is covered by what stands in the internal log only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from redactor.bates import ranges
from redactor.model import Basis, BasisCode, Disposition, Document, DocumentId, LogEntry, VerifiedCopy
from redactor.privilege_log.face import face_of
from redactor.privilege_log.lines import Line, codes_of, grounds_of, lines_of
from redactor.privilege_log.record import Particulars, Record, page_number
from redactor.privilege_log.sheets import Table

COLUMNS = (
    "LogID",
    "ProductionVolume",
    "RequestNo",
    "BegBates",
    "EndBates",
    "ControlNumber",
    "ParentID",
    "FamilyRange",
    "DocType",
    "DocDate",
    "Author",
    "AuthorRole",
    "To",
    "CC",
    "BCC",
    "Recipients_Relationship",
    "Subject_Title",
    "Custodian",
    "Treatment",
    "Category",
    "Basis",
    "BasisAssertedIn",
    "Description",
    "PagesAffected",
    "RedactionCount",
    "Confidentiality",
    "SlipSheetBates",
    "Status",
    "OrderRef",
    "SupersedesLogID",
    "Notes",
)

REDACTED_IN_PART = "RedactedInPart"
WITHHELD_IN_FULL = "WithheldInFull"
STATUS_CURRENT = "current"
STATUS_SUPERSEDED = "superseded"
PENDING_REVIEW = "withheld pending review"
UNCLAIMED = "no ground is claimed yet"
UNCONFIRMED = "basis assumed; to be confirmed by counsel"


def served_entries(record: Record, particulars: Particulars) -> tuple[LogEntry, ...]:
    """The lines of the served log, by Bates number and then in the rule pack's order of categories.

    RedactionCount is the number of boxes, so that the counts of a volume add up to its boxes; a document withheld in
    full has a slip sheet and counts none. Raises VolumeVerificationError where a box or a slip sheet has no decision
    behind it, RulePackError where the pack does not describe a category or basis in use.
    """
    lines = lines_of(record, particulars)
    grounds = grounds_of(lines, particulars)
    families = _families(record)
    return tuple(
        _entry(f"{particulars.volume}-{place:04d}", line, grounds[line.group], record, particulars, families)
        for place, line in enumerate(lines, start=1)
    )


def with_superseded(
    entries: Sequence[LogEntry], earlier: Mapping[str, Sequence[Mapping[str, str]]]
) -> tuple[LogEntry, ...]:
    """The lines of a volume with those whose place they take.

    ``earlier`` are the lines of documents that are issued again, as they were served, by the document's first number
    now. A line names the one of its category that it supersedes; those stand behind, marked, so that who has the
    earlier volume sees what became of each.
    """
    made = [_superseding(dict(entry.values), earlier) for entry in entries]
    behind = [
        {**line, "Status": STATUS_SUPERSEDED}
        for lines in earlier.values()
        for line in lines
        if line["Status"] == STATUS_CURRENT
    ]
    return tuple(LogEntry(tuple((column, line.get(column, "")) for column in COLUMNS)) for line in (*made, *behind))


def _superseding(line: Mapping[str, str], earlier: Mapping[str, Sequence[Mapping[str, str]]]) -> Mapping[str, str]:
    before = [old for old in earlier.get(line["BegBates"], ()) if old["Category"] == line["Category"]]
    return {**line, "SupersedesLogID": "; ".join(old["LogID"] for old in before if old["Status"] == STATUS_CURRENT)}


def served_table(entries: Iterable[LogEntry], particulars: Particulars) -> Table:
    """The lines as a table for ``csv_bytes`` and ``xlsx_bytes``."""
    return Table(
        title="Redaction log",
        heading=f"Redaction log, {particulars.volume}",
        legend=particulars.confidentiality,
        columns=COLUMNS,
        rows=tuple(tuple(value for _, value in entry.values) for entry in entries),
        numeric=frozenset({"RedactionCount"}),
    )


def _families(record: Record) -> Mapping[DocumentId, tuple[VerifiedCopy, ...]]:
    """The copies of each family that has more than one in the volume, by Bates number, under the parent's id."""
    families: dict[DocumentId, list[VerifiedCopy]] = {}
    for verified in record.in_order:
        document = record.document(verified)
        families.setdefault(document.family or document.id, []).append(verified)
    return {root: tuple(members) for root, members in families.items() if len(members) > 1}


def _entry(
    log_id: str,
    line: Line,
    grounds: frozenset[BasisCode],
    record: Record,
    particulars: Particulars,
    families: Mapping[DocumentId, tuple[VerifiedCopy, ...]],
) -> LogEntry:
    copy = line.verified.copy
    document = record.document(line.verified)
    bases = tuple(particulars.basis(code, document.id) for code in codes_of(line, grounds, particulars))
    parent = record.copy_of.get(document.family) if document.family not in (None, document.id) else None
    family = families.get(document.family or document.id, ())
    face = face_of(copy.text[0]) if copy.text and not copy.slip_sheet else face_of("")
    known = {
        "LogID": log_id,
        "ProductionVolume": particulars.volume,
        "RequestNo": "; ".join(particulars.requests_of.get(document.id, particulars.requests)),
        "BegBates": copy.endorsement.begin,
        "EndBates": copy.endorsement.end,
        "ParentID": parent.copy.endorsement.begin if parent else "",
        "FamilyRange": ranges(number for member in family for number in member.copy.endorsement.numbers),
        "DocType": document.doc_type,
        "DocDate": f"{document.date:%Y-%m}" if document.date else face.month,
        "Author": face.author,
        "To": face.to,
        "CC": face.cc,
        "BCC": face.bcc,
        "Subject_Title": face.subject,
        "Custodian": document.custodian or particulars.custodian,
        "Treatment": WITHHELD_IN_FULL if copy.slip_sheet else REDACTED_IN_PART,
        "Category": "/".join(line.group),
        "Basis": "; ".join(dict.fromkeys(basis.authority for basis in bases)),
        "BasisAssertedIn": "; ".join(dict.fromkeys(basis.asserted_in for basis in bases if basis.asserted_in)),
        "Description": particulars.description(line.group[0]),
        "PagesAffected": ranges(page_number(line.verified, page) for page in sorted(set(line.pages))),
        "RedactionCount": str(line.boxes),
        "Confidentiality": particulars.confidentiality,
        "SlipSheetBates": copy.endorsement.begin if copy.slip_sheet else "",
        "Status": STATUS_CURRENT,
        "Notes": "; ".join(_notes(line, document, particulars, bases)),
    }
    return LogEntry(tuple((column, known.get(column, "")) for column in COLUMNS))


def _notes(line: Line, document: Document, particulars: Particulars, bases: Sequence[Basis]) -> list[str]:
    notes = []
    if line.verified.copy.slip_sheet:
        pages = len(document.pages)
        notes.append(f"document of {pages} {'page' if pages == 1 else 'pages'}")
    if any(decision.disposition is Disposition.REFER for decision in line.decisions):
        notes.append(PENDING_REVIEW)
    if not bases:
        notes.append(UNCLAIMED)
    notes += sorted(f"some of the boxes also cover: {particulars.description(g[0])}" for g in line.also_covers)
    if not all(basis.confirmed for basis in bases):
        notes.append(UNCONFIRMED)
    return notes
