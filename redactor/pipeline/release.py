"""The release: number, write, verify, log, produce. What fails on the way is held; what passes is in the volume."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from redactor import __version__
from redactor.errors import VolumeVerificationError
from redactor.model import Disposition, DocumentId, Endorsement, Held, Production, VerifiedCopy
from redactor.pipeline.copies import Planned, copies_of, copy_tasks, planned, report_bytes
from redactor.pipeline.job import Job, MatterFolder
from redactor.pipeline.logs import Logs, descriptions_of, grounds_by_category, logs_of
from redactor.pipeline.numbering import Numbering, covered_by, numbering
from redactor.pipeline.policy import require_asserted, require_partial_first
from redactor.pipeline.pseudonyms import with_pseudonyms
from redactor.pipeline.scan import Scan
from redactor.pipeline.unexplained import left_standing
from redactor.pipeline.volumes import Issued, Volumes
from redactor.pipeline.withheld import Watchlist
from redactor.privilege_log import (
    Record,
    box_table,
    csv_bytes,
    decision_table,
    xlsx_bytes,
)
from redactor.produce import (
    Placed,
    VolumeTerms,
    crosswalk_rows,
    placed_in,
    produce,
    publish,
    write_bytes,
    write_crosswalk,
    write_held,
)
from redactor.verify import readers, verify_volume
from redactor.write import PagePlan

_SHOWN = 3
"""Problems of one check that an error message names; all are in verification.json."""


@dataclass(frozen=True, slots=True)
class Release:
    """How a release ended. ``production`` is None where every document was held; ``referred`` counts the findings
    that stay withheld until a person decides, ``unexplained`` the words of pages that nothing explains and that are
    produced; ``supersedes`` are the files of earlier volumes whose place a copy of this one takes, ``standing`` the
    number of documents that stay as they were served."""

    production: Production | None
    held: tuple[Held, ...]
    referred: int
    unexplained: int
    unchanged: bool
    supersedes: tuple[str, ...]
    standing: int
    notices: tuple[str, ...]


def release(job: Job, scan: Scan) -> Release:
    """Write the volume from the scan's decisions.

    Raises, before anything is written, BasisNotAssertedError where a decision (a person's too) stands on a basis that
    was not asserted, and ReleasablePartError where a document would be withheld in full though a part could be
    produced; then VolumeVerificationError where the finished volume fails its last check, and OutputError. A copy
    that fails goes to quarantine with its report, and its document is held.
    """
    require_asserted(scan.decisions, scan.findings, scan.circumstances)
    require_partial_first(scan.documents, scan.findings, scan.decisions)
    volumes = Volumes(job.folder)
    state = _state(scan)
    referred = sum(decision.disposition is Disposition.REFER for decision in scan.decisions)
    standing = left_standing(scan.findings, scan.decisions)
    if known := volumes.standing(state):
        return Release(
            known.production, known.held, referred, standing, True, (), len(scan.documents), scan.matter.notices
        )
    if scan.matter.pseudonyms:
        scan = with_pseudonyms(scan, job.folder, volumes.next_name())
    made = planned(scan)
    numbers = numbering(job, scan, made.plans, made.in_full)
    staging = job.folder.new_staging()
    tasks = copy_tasks(job, scan, made, numbers.endorsements, staging)
    copies = copies_of(job, tasks)
    held = (*scan.held, *copies.held)
    record = Record(copies.verified, scan.documents, scan.findings, scan.decisions)
    volume = volumes.next_name()
    notices = (*scan.matter.notices, *_of_numbers(numbers, made, copies.verified))
    placed = _placed(numbers, copies.verified, volume)
    if not copies.verified:
        _write_account(job, scan, record, held, placed)
        as_served = volumes.newest() if not copies.held else None
        unchanged = as_served is not None
        return Release(as_served, held, referred, standing, unchanged, (), len(numbers.standing), notices)
    of = {verified.copy.document: verified.copy.endorsement for verified in copies.verified}
    again = {of[id_].begin: before for id_, before in numbers.again.items() if id_ in of}
    replaced = {f"{of[id_].name}.pdf": before.file for id_, before in numbers.again.items() if id_ in of}
    fresh = set(numbers.fresh)
    used = tuple(number for each in of.values() for number in each.numbers if number not in fresh)
    terms = VolumeTerms(volume, (*numbers.fresh, *used), job.now, f"redactor {__version__}", supersedes=replaced)
    logs = logs_of(job, scan, record, volume, {begin: before.log for begin, before in again.items()})
    production = produce(copies.verified, terms, logs.served, staging / volume)
    _check_volume(job.folder, production, made.watch, of)
    _write_internal_log(job, record, volume)
    for name, data in logs.kept.items():
        write_bytes(job.folder.work_product / name, data)
    _write_account(job, scan, record, held, placed)
    # A run that lost a worker is no standing answer: the same command must be able to do better.
    issued = [_issued(verified, numbers, made, logs, volume) for verified in copies.verified]
    volumes.remember("" if copies.lost else state, production, held, numbers.fresh, issued)
    where = publish(production.folder, job.folder.productions, volume)
    volumes.confirm(volume)
    job.folder.clear_staging()
    production = replace(production, folder=where)
    return Release(
        production, held, referred, standing, False, tuple(replaced.values()), len(numbers.standing), notices
    )


def _issued(verified: VerifiedCopy, numbers: Numbering, made: Planned, logs: Logs, volume: str) -> Issued:
    copy = verified.copy
    return Issued(
        document=copy.document,
        volume=volume,
        numbers=copy.endorsement.numbers,
        revision=copy.endorsement.revision,
        state=numbers.states[copy.document],
        slip_sheet=copy.slip_sheet,
        covered=covered_by(made.plans[copy.document]),
        log=tuple(line for line in logs.lines if line["BegBates"] == copy.endorsement.begin),
    )


def _placed(numbers: Numbering, copies: Sequence[VerifiedCopy], volume: str) -> dict[DocumentId, Placed]:
    """Where every document stands: in this volume, or in the earlier one where it was last issued."""
    earlier = {
        id_: Placed(copy.numbers[0], copy.numbers[-1], f"productions/{copy.file}", copy.slip_sheet)
        for id_, copy in numbers.standing.items()
    }
    return {**earlier, **placed_in(Path("productions") / volume, copies)}


def _documents(count: int, one: str, several: str) -> str:
    return f"1 document {one}" if count == 1 else f"{count} documents {several}"


def _of_numbers(numbers: Numbering, made: Planned, copies: Sequence[VerifiedCopy]) -> Iterator[str]:
    """What whoever serves the volume must know of the earlier ones."""
    more = sorted(
        before.numbers[0]
        for id_, before in numbers.again.items()
        if not before.slip_sheet and _reaches_further(made.plans[id_], before, in_full=made.in_full[id_])
    )
    if more:
        yield (
            f"{_documents(len(more), 'withholds', 'withhold')} more now than when served ({', '.join(more[:_SHOWN])}"
            f"{' …' if len(more) > _SHOWN else ''}): ask for the earlier copies back (the protective order; for"
            " privileged matter, Rule 26(b)(5)(B))"
        )
    if numbers.vanished:
        named = ", ".join(copy.numbers[0] for copy in numbers.vanished[:_SHOWN])
        more_named = " …" if len(numbers.vanished) > _SHOWN else ""
        gone = _documents(len(numbers.vanished), "was produced and is", "were produced and are")
        yield f"{gone} no longer given ({named}{more_named})"
    renumbered = [verified for verified in copies if verified.copy.document in numbers.again]
    other = [each.copy.endorsement.begin for each in renumbered if not each.copy.endorsement.revision]
    if other:
        have = _documents(len(other), "has", "have")
        yield f"{have} another count of pages now and new numbers ({', '.join(other[:_SHOWN])})"


def _reaches_further(plans: Sequence[PagePlan], before: Issued, *, in_full: bool) -> bool:
    """Whether a place is withheld that the served copy shows."""
    if in_full:
        return True
    shown: dict[int, set[int]] = {}
    for page, start, end in before.covered:
        shown.setdefault(page, set()).update(range(start, end))
    return any(not shown.get(page, set()).issuperset(range(start, end)) for page, start, end in covered_by(plans))


def _state(scan: Scan) -> str:
    """A digest of everything that a volume and its account follow from, wherever the command is called from."""
    sources = [source for original in scan.originals for source in (original.source, *original.duplicates)]
    facts = {
        "documents": sorted(document.id for document in scan.documents),
        "sources": sorted(str(Path(source).resolve()) for source in sources),
        "held": sorted((str(Path(item.source).resolve()), item.reason) for item in scan.held),
        "decisions": sorted(
            (d.finding, d.disposition.value, d.log_category, d.label, *d.basis, *map(str, map(asdict, d.withheld)))
            for d in scan.decisions
        ),
        "terms": [str(scan.matter.bates), scan.matter.legend, scan.matter.custodian, str(sorted(scan.bases.items()))],
        "pseudonyms": scan.matter.pseudonyms,
        "requests": [str(request) for request in scan.matter.requests],
        "answers": sorted([document, *requests] for document, requests in scan.circumstances.requests.items()),
        "custodians": sorted([original.id, original.custodian or ""] for original in scan.originals),
        "grounds": sorted([category, *sorted(codes)] for category, codes in grounds_by_category(scan).items()),
        "logs": [scan.matter.mode.value, scan.matter.log_protocol.form.value],
        "descriptions": sorted(descriptions_of(scan).items()),
        "tool": __version__,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _write_internal_log(job: Job, record: Record, volume: str) -> None:
    """Work product: every box and every finding of the volume."""
    boxes = box_table(record)
    folder = job.folder.work_product
    sheets = [boxes, decision_table(record)]
    write_bytes(folder / f"internal-log-{volume}.xlsx", xlsx_bytes(sheets, job.now))
    write_bytes(folder / f"internal-log-{volume}.csv", csv_bytes(boxes))


def _write_account(
    job: Job, scan: Scan, record: Record, held: Sequence[Held], placed: Mapping[DocumentId, Placed]
) -> None:
    """Work product, volume or not: what was held, what awaits review, and what became of every source."""
    decisions = decision_table(record)
    column = decisions.columns.index("Disposition")
    referred = replace(
        decisions,
        title="Referred",
        heading="Withheld pending review",
        rows=tuple(row for row in decisions.rows if row[column] == Disposition.REFER.value),
    )
    folder = job.folder.work_product
    write_held(folder / "held.csv", held)
    write_bytes(folder / "referred.csv", csv_bytes(referred))
    write_crosswalk(folder / "crosswalk.csv", crosswalk_rows(scan.originals, held, placed))


def _check_volume(
    folder: MatterFolder, production: Production, watch: Watchlist, endorsements: Mapping[DocumentId, Endorsement]
) -> None:
    """The finished volume, read once more as whoever receives it will. Raises VolumeVerificationError."""
    checks = verify_volume(production.folder, watch.values, watch.lawful(endorsements, endorsements))
    write_bytes(folder.work_product / "verification.json", report_bytes(checks, readers=list(readers())))
    failed = [check for check in checks if not check.passed]
    if failed:
        shutil.rmtree(production.folder)
        places = "; ".join(problem for check in failed for problem in check.problems[:_SHOWN])
        raise VolumeVerificationError(f"the volume failed: {'; '.join(check.name for check in failed)} ({places})")
