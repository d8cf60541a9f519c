"""The matter as the rest of the program sees it: frozen records, with the few questions that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from redactor.bates import BatesFormat
from redactor.model import OWN_LANGUAGE_MODEL, Basis, BasisCode, ProtectionStatus, Role

ASSUMED = "Assumed; to be confirmed by counsel"
"""Where a basis is said to be asserted while the matter file is the protective default."""


class OfficerOrder(StrEnum):
    """What an order says of the names of line-level officers."""

    PRODUCE = "produce"
    WITHHOLD = "withhold"


@dataclass(frozen=True, slots=True)
class Response:
    """A written response to one request (Rule 34(b)(2)). ``withholding_statement`` is the words of (b)(2)(C)."""

    served: date
    asserted: tuple[BasisCode, ...]
    withholding_statement: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A request for production (Rule 34(a)), and the response to it where one was served."""

    number: str
    text: str
    served: date | None
    response: Response | None


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the court: its ECF number, and the bases it permits to withhold on."""

    ecf: str
    date: date
    kind: str
    permits: tuple[BasisCode, ...]
    officers: OfficerOrder | None


@dataclass(frozen=True, slots=True)
class Stipulation:
    """What the parties agreed, or did not oppose."""

    date: date
    kind: str
    permits: tuple[BasisCode, ...]


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A person whom the matter's own list names. ``status`` has passed the tests of ``roster.py``.

    What identifies the person is left out of ``repr``, so that no trace-back shows it.
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


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter. ``officials`` (the judge of the action among them), ``parties`` and ``counsel`` are never withheld.

    ``folder`` is where the matter file stands: the folders of rule packs are relative to it. ``assumed`` says that
    nobody has confirmed the bases yet; ``pseudonyms``, that names and A-Numbers carry one random name a person;
    ``language_model``, which one reads the text for names.
    ``notices`` are for a person to weigh; they name lines, never values.
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
    folder: Path | None = None
    notices: tuple[str, ...] = ()

    @property
    def officers_withheld(self) -> bool:
        """Whether line-level officers' names are withheld: the latest order that speaks of them decides."""
        speaking = [order for order in self.orders if order.officers is not None]
        if not speaking:
            return False
        latest = max(order.date for order in speaking)
        return any(order.officers is OfficerOrder.WITHHOLD for order in speaking if order.date == latest)

    def bases(self, authorities: Mapping[BasisCode, str]) -> Mapping[BasisCode, Basis]:
        """Each code of ``authorities`` as a basis that cites its authority and says where it was asserted.

        In an assumed matter a basis that is nowhere recorded counts as asserted, and as not confirmed.
        """
        return {code: self._basis(code, authority) for code, authority in authorities.items()}

    def _basis(self, code: BasisCode, authority: str) -> Basis:
        places = [
            *(f"Response of {r.response.served}" for r in self.requests if r.response and code in r.response.asserted),
            *(f"ECF {order.ecf}" for order in self.orders if code in order.permits),
            *(f"{s.kind[:1].upper()}{s.kind[1:]} of {s.date}" for s in self.stipulations if code in s.permits),
        ]
        if places:
            return Basis(code, authority, "; ".join(dict.fromkeys(places)))
        return Basis(code, authority, ASSUMED, confirmed=False) if self.assumed else Basis(code, authority)
