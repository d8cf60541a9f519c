"""A registered name in each disguise of these papers: short, initialled, cut off, misread, in an address, in a plural."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import claim, document, found_again, hits, merged, registry, roster

from redactor.model import Category, Role
from redactor.resolve import KnownPerson
from redactor.resolve.nicknames import also_called

JOSE = roster("EJEMPLO QUISPE, José Antonio")
ROSA = roster("MUSTERO EJEMPLO, Rosa Elena", numbers=[(Category.A_NUMBER, "A200 555 111")])


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("jose", "chepe"), ("jose", "pepe"), ("guadalupe", "lupe"), ("francisco", "paco"), ("ignacio", "nacho"),
        ("guillermo", "memo"), ("roberto", "beto"), ("concepcion", "concha"), ("rosario", "chayo"),
        ("antonio", "tono"), ("william", "bill"), ("mohammad", "md"), ("dmitri", "dima"), ("fatoumata", "fatou"),
    ],
)  # fmt: skip
def test_short_forms_of_given_names_are_known_both_ways(given: str, short: str) -> None:
    assert short in also_called(given)
    assert given in also_called(short)


@pytest.mark.parametrize("text", ["Chepe Ejemplo", "EJEMPLO QUISPE, PEPE", "Toño Quispe", "chepe ejemplo"])
def test_a_nickname_with_a_surname_is_the_persons_full_name(text: str) -> None:
    assert found_again(f"They call for {text} today", JOSE) == {text}


def test_a_nickname_alone_counts_in_papers_that_name_the_person() -> None:
    assert found_again("Mr. Ejemplo left. Chepe was seen.", JOSE) == {"Ejemplo", "Chepe"}
    assert found_again("Somebody left. Chepe was seen.", JOSE) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ms. Mustero came. R.E.M.E. agreed.", {"Mustero", "R.E.M.E."}),
        ("Ms. Mustero came. R. E. M. agreed.", {"Mustero", "R. E. M."}),
        ("Ms. Mustero came; R.M. agreed", {"Mustero", "R.M."}),
        ("Matter of R-E-M-", {"R-E-M-"}),
        ("a filing by R.E.M. for relief", {"R.E.M."}),
        ("Ms. Mustero came. RME said no.", {"Mustero", "RME"}),
        ("Rosa Mustero (“REM”) came. Later REM left.", {"Rosa Mustero", "REM"}),
        ("the minor child, RME, was heard with Ms. Mustero", {"RME", "Mustero"}),
        ("a sleep study (REM) was made", set()),
        ("R.M. is not named here", set()),
        ("8 U.S.C. and N.Y.S. and the F.B.I.", set()),
    ],
)
def test_initials_are_a_name_where_the_paper_makes_them_one(text: str, found: set[str]) -> None:
    assert found_again(text, ROSA) == found


def test_an_officers_initials_are_not_looked_for() -> None:
    officer = roster("SAMPLE EJEMPLO, Robin Kai", role=Role.OFFICIAL)
    assert found_again("Robin Sample came. R.K.S. agreed", officer) == {"Robin Sample"}


@pytest.mark.parametrize(
    ("text", "category", "found"),
    [
        ("write to rosa.mustero@example.org", Category.EMAIL, {"rosa.mustero@example.org"}),
        ("write to rmustero84@example.org", Category.EMAIL, {"rmustero84@example.org"}),
        ("write to mustero_r@example.org", Category.EMAIL, {"mustero_r@example.org"}),
        ("write to elenamustero@example.org", Category.EMAIL, {"elenamustero@example.org"}),
        ("she is @rosamustero on it", Category.ONLINE_IDENTIFIER, {"@rosamustero"}),
        ("account rmustero84 was used", Category.ONLINE_IDENTIFIER, {"rmustero84"}),
        ("see MusteroRosaNTA.pdf and REMusteroI213.pdf", Category.PERSON_NAME, {"MusteroRosaNTA"}),
        ("see ROSAMUSTERO-I213.pdf", Category.PERSON_NAME, {"ROSAMUSTERO"}),
        ("write to clerk@example.org", Category.EMAIL, set()),
        ("musterosity84 is a word", Category.ONLINE_IDENTIFIER, set()),
    ],
)
def test_a_name_written_into_an_address_account_or_file_name_is_found(
    text: str, category: Category, found: set[str]
) -> None:
    assert found_again(text, ROSA, category) >= found
    if not found:
        assert found_again(text, ROSA, category) == set()


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("Rosa Mustcro came", "Rosa Mustcro", "c for e beside her given name"),
        ("MUSTER0, ROSA", "MUSTER0, ROSA", "a zero for an O"),
        ("Rosa Mustreo came", "Rosa Mustreo", "two letters changed places"),
        ("A200 555 111 Mustcro", "Mustcro", "on the line of her number"),
        ("Roza Mustero came", "Mustero", "a short name is not guessed at"),
    ],
)
def test_a_damaged_name_is_found_where_its_person_belongs(text: str, found: str, why: str) -> None:
    claimed = found_again(text, ROSA)
    assert any(found in each or each in found for each in claimed), why
    covered = "".join(claimed)
    assert all(letter in covered for letter in found if letter.isalpha()), why


@pytest.mark.parametrize("text", ["a Mustcro sedan", "Musteros were sold", "the mustard was hot", "Gustero Ejido"])
def test_a_word_that_only_resembles_a_name_is_left_where_nobody_belongs(text: str) -> None:
    assert found_again(text, ROSA) == set()


def test_another_real_given_name_is_not_taken_for_a_mistyped_one() -> None:
    assert found_again("Marian met Beispiel and Mariana", roster("BEISPIEL, Maria")) == {"Beispiel"}


def test_on_a_page_that_ocr_has_read_the_surname_alone_is_enough() -> None:
    page = document("file A200 555 111\nMustcro was met")
    [passage] = page.passages
    words = tuple(replace(word, confidence=0.5) for word in passage.words)
    scanned = replace(page, passages=(replace(passage, words=words),))
    assert "Mustcro" in {scanned.text(one.span) for one in merged(scanned, [], ROSA)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MUSTERO EJEM…\tA200", {"MUSTERO EJEM"}),
        ("Mustero, Ros...\tNYC", {"Mustero, Ros"}),
        ("EJEMPLO-MUS…", {"EJEMPLO-MUS"}),
        ("Muste… and more", {"Muste"}),
        ("MUSTERO, ROS\tNYC", {"MUSTERO, ROS"}),
        ("Muse… and more", set()),
        ("the must… of it", set()),
    ],
)
def test_a_name_that_a_narrow_column_cut_off_is_found(text: str, found: set[str]) -> None:
    assert found_again(text, ROSA) == found


def test_a_family_is_found_in_the_plural_and_a_possessive_without_its_apostrophe() -> None:
    assert found_again("the Musteros live here", ROSA) == {"Musteros"}
    assert found_again("i have musteros phone", ROSA) == {"musteros"}


@pytest.mark.parametrize(
    ("roster_name", "text", "found"),
    [
        ("DE LA CRUZ, Ana", "Ana Delacruz", "Ana Delacruz"),
        ("WANG, Xiao Ming", "Xiaoming Wang", "Xiaoming Wang"),
        ("WANG, Xiaoming", "Wang Xiao Ming", "Wang Xiao Ming"),
        ("Le Thi Muster", "Ms. Le left", "Le"),
        ("US QUISPE, Ana", "Defendant Us left", "Us"),
        ("Łoś Muster, Paweł", "PAWEL LOS MUSTER", "PAWEL LOS MUSTER"),
        ("MUSTER, Ana", "Ana\tMuster", "Ana\tMuster"),
        ("MUSTER<<ANA", "Ana Muster", "Ana Muster"),
    ],
)
def test_joined_short_and_stroked_names_are_found(roster_name: str, text: str, found: str) -> None:
    assert found in found_again(text, roster(roster_name))


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Rosa Mustero, also known as La Flaca, came.", "Flaca"),
        ("Rosa Mustero goes by Quika at home.", "Quika"),
        ("MUSTERO, Rosa aka QUIKA / NENITA", "NENITA"),
        ("Rosa Mustero (“Quika”) came.", "Quika"),
        ("Rosa Mustero is my aunt; everyone calls her Quika.", "Quika"),
        ("Rosa Mustero, conocida como la Quika, vino.", "Quika"),
    ],
)
def test_an_alias_that_a_paper_gives_is_looked_for_there(text: str, alias: str) -> None:
    page = document(f"{text}\nThen {alias} left.")
    name = text[: text.index(",") + 6] if text.startswith("MUSTERO,") else "Rosa Mustero"
    known = registry({page: [claim(page, name, role=Role.SUBJECT)]})
    assert any(
        alias in page.text(one.detection.span) for one in hits(page, known) if one.detection.span.start > len(text)
    )


def test_a_name_that_goes_on_beside_its_claim_is_known_whole() -> None:
    page = document("Zephyrine Quetzalborn came. Later Zephyrine left.")
    known = registry({page: [claim(page, "Quetzalborn", role=Role.SUBJECT)]})
    assert "Zephyrine" in {page.text(one.detection.span) for one in hits(page, known)}


def test_the_first_of_two_who_share_a_surname_is_known_too() -> None:
    page = document("I know Wenceslao and Rosalba Mustero well. Wenceslao sings.")
    known = registry({page: [claim(page, "Rosalba Mustero", role=Role.SUBJECT)]})
    assert [page.text(one.detection.span) for one in hits(page, known)].count("Wenceslao") == 2


def test_no_reason_of_the_second_pass_holds_a_name() -> None:
    page = document("rosa.mustero@example.org Rosa Mustcro R.E.M. MUSTERO EJEM… Ms. Mustero")
    for one in hits(page, ROSA):
        assert "must" not in one.detection.reason.lower()
        assert "rosa" not in one.detection.reason.lower()


def test_one_surname_of_two_protected_people_is_nobodys_in_particular_until_the_paper_says_whose() -> None:
    people = registry(known=[KnownPerson((name,), Role.SUBJECT) for name in ("MUSTERO, Rosa", "MUSTERO, Iván")])
    [either] = merged(document("Mustero left"), [], people)
    assert (either.subject, either.role) == (None, Role.SUBJECT)
    _, hers = merged(document("Rosa Mustero came. Mustero left"), [], people)
    assert hers.subject == people.persons[0].id
