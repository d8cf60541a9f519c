"""The shape of matter.yaml as people write it: what keys there are, and what may stand in them."""

from __future__ import annotations

import datetime as calendar
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, StringConstraints, Tag

from redactor.matter.records import LogForm, Mode, OfficerOrder, ReviewerPart
from redactor.model import OWN_LANGUAGE_MODEL, UnexplainedWords


def _number(given: Any) -> Any:
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else given


def _day(given: Any) -> Any:
    if isinstance(given, int | float):  # which pydantic would take for seconds since 1970
        raise ValueError("is not a date, such as 2020-01-03")
    return given


Day = Annotated[calendar.date, BeforeValidator(_day)]
Text = Annotated[str, StringConstraints(strip_whitespace=True)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
OcrLanguage = Annotated[str, StringConstraints(pattern=r"^[a-z]{3}(?:_[A-Za-z]+)?$")]
Number = Annotated[Name, BeforeValidator(_number)]
Code = Annotated[str, StringConstraints(pattern=r"^([A-Z0-9][A-Z0-9.\-]*|\(b\)\([1-9]\)(\([A-F]\))?)$")]


def _cell(given: Any) -> Any:
    if given is None or (isinstance(given, str | int | calendar.date) and not isinstance(given, bool)):
        return given
    raise ValueError("is not text, a whole number or a date")


def _roster_kind(given: Any) -> str:
    return "file" if isinstance(given, str) else "rows"


def _objection_kind(given: Any) -> str:
    return "objection" if isinstance(given, dict) else "code"


_Rows = list[dict[str, Annotated[Any, BeforeValidator(_cell)]]]
_Roster = Annotated[Annotated[str, Tag("file")] | Annotated[_Rows, Tag("rows")], Discriminator(_roster_kind)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CaptionShape(_Entry):
    """The block `matter`: what the action is called."""

    name: Name
    caption: Text = ""
    docket: Text = ""
    court: Text = ""


class ObjectionShape(_Entry):
    """An objection with more than its code: the day it was asserted (left out: the response's), its grounds, and what
    the response says of withholding on it (Rule 34(b)(2)(C))."""

    basis: Code
    date: Day | None = None
    grounds: Text = ""
    withholding_statement: Name | None = None


_Objection = Annotated[
    Annotated[Code, Tag("code")] | Annotated[ObjectionShape, Tag("objection")], Discriminator(_objection_kind)
]


class ResponseShape(_Entry):
    """A written response: when it was served and the objections it asserts, each a code or a block."""

    served: Day
    asserted: list[_Objection] = []
    withholding_statement: Name | None = None


class RequestShape(_Entry):
    """A request for production, and which documents answer it."""

    number: Number
    text: Text = ""
    served: Day | None = None
    response: ResponseShape | None = None
    custodians: list[Name] = []
    folders: list[Name] = []


class OrderShape(_Entry):
    """An order of the court. ``officers`` is left out where it does not speak of them."""

    ecf: Number
    date: Day
    kind: Name
    permits: list[Code] = []
    officers: OfficerOrder | None = None
    says: Text = ""
    vacated: Day | None = None


class StipulationShape(_Entry):
    """A stipulation or stated non-opposition."""

    date: Day
    kind: Name
    permits: list[Code] = []
    ecf: Number | None = None
    says: Text = ""


class BatesShape(_Entry):
    """How the production is numbered."""

    prefix: str
    digits: int = 7
    start: int = 1


class CustodianShape(_Entry):
    """A custodian, and the folders whose documents are theirs."""

    name: Name
    folders: Annotated[list[Name], Field(min_length=1)]


class DesignationShape(_Entry):
    """A tier of confidentiality, with the legend for its pages and the order that provides for it."""

    name: Name
    legend: Name
    order: Number | None = None


class ReviewerShape(_Entry):
    """Somebody who answers for decisions."""

    name: Name
    part: ReviewerPart = ReviewerPart.REVIEWER


class LogProtocolShape(_Entry):
    """When and how the log is served; ``order`` is the ECF number of the order that says so."""

    form: LogForm = LogForm.DOCUMENT
    served: Day | None = None
    extended_to: Day | None = None
    order: Number | None = None


class SignOffShape(_Entry):
    """Rows of the re-identification report that counsel accepts, by whom, when and why."""

    rows: Annotated[list[Annotated[str, StringConstraints(pattern=r"^RQ-[0-9a-f]{10}$")]], Field(min_length=1)]
    by: Name
    on: Day
    because: Name


class SampleShape(_Entry):
    """The QC sample that must be judged before a release: how many pages on which nothing is withheld."""

    size: Annotated[int, Field(ge=1)]


class SignInShape(_Entry):
    """An organisation's own accounts: its OpenID Connect issuer, and the claim that says who somebody is."""

    issuer: Annotated[Name, StringConstraints(pattern=r"^https?://[^\s?#]+$")]
    client_id: Name
    claim: Name = "email"


class MatterFile(_Entry):
    """matter.yaml."""

    matter: CaptionShape
    mode: Mode = Mode.RULE34
    parties: list[Name] = []
    counsel: list[Name] = []
    officials: list[Name] = []
    requests: list[RequestShape] = []
    default_request: Number | None = None
    orders: list[OrderShape] = []
    stipulations: list[StipulationShape] = []
    profile: Name = "identity"
    packs: Annotated[list[Name], Field(min_length=1)] = ["section-1367"]
    k_min: Annotated[int, Field(ge=2)] = 5
    sign_offs: list[SignOffShape] = []
    bates: BatesShape
    legend: Text = ""
    designation: Name | None = None
    designations: list[DesignationShape] = []
    custodian: Text = ""
    custodians: list[CustodianShape] = []
    reviewers: list[ReviewerShape] = []
    sign_in: SignInShape | None = None
    log_protocol: LogProtocolShape = LogProtocolShape()
    roster: _Roster = []
    pseudonyms: bool = False
    language_model: Name = OWN_LANGUAGE_MODEL
    ocr_languages: Annotated[list[OcrLanguage], Field(min_length=1)] = ["eng"]
    unexplained: UnexplainedWords = UnexplainedWords.NEAR_PEOPLE
    assumed: bool = False
    database: Name | None = None
    qc_sample: SampleShape | None = None
