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
    Stipulation,
)
from redactor.matter.roster import entries, read_roster
<<<<<<< HEAD
from redactor.model import OWN_LANGUAGE_MODEL, BasisCode
from redactor.yamlfile import YamlFile, load_yaml, parse_yaml


def _code(given: Any) -> Any:
    if isinstance(given, str) and given.startswith("("):
        # 5 U.S.C. § 552(b) limits what the public may ask of an agency, not what a party may ask in an action.
        raise ValueError("a FOIA exemption is not an objection under Rule 34; name a basis code")
    return given


def _number(given: Any) -> Any:
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else given


_Text = Annotated[str, StringConstraints(strip_whitespace=True)]
_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Codes = list[Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9.\-]*$"), BeforeValidator(_code)]]


def _cell(given: Any) -> Any:
    if given is None or (isinstance(given, str | int | date) and not isinstance(given, bool)):
        return given
    raise ValueError("is not text, a whole number or a date")


def _roster_kind(given: Any) -> str:
    return "file" if isinstance(given, str) else "rows"


_Rows = list[dict[str, Annotated[Any, BeforeValidator(_cell)]]]
_Roster = Annotated[Annotated[str, Tag("file")] | Annotated[_Rows, Tag("rows")], Discriminator(_roster_kind)]
_Number = Annotated[_Name, BeforeValidator(_number)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CaptionShape(_Entry):
    """The block `matter`: what the action is called."""

    name: _Name
    caption: _Text = ""
    docket: _Text = ""
    court: _Text = ""


class ResponseShape(_Entry):
    """A written response: when it was served and the basis codes it asserted."""

    served: date
    asserted: _Codes = []
    withholding_statement: _Name | None = None


class RequestShape(_Entry):
    """A request for production."""

    number: _Number
    text: _Text = ""
    served: date | None = None
    response: ResponseShape | None = None


class OrderShape(_Entry):
    """An order of the court. ``officers`` is left out where it does not speak of them."""

    ecf: _Number
    date: date
    kind: _Name
    permits: _Codes = []
    officers: OfficerOrder | None = None


class StipulationShape(_Entry):
    """A stipulation or stated non-opposition."""

    date: date
    kind: _Name
    permits: _Codes = []


class BatesShape(_Entry):
    """How the production is numbered."""

    prefix: str
    digits: int = 7
    start: int = 1


class MatterFile(_Entry):
    """matter.yaml."""

    matter: CaptionShape
    parties: list[_Name] = []
    counsel: list[_Name] = []
    officials: list[_Name] = []
    requests: list[RequestShape] = []
    orders: list[OrderShape] = []
    stipulations: list[StipulationShape] = []
    profile: _Name = "identity"
    packs: Annotated[list[_Name], Field(min_length=1)] = ["section-1367"]
    bates: BatesShape
    legend: _Text = ""
    custodian: _Text = ""
    roster: _Roster = []
    pseudonyms: bool = False
    language_model: _Name = OWN_LANGUAGE_MODEL
    assumed: bool = False


=======
from redactor.matter.shape import MatterFile, ObjectionShape, RequestShape, ResponseShape
from redactor.model import BasisCode
from redactor.yamlfile import YamlFile, load_yaml, parse_yaml


>>>>>>> main
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
<<<<<<< HEAD
        language_model=shape.language_model,
=======
        unexplained=shape.unexplained,
>>>>>>> main
        folder=folder,
        notices=notices,
        mode=shape.mode,
        default_request=shape.default_request,
        custodians=tuple((each.name, tuple(each.folders)) for each in shape.custodians),
        designations=tuple(Designation(each.name, each.legend, each.order) for each in shape.designations),
        reviewers=tuple(Reviewer(each.name, each.part) for each in shape.reviewers),
        log_protocol=LogProtocol(log.form, log.served, log.extended_to, log.order),
        k_min=shape.k_min,
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
