"""The matter as the rest of the program sees it: frozen records, with the few questions that follow from them."""

from __future__ import annotations

import datetime as calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from redactor.bates import BatesFormat
from redactor.model import OWN_LANGUAGE_MODEL, Basis, BasisCode, ProtectionStatus, Role, UnexplainedWords

ASSUMED = "Assumed; to be confirmed by counsel"
"""Where a basis is said to be asserted while the matter file is the protective default."""


class OfficerOrder(StrEnum):
    """What an order says of the names of line-level officers."""

    PRODUCE = "produce"
    WITHHOLD = "withhold"


class Mode(StrEnum):
    """The regime that documents go out under: a request of a party (Rule 34), a filing (Rule 5.2), or FOIA."""

    RULE34 = "rule34"
    FILING = "filing"
    FOIA = "foia"


@dataclass(frozen=True, slots=True)
class Objection:
    """One ground as a written response asserts it: its code, the day, its words, and what it says of withholding."""

    basis: BasisCode
    asserted: date
    grounds: str = ""
    withholding_statement: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A written response to one request (Rule 34(b)(2)). ``withholding_statement`` is the words of (b)(2)(C) for all
    objections that have none of their own."""

    served: date
    objections: tuple[Objection, ...]
    withholding_statement: str | None = None

    @property
    def asserted(self) -> tuple[BasisCode, ...]:
        """The codes of the grounds asserted."""
        return tuple(objection.basis for objection in self.objections)

    def statement(self, basis: BasisCode) -> str | None:
        """What the response says of materials withheld on ``basis``, or None where it is silent."""
        own = (o.withholding_statement for o in self.objections if o.basis == basis and o.withholding_statement)
        return next(own, self.withholding_statement)


@dataclass(frozen=True, slots=True)
class Request:
    """A request for production (Rule 34(a)), the response to it where one was served, and which documents answer it:
    those of ``custodians`` and those whose path fits one of ``folders`` (shell patterns)."""

    number: str
    text: str
    served: date | None
    response: Response | None
    custodians: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the court: its ECF number, and the bases it permits to withhold on. One that was ``vacated`` is kept
    for the record and permits nothing."""

    ecf: str
    date: date
    kind: str
    permits: tuple[BasisCode, ...]
    officers: OfficerOrder | None
    says: str = ""
    vacated: calendar.date | None = None

    @property
    def in_force(self) -> bool:
        return self.vacated is None


@dataclass(frozen=True, slots=True)
class Stipulation:
    """What the parties agreed, or did not oppose; ``ecf`` where it was so ordered or filed."""

    date: date
    kind: str
    permits: tuple[BasisCode, ...]
    ecf: str | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Designation:
    """A tier of confidentiality: the legend that its pages bear, and the order that provides for it."""

    name: str
    legend: str
    order: str | None = None


