"""``redactor rules explain``: which rule decides a situation, and why the rules before it did not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from redactor.cli.packs import named_here
from redactor.cli.render_rules import explanation_as_json, explanation_report
from redactor.decide import SITUATION, Circumstances, Described, explain
from redactor.matter import default_matter, load_matter
from redactor.model import Category, ProtectionStatus, Role
from redactor.pipeline import policy_of

Word = TypeVar("Word", Category, Role, ProtectionStatus)


def _words(kind: type[Word]) -> click.Choice[str]:
    return click.Choice([word.value for word in kind], case_sensitive=False)


@click.command("explain")
@click.argument("category", type=_words(Category))
@click.option("--role", type=_words(Role), default=Role.UNKNOWN.value, show_default=True, help="Whose it is.")
@click.option(
    "--protection",
    type=_words(ProtectionStatus),
    default=ProtectionStatus.UNKNOWN.value,
    show_default=True,
    help="Where the person's § 1367 protection stands.",
)
@click.option("--doc-type", default="Document", show_default=True, help="As in the log's DocType column.")
@click.option(
    "--text", default="January 21, 2020", show_default=True, help="What stands there; an invented one will do."
)
@click.option("--score", type=click.FloatRange(0, 1), default=0.85, show_default=True, help="How sure the program is.")
@click.option("--within", type=_words(Category), multiple=True, help="Another finding that holds it whole.")
@click.option("--beside", multiple=True, metavar="CATEGORY[:ROLE]", help="What else stands on the page.")
@click.option("--request", "requests", multiple=True, help="Request that the document answers.")
@click.option("--profile", help="Profile. [default: the matter's]")
@click.option("--pack", "packs", multiple=True, help="Rule packs instead of the matter's, in their order.")
@click.option("--matter", "matter_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def explain_(  # one parameter for each option, as click asks for
    category: str,
    role: str,
    protection: str,
    doc_type: str,
    text: str,
    score: float,
    within: Sequence[str],
    beside: Sequence[str],
    requests: Sequence[str],
    profile: str | None,
    packs: Sequence[str],
    matter_file: Path | None,
    as_json: bool,
) -> None:
    """Say which rule decides about a CATEGORY (such as A_NUMBER) in a situation, and why no earlier rule does.

    Without --matter, nothing is known of the matter: every basis counts as asserted.
    """
    matter = load_matter(matter_file) if matter_file else default_matter()
    matter = replace(matter, profile=profile or matter.profile, packs=named_here(packs) or matter.packs)
    policy = policy_of(matter)
    if unknown := set(requests) - set(policy.by_request):
        raise click.UsageError(f"the matter has no request {', '.join(sorted(unknown))}")
    facts: Circumstances = policy.circumstances({SITUATION: ("",)})
    if requests:
        facts = replace(facts, requests={SITUATION: tuple(requests)})
    described = Described(
        text,
        Category(category.upper()),
        Role(role.lower()),
        ProtectionStatus(protection.lower()),
        score,
        tuple(Category(each.upper()) for each in within),
    )
    found = explain(policy.packs, described, facts, doc_type=doc_type, beside=[_beside(each) for each in beside])
    told = json.dumps(explanation_as_json(found, text)) if as_json else explanation_report(found, text)
    click.echo(told)


def _beside(given: str) -> Described:
    category, _, role = given.partition(":")
    try:
        return Described("beside it", Category(category.upper()), Role(role.lower() or Role.UNKNOWN))
    except ValueError:
        raise click.UsageError("--beside takes a category, or a category and a role: PERSON_NAME:subject") from None
