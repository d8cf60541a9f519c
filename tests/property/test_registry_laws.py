"""Laws of the registry: blind to order, the same on every scan, and no way to write a name that hides it."""

from __future__ import annotations

from collections.abc import Sequence

from factories import KEY, by_id, claim, document, hits, registry, roster
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_name_laws import names, words

from redactor.model import Category, Detection, Document, Role
from redactor.resolve import KnownPerson, Registry, registry_of
from redactor.resolve.names import fold
from redactor.vocabulary import NOT_NAMES

ROLES = (None, Role.SUBJECT, Role.OFFICER, Role.WITNESS, Role.UNKNOWN)
COMMON = ("court", "sunday", "rivers", "hope", "king", "law", "grace", "young", "sales", "price")


@st.composite
def papers(draw: st.DrawFn) -> tuple[Document, list[Detection]]:
    """A table of people: a name, an A-Number and perhaps a date of birth on each line."""
    number = draw(st.integers(1, 5))
    people = draw(st.lists(names(), min_size=1, max_size=4, unique_by=fold))
    files = draw(st.lists(st.integers(200_000_000, 200_000_005), min_size=len(people), max_size=len(people)))
    lines = [f"{name}\tA{file}\t03/0{file % 9 + 1}/1985" for name, file in zip(people, files, strict=True)]
    page = document("\n".join(lines), number=number)
    found = []
    for name, file in zip(people, files, strict=True):
        found.append(claim(page, name, role=draw(st.sampled_from(ROLES)), score=draw(st.sampled_from([0.5, 0.85]))))
        found.append(claim(page, f"A{file}", Category.A_NUMBER))
        found.append(claim(page, f"03/0{file % 9 + 1}/1985", Category.DATE_OF_BIRTH))
    return page, found


def built(matter: Sequence[tuple[Document, list[Detection]]]) -> Registry:
    documents = {page.id: page for page, _ in matter}
    claims = [each for page, found in matter if documents[page.id] is page for each in found]
    return registry_of(documents, claims, (), KEY)


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(), max_size=3, unique_by=lambda paper: paper[0].id), st.randoms(use_true_random=False))
def test_the_registry_does_not_depend_on_the_order_of_papers_or_claims(
    matter: list[tuple[Document, list[Detection]]], chance: object
) -> None:
    def shuffled(items: Sequence[object]) -> list[object]:
        return sorted(items, key=lambda _: chance.random())  # type: ignore[attr-defined]

    mixed = [(page, shuffled(found)) for page, found in shuffled(matter)]  # type: ignore[misc]
    assert built(mixed) == built(matter)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(), max_size=3, unique_by=lambda paper: paper[0].id))
def test_linking_a_second_time_joins_nobody_else(matter: list[tuple[Document, list[Detection]]]) -> None:
    once = built(matter)
    assert built([(page, [*found, *found]) for page, found in matter]) == once


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(), max_size=3, unique_by=lambda paper: paper[0].id))
def test_nobody_has_two_a_numbers(matter: list[tuple[Document, list[Detection]]]) -> None:
    for person in built(matter).persons:
        assert len([value for category, value in person.numbers if category is Category.A_NUMBER]) <= 1


@settings(max_examples=40, deadline=None)
@given(st.lists(papers(), min_size=1, max_size=3, unique_by=lambda paper: paper[0].id))
def test_ids_are_unique_tell_nothing_and_depend_on_the_key(matter: list[tuple[Document, list[Detection]]]) -> None:
    found = built(matter)
    assert len({person.id for person in found.persons}) == len(found.persons)
    documents = by_id(*(page for page, _ in matter))
    other = registry_of(documents, [each for _, claims in matter for each in claims], (), b"another key")
    assert not {person.id for person in found.persons} & {person.id for person in other.persons}


@settings(max_examples=40, deadline=None)
@given(papers(), papers())
def test_a_further_paper_about_others_leaves_a_persons_id_alone(
    one: tuple[Document, list[Detection]], other: tuple[Document, list[Detection]]
) -> None:
    assume(one[0].id != other[0].id)
    first, both = built([one]), built([one, other])
    strangers = {word for person in built([other]).persons for name in person.names for word in name.words}
    numbers = {number for person in built([other]).persons for number in person.numbers}
    kept = {person.id for person in both.persons}
    for person in first.persons:
        if not strangers & {word for name in person.names for word in name.words} and not numbers & person.numbers:
            assert person.id in kept


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(COMMON), words(), st.sampled_from(["the {} said so", "in {} last year", "a {} of the {}"]))
def test_a_surname_that_is_a_word_is_not_claimed_in_small_prose(common: str, first: str, prose: str) -> None:
    page = document(f"About it: {prose.replace('{}', common)}.")
    assert hits(page, roster(f"{common.upper()}, {first}")) == ()


@settings(max_examples=60, deadline=None)
@given(words(), words(), st.sampled_from(["Officer {} signed", "{} signed"]))
def test_a_namesake_in_a_released_role_never_releases_a_protected_surname(first: str, last: str, prose: str) -> None:
    assume(fold(first) != fold(last) and fold(last) not in NOT_NAMES)
    people = [
        KnownPerson((f"{last}, {first}",), Role.SUBJECT),
        KnownPerson((f"{last}, Robin",), Role.OFFICIAL),
    ]
    page = document(prose.format(last))
    roles = {one.detection.role for one in hits(page, registry(known=people))}
    assert Role.SUBJECT in roles