class ReviewerPart(StrEnum):
    """What a reviewer may do: an attorney signs off, a second reader confirms, a reviewer decides."""

    ATTORNEY = "attorney"
    REVIEWER = "reviewer"
    SECOND_READER = "second_reader"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who answers for decisions."""

    name: str
    part: ReviewerPart


@dataclass(frozen=True, slots=True)
class SignIn:
    """Where reviewers sign in with their organisation's accounts: the OpenID Connect issuer, what it calls this
    program, and the claim of its ID tokens that `redactor reviewers add --identity` was given."""

    issuer: str
    client_id: str
    claim: str = "email"


@dataclass(frozen=True, slots=True)
class SignOff:
    """Rows of the re-identification report that somebody answers for: released as they are, and why (R-QI-3)."""

    rows: tuple[str, ...]
    by: str
    on: date
    because: str


class LogForm(StrEnum):
    """How withheld material is logged: document by document, or by category (Local Civil Rule 26.2(c))."""

    DOCUMENT = "document"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class LogProtocol:
    """When and how the log is served (Rules 26(f)(3)(D), 26(b)(5)(A); Local Civil Rule 26.2(b), (c)).

    ``extended_to`` is the day up to which the parties or the order ``ecf`` let the log follow the response.
    """

    form: LogForm = LogForm.DOCUMENT
    served: date | None = None
    extended_to: date | None = None
    ecf: str | None = None


class AppealPath(StrEnum):
    """Where a denial could be appealed, as far as it could (law: § 1367(a), "all opportunities for appeal")."""

    AAO = "aao"
    BIA = "bia"
    CIRCUIT = "circuit"
    NONE_AVAILABLE = "none_available"


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A person whom the matter's own list names. ``status`` has passed the tests of ``protection.py``.

    ``family_of`` is the name or A-Number of the person whose relative this is; ``place`` is file and line. What
    identifies the person is left out of ``repr``, so that no trace-back shows it.
    """

    last_name: str = field(repr=False)
    first_name: str = field(repr=False)
    aka: tuple[str, ...] = field(default=(), repr=False)
    a_number: str = field(default="", repr=False)
    date_of_birth: date | None = field(default=None, repr=False)
    role: Role = Role.SUBJECT
    form: str = field(default="", repr=False)
    filed: date | None = field(default=None, repr=False)
    status: ProtectionStatus = ProtectionStatus.UNKNOWN
    denied: date | None = field(default=None, repr=False)
    appeals_exhausted: date | None = field(default=None, repr=False)
    proof: str = field(default="", repr=False)
    signed_off_by: str = ""
    decision_id: str = field(default="", repr=False)
    appeal_path: AppealPath | None = None
    signed_off_on: date | None = None
    adults_in_case: int | None = None
    minors_in_case: int | None = None
    family_of: str = field(default="", repr=False)
    place: str = ""
    status_given: bool = False

    @property
    def proofs(self) -> tuple[str, ...]:
        """The documents that prove the status, parted by semicolons in the roster."""
        return tuple(filter(None, (each.strip() for each in self.proof.split(";"))))


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter. ``officials`` (the judge of the action among them), ``parties`` and ``counsel`` are never withheld.

    ``custodians`` are custodians by the shell patterns of their folders; ``custodian`` is everybody else's.
    ``default_request`` is what a document answers that no request claims. ``cited`` are the file's basis codes and
    their places. ``folder`` is where the matter file stands: the folders of rule packs are relative to it.
    ``assumed`` says that nobody has confirmed the bases yet; ``pseudonyms``, that names and A-Numbers carry one
    random name a person; ``unexplained``, what becomes of words that nothing explains; ``language_model``, which one
    reads the text for names; ``ocr_languages``, those of scanned pages, as Tesseract names them. ``notices`` are for a
    person to weigh; they name lines, never values. ``database`` is the SQLAlchemy URL of a team's database (None: a
    file in ``work-product/``); ``qc_sample``, how many pages on which nothing is withheld must be judged before a
    release (None: nobody asks).
    """

    name: str
    caption: str
    docket: str
    court: str
    parties: tuple[str, ...]
    counsel: tuple[str, ...]
    officials: tuple[str, ...]
    requests: tuple[Request, ...]
    orders: tuple[Order, ...]
    stipulations: tuple[Stipulation, ...]
    profile: str
    packs: tuple[str, ...]
    bates: BatesFormat
    legend: str
    custodian: str
    roster: tuple[RosterEntry, ...] = field(repr=False)
    assumed: bool
    pseudonyms: bool = False
    language_model: str = OWN_LANGUAGE_MODEL
    ocr_languages: tuple[str, ...] = ("eng",)
    unexplained: UnexplainedWords = UnexplainedWords.NEAR_PEOPLE
    folder: Path | None = None
    notices: tuple[str, ...] = ()
    mode: Mode = Mode.RULE34
    default_request: str | None = None
    custodians: tuple[tuple[str, tuple[str, ...]], ...] = ()
    designations: tuple[Designation, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    sign_in: SignIn | None = None
    log_protocol: LogProtocol = LogProtocol()
    k_min: int = 5
    sign_offs: tuple[SignOff, ...] = ()
    cited: tuple[tuple[BasisCode, str], ...] = ()
    database: str | None = field(default=None, repr=False)
    qc_sample: int | None = None

    @property
    def officers_withheld(self) -> bool:
        """Whether line-level officers' names are withheld: the latest order that speaks of them decides."""
        speaking = [order for order in self.orders if order.in_force and order.officers is not None]
        if not speaking:
            return False
        latest = max(order.date for order in speaking)
        return any(order.officers is OfficerOrder.WITHHOLD for order in speaking if order.date == latest)

    @property
    def order_names(self) -> frozenset[str]:
        """Every order in force, by its ECF number and by its kind, in small letters."""
        return frozenset(name.casefold() for o in self.orders if o.in_force for name in (o.ecf, o.kind))

    def custodian_of(self, source: str) -> str:
        """Whose document it is, by the path it came from."""
        mine = (name for name, folders in self.custodians if any(_fits(source, folder) for folder in folders))
        return next(mine, self.custodian)

    def requests_of(self, source: str) -> tuple[str, ...]:
        """The numbers of the requests that a document answers, by its path.

        Those that claim its folder or custodian; else the default one; else every request, so that a basis must have
        been asserted for all of them.
        """
        custodian = self.custodian_of(source)
        claimed = [
            request.number
            for request in self.requests
            if custodian in request.custodians or any(_fits(source, folder) for folder in request.folders)
        ]
        if claimed:
            return tuple(claimed)
        return (self.default_request,) if self.default_request else tuple(r.number for r in self.requests)

    def bases(self, authorities: Mapping[BasisCode, str], request: str | None = None) -> Mapping[BasisCode, Basis]:
        """Each code of ``authorities`` as a basis that cites its authority and says where it was asserted: in the
        response to ``request`` (None: to any), in an order or in a stipulation.

        In an assumed matter a basis that is nowhere recorded counts as asserted, and as not confirmed.
        """
        return {code: self._basis(code, authority, request) for code, authority in authorities.items()}

    def _basis(self, code: BasisCode, authority: str, request: str | None) -> Basis:
        places = list(dict.fromkeys(self._places(code, request)))
        if places:
            return Basis(code, authority, "; ".join(places))
        return Basis(code, authority, ASSUMED, confirmed=False) if self.assumed else Basis(code, authority)

    def _places(self, code: BasisCode, request: str | None) -> Iterator[str]:
        for asked in self.requests:
            if asked.response and request in (None, asked.number):
                yield from (f"Response of {o.asserted}" for o in asked.response.objections if o.basis == code)
        yield from (f"ECF {order.ecf}" for order in self.orders if order.in_force and code in order.permits)
        for agreed in self.stipulations:
            if code in agreed.permits:
                filed = f" (ECF {agreed.ecf})" if agreed.ecf else ""
                yield f"{agreed.kind[:1].upper()}{agreed.kind[1:]} of {agreed.date}{filed}"


def _fits(source: str, pattern: str) -> bool:
    """Whether a path, or the end of one, fits a shell pattern; capitals do not count."""
    path = source.replace("\\", "/").casefold()
    plain = pattern.casefold().strip("/")
    return any(fnmatchcase(path, f"{lead}{plain}{tail}") for lead in ("", "*/") for tail in ("", "/*"))
