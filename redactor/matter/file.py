"""matter.yaml: the way from the file to a ``Matter``, and the protective default that is written where none is."""

from __future__ import annotations

import os
from pathlib import Path

from redactor.bates import BatesFormat
from redactor.errors import MatterFileError, OutputError
from redactor.matter.checks import cited, problems
from redactor.matter.default import DEFAULT
from redactor.matter.protection import signed_by_counsel, with_families
from redactor.matter.records import (
    Designation,
    LogProtocol,
    Matter,
    Objection,
    Order,
    Request,
    Response,
    Reviewer,
    ReviewerPart,
    RosterEntry,
    SignIn,
    SignOff,
    Stipulation,
)
from redactor.matter.roster import entries, read_roster
from redactor.matter.shape import MatterFile, ObjectionShape, RequestShape, ResponseShape
from redactor.model import BasisCode
from redactor.yamlfile import YamlFile, load_yaml, parse_yaml


def load_matter(path: Path) -> Matter:
    """The matter that ``path`` describes, with the roster it names (relative to it).

    Raises MatterFileError, with file and line, where the file or the roster cannot be read or is wrong.
    """
    file = load_yaml(path, MatterFile, MatterFileError)
    return _matter(file, path.parent)


def default_matter() -> Matter:
    """The matter of the protective default: everything withheld that the rules name, every basis to be confirmed."""
    return _matter(parse_yaml(DEFAULT, "matter.yaml", MatterFile, MatterFileError), None)


def write_default(path: Path) -> None:
    """Write the protective default, with comments, to ``path`` (mode 0600: a roster may follow in it).

    Raises OutputError where the file exists already or cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(DEFAULT)
    except FileExistsError as error:
        raise OutputError(f"{path.name}: exists already and was not touched") from error
    except OSError as error:
        raise OutputError(f"{path.name}: cannot be written ({error.strerror or type(error).__name__})") from error


def _matter(file: YamlFile[MatterFile], folder: Path | None) -> Matter:
    shape = file.value
    if wrong := problems(file):
        raise MatterFileError("\n".join(wrong))
    roster, notices = _roster(file, folder)
    log = shape.log_protocol
    legends = {each.name: each.legend for each in shape.designations}
    return Matter(
        name=shape.matter.name,
        caption=shape.matter.caption,
        docket=shape.matter.docket,
        court=shape.matter.court,
        parties=tuple(shape.parties),
        counsel=tuple(shape.counsel),
        officials=tuple(shape.officials),
        requests=tuple(_request(request) for request in shape.requests),
        orders=tuple(
            Order(o.ecf, o.date, o.kind, _codes(o.permits), o.officers, o.says, o.vacated) for o in shape.orders
        ),
        stipulations=tuple(Stipulation(s.date, s.kind, _codes(s.permits), s.ecf, s.says) for s in shape.stipulations),
        profile=shape.profile,
        packs=tuple(shape.packs),
        bates=_bates(file),
        legend=legends[shape.designation] if shape.designation is not None else shape.legend,
        custodian=shape.custodian,
        roster=roster,
        assumed=shape.assumed,
        pseudonyms=shape.pseudonyms,
        language_model=shape.language_model,
        ocr_languages=tuple(shape.ocr_languages),
        unexplained=shape.unexplained,
        folder=folder,
        notices=notices,
        mode=shape.mode,
        default_request=shape.default_request,
        custodians=tuple((each.name, tuple(each.folders)) for each in shape.custodians),
        designations=tuple(Designation(each.name, each.legend, each.order) for each in shape.designations),
        reviewers=tuple(Reviewer(each.name, each.part) for each in shape.reviewers),
        sign_in=SignIn(**shape.sign_in.model_dump()) if shape.sign_in is not None else None,
        log_protocol=LogProtocol(log.form, log.served, log.extended_to, log.order),
        k_min=shape.k_min,
        database=shape.database,
        qc_sample=shape.qc_sample.size if shape.qc_sample else None,
        sign_offs=tuple(SignOff(tuple(s.rows), s.by, s.on, s.because) for s in shape.sign_offs),
        cited=tuple((code, file.problem(where, "").removesuffix(": ")) for where, code in cited(file)),
    )


def _request(shape: RequestShape) -> Request:
    response = _response(shape.response) if shape.response else None
    return Request(shape.number, shape.text, shape.served, response, tuple(shape.custodians), tuple(shape.folders))


def _response(shape: ResponseShape) -> Response:
    objections = (
        Objection(BasisCode(o.basis), o.date or shape.served, o.grounds, o.withholding_statement)
        if isinstance(o, ObjectionShape)
        else Objection(BasisCode(o), shape.served)
        for o in shape.asserted
    )
    return Response(shape.served, tuple(objections), shape.withholding_statement)


def _codes(codes: list[str]) -> tuple[BasisCode, ...]:
    return tuple(BasisCode(code) for code in codes)


def _bates(file: YamlFile[MatterFile]) -> BatesFormat:
    shape = file.value.bates
    try:
        return BatesFormat(shape.prefix, shape.digits, shape.start)
    except ValueError as error:
        raise MatterFileError(file.problem(("bates",), str(error))) from error


def _roster(file: YamlFile[MatterFile], folder: Path | None) -> tuple[tuple[RosterEntry, ...], tuple[str, ...]]:
    """The people whom the file names, protected as their proof bears out, and what counsel must know of them."""
    shape = file.value
    if isinstance(shape.roster, str):
        if not shape.roster.strip():
            return (), ()
        people, notices = read_roster((folder or Path()) / shape.roster)
    else:
        name = Path(file.name).name
        rows = ((f"{name}:{file.line(('roster', place))}", row) for place, row in enumerate(shape.roster))
        people, notices = entries(rows)
    attorneys = [r.name for r in shape.reviewers if r.part is ReviewerPart.ATTORNEY]
    people, unsigned = signed_by_counsel(people, (*shape.counsel, *attorneys))
    return with_families(people), (*notices, *unsigned)
