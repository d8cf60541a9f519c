"""What is wrong with a matter file although each of its keys is right: dates that cannot be, things cited and absent.

Every problem names file, line and key, and says what to do. Nothing here repeats what stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from redactor.matter.records import Mode
from redactor.matter.shape import MatterFile, ObjectionShape
from redactor.model import BasisCode
from redactor.yamlfile import KeyPath, YamlFile

PRIVILEGES = frozenset({"AC", "WP", "DP", "LEP"})
"""Privileges (law: § 1.5); under FOIA the exemption that holds them is named instead."""


def problems(file: YamlFile[MatterFile]) -> list[str]:
    """One line for each thing that is wrong, in the order of the file's parts."""
    found = [*_codes(file), *_dates(file), *_twice(file), *_orders_cited(file), *_names_cited(file)]
    return [file.problem(where, what) for where, what in found]


def cited(file: YamlFile[MatterFile]) -> Iterator[tuple[KeyPath, BasisCode]]:
    """Every basis code of the file and where it stands."""
    for place, request in enumerate(file.value.requests):
        for spot, given in enumerate(request.response.asserted if request.response else ()):
            code = given.basis if isinstance(given, ObjectionShape) else given
            yield ("requests", place, "response", "asserted", spot), BasisCode(code)
    for key in ("orders", "stipulations"):
        for place, entry in enumerate(getattr(file.value, key)):
            for spot, code in enumerate(entry.permits):
                yield (key, place, "permits", spot), BasisCode(code)


_Found = Iterator[tuple[KeyPath, str]]


def _codes(file: YamlFile[MatterFile]) -> _Found:
    foia = file.value.mode is Mode.FOIA
    for where, code in cited(file):
        if code.startswith("(") and not foia:
            # 5 U.S.C. § 552(b) limits what the public may ask of an agency, not what a party may ask in an action.
            yield where, "a FOIA exemption is not an objection under Rule 34; name a basis code, or set `mode: foia`"
        if code in PRIVILEGES and foia:
            yield where, "a privilege is withheld as (b)(5) or (b)(7)(E) under FOIA; name the exemption"


def _dates(file: YamlFile[MatterFile]) -> _Found:
    for place, request in enumerate(file.value.requests):
        response = request.response
        if response is None:
            continue
        if _before(response.served, request.served):
            yield ("requests", place, "response", "served"), "is before the request was served; correct one of the two"
        for spot, given in enumerate(response.asserted):
            if isinstance(given, ObjectionShape) and _before(given.date, request.served):
                where = ("requests", place, "response", "asserted", spot, "date")
                yield where, "is before the request was served; an objection answers a request"
    for place, order in enumerate(file.value.orders):
        if _before(order.vacated, order.date):
            yield ("orders", place, "vacated"), "is before the order was made; correct one of the two"
    served = [r.response.served for r in file.value.requests if r.response]
    if served and _before(file.value.log_protocol.extended_to, min(served)):
        yield ("log_protocol", "extended_to"), "is before the response was served, so it extends nothing"


def _before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _twice(file: YamlFile[MatterFile]) -> _Found:
    value = file.value
    for key, names in (
        ("requests", [request.number for request in value.requests]),
        ("orders", [order.ecf for order in value.orders]),
        ("designations", [designation.name for designation in value.designations]),
        ("reviewers", [reviewer.name for reviewer in value.reviewers]),
        ("custodians", [custodian.name for custodian in value.custodians]),
    ):
        for place, name in enumerate(names):
            if name in names[:place]:
                yield (key, place), "is there twice; give each its own entry"


def _orders_cited(file: YamlFile[MatterFile]) -> _Found:
    value = file.value
    known = {order.ecf for order in value.orders}
    places: list[tuple[KeyPath, str | None]] = [
        (("designations", place, "order"), designation.order) for place, designation in enumerate(value.designations)
    ]
    places.append((("log_protocol", "order"), value.log_protocol.order))
    for where, ecf in places:
        if ecf is not None and ecf not in known:
            yield where, "cites an order that `orders` does not hold; add the order there, with its date"


def _names_cited(file: YamlFile[MatterFile]) -> _Found:
    value = file.value
    if value.default_request is not None and value.default_request not in {r.number for r in value.requests}:
        yield ("default_request",), "is the number of no request; add the request, or correct the number"
    if value.designation is not None and value.designation not in {d.name for d in value.designations}:
        yield ("designation",), "names none of `designations`; add it there, with its legend"
    if value.designation is not None and value.legend:
        yield ("legend",), "the designation has a legend already; leave one of the two out"
    answerable = {*value.counsel, *(reviewer.name for reviewer in value.reviewers)}
    for place, sign_off in enumerate(value.sign_offs):
        if sign_off.by not in answerable:
            yield ("sign_offs", place, "by"), "is nobody of `counsel` or `reviewers`; add the name to one of them"
    known = {value.custodian, *(custodian.name for custodian in value.custodians)}
    for place, request in enumerate(value.requests):
        for spot, name in enumerate(request.custodians):
            if name not in known:
                yield (
                    ("requests", place, "custodians", spot),
                    "is no custodian of this file; add the name under `custodians`, with its folders",
                )
