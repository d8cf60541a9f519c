"""What a court may hold against the papers of a matter, though nothing in them is wrong in form (law: § 6.4)."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.matter.records import Matter, Response


def warnings(matter: Matter) -> tuple[str, ...]:
    """One line for each thing that counsel should mend or be ready to explain."""
    found: list[str] = []
    for request in matter.requests:
        if request.response is not None:
            found += _of_response(f"Request {request.number}", request.response, matter)
        elif not matter.assumed:
            found.append(f"Request {request.number}: no response is recorded, so no objection was asserted")
    return tuple(found)


def _of_response(which: str, response: Response, matter: Matter) -> Iterator[str]:
    log = matter.log_protocol
    due = max(response.served, log.extended_to or response.served)
    if log.served is not None and log.served > due:
        yield (
            f"{which}: the log of {log.served} follows the response of {response.served}; Local Civil Rule 26.2(b) "
            "wants it with the response, unless an extension is recorded (log_protocol.extended_to)"
        )
    if silent := [o.basis for o in response.objections if response.statement(o.basis) is None]:
        yield (
            f"{which}: the response does not say whether anything is withheld on {', '.join(silent)} "
            "(Rule 34(b)(2)(C)); record its withholding_statement"
        )
    if late := [o.basis for o in response.objections if o.asserted > response.served]:
        yield (
            f"{which}: {', '.join(late)} was first asserted after the response of {response.served} and may be waived "
            "(Rule 34(b)(2)(B))"
        )
