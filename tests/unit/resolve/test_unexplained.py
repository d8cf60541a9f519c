"""A word that no list, form or finding accounts for is a finding; where it stands near a protected person, it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from factories import KEY, claim, document, merged

from redactor.model import Category, Detection, Document, Finding, Passage, Role, SubjectId
from redactor.resolve import same_word_same_answer, unexplained

NOTICE = "Notice to Appear (Form I-862)"
COURT = "Federal court paper"


def found_in(page: Document, claims: Sequence[Detection] = (), *, whose: str | None = None) -> list[Finding]:
    """The unexplained findings of a document with these claims; ``whose`` makes the claimed names a known person's."""
    known = merged(page, list(claims))
    if whose:
        known = [replace(f, subject=SubjectId(whose)) for f in known]
    return list(unexplained(page, known, KEY))


def words(page: Document, found: Sequence[Finding]) -> list[str]:
    return [page.text(one.span) for one in found]


def test_a_name_that_no_recognizer_saw_is_a_weak_finding() -> None:
    page = document("On Monday the team met Zorbiquen outside the courthouse.")
    [found] = found_in(page)
    assert found.category is Category.UNEXPLAINED
    assert page.text(found.span) == "Zorbiquen"
    assert found.score == 0.1
    assert found.role is Role.UNKNOWN


def test_a_word_inside_another_finding_is_accounted_for_even_where_that_is_produced() -> None:
    page = document("Zorbiquen v. Quandira, 12 F.3d 34")
    assert words(page, found_in(page)) == ["Zorbiquen", "Quandira"]
    assert found_in(page, [claim(page, "Zorbiquen v. Quandira", Category.CASE_NAME)]) == []


def test_a_finding_in_stream_order_accounts_for_the_same_glyphs_on_the_page() -> None:
    page = document("Then Zorbiquen left")
    stream = replace(page.passage("p1"), address="p1/stream")
    both = replace(page, passages=(*page.passages, stream))
    [seen] = merged(both, [claim(both, "Zorbiquen", passage="p1/stream")])
    assert list(unexplained(both, [seen], KEY)) == []
    assert [one.span.passage for one in unexplained(both, [], KEY)] == ["p1"]


def test_words_that_stand_together_are_one_finding() -> None:
    page = document("They spoke to Zorbiquen Quandira, and to Wexomil.")
    assert words(page, found_in(page)) == ["Zorbiquen Quandira", "Wexomil"]


@pytest.mark.parametrize(
    ("address", "text", "word"),
    [
        ("meta:Author", "Zorbiquen", "Zorbiquen"),
        ("annot:p1/1", "call Zorbiquen first", "Zorbiquen"),
        ("outline", "Interview of Zorbiquen", "Zorbiquen"),
        ("name", "Zorbiquen memo.pdf", "Zorbiquen"),
        ("p1/hidden", "Then Zorbiquen left", "Zorbiquen"),
        ("field:Name", "Name: Zorbiquen", "Zorbiquen"),
    ],
)
def test_off_page_text_is_looked_at_too(address: str, text: str, word: str) -> None:
    page = document("Nothing here.", more=[Passage(address, text)])
    assert words(page, found_in(page)) == [word]


def test_names_of_a_files_parts_are_left_to_the_recognizers() -> None:
    more = [Passage("key:JS", "var Zorbiquen = 1"), Passage("field:Pt1Line4", "Zorbiquen")]
    assert found_in(document("Nothing here.", more=more)) == []


def test_a_word_in_a_known_persons_sentence_is_near_a_person() -> None:
    page = document(
        "Wen Muster lives with Zorbiquen in the same house. The weather report named Quandira that day.",
    )
    near, far = found_in(page, [claim(page, "Wen Muster", role=Role.SUBJECT)], whose="S1")
    assert (page.text(near.span), near.near_person) == ("Zorbiquen", True)
    assert (page.text(far.span), far.near_person) == ("Quandira", False)
    assert "sentence" in near.detections[0].reason


def test_a_stop_after_a_title_or_an_initial_ends_no_sentence() -> None:
    page = document("Wen Muster was met by Mr. B. Zorbiquen at No. 4.")
    [found] = found_in(page, [claim(page, "Wen Muster", role=Role.SUBJECT)], whose="S1")
    assert found.near_person


def test_a_sentence_runs_over_the_end_of_a_long_line_and_not_of_a_short_one() -> None:
    prose = "Wen Muster said in the hallway of the courthouse that the\nneighbour Zorbiquen had called the police."
    heading = "Wen Muster\nZorbiquen"
    for text, near in ((prose, True), (heading, False)):
        page = document(text)
        [found] = found_in(page, [claim(page, "Wen Muster", role=Role.SUBJECT)], whose="S1")
        assert found.near_person is near, text


def test_an_officers_sentence_is_not_a_protected_persons() -> None:
    page = document("Officer Ada Muster wrote to Zorbiquen.")
    [found] = found_in(page, [claim(page, "Ada Muster", role=Role.OFFICER)], whose="S1")
    assert not found.near_person


def test_a_name_that_only_a_model_guessed_makes_no_sentence_a_persons() -> None:
    page = document("See Wen Muster and Zorbiquen.")
    [found] = found_in(page, [claim(page, "Wen Muster", score=0.4)])
    assert not found.near_person


@pytest.mark.parametrize(
    ("text", "doc_type", "near"),
    [
        ("Place seen: Zorbiquen", NOTICE, True),
        ("Place seen: Zorbiquen", COURT, False),
        ("The respondent then named Zorbiquen as a friend.", NOTICE, True),
        ("The respondent then named Zorbiquen as a friend.", COURT, False),
        ("Subject: Zorbiquen", "E-mail", False),
        ("DO Ada Muster\tZorbiquen\nName and Signature of Officer\tName or Number of Interpreter", NOTICE, True),
        ("DO Ada Muster\tZorbiquen\nName and Signature of Officer\tName or Number of Interpreter", COURT, False),
        ("Then in the early morning the team had Diego wait in the hallway there.", NOTICE, True),
        ("Then in the early morning the team had Diego wait in the hallway there.", COURT, False),
        ("Then in the early morning the team had the Zorbiquen list in the hallway there.", NOTICE, False),
    ],
)
def test_on_a_persons_own_papers_a_label_or_the_word_for_the_person_is_enough(
    text: str, doc_type: str, near: bool
) -> None:
    found = found_in(document(text, doc_type=doc_type))
    assert found[-1].near_person is near


def test_a_form_field_is_always_near_its_person() -> None:
    page = document("Nothing here.", more=[Passage("field:Other", "Other: Zorbiquen")])
    assert found_in(page)[0].near_person


def test_a_name_written_small_in_a_message_is_always_near_a_person() -> None:
    page = document("did rosenkrantz tell u\nhe left the house")
    [found] = found_in(page)
    assert (page.text(found.span), found.near_person) == ("rosenkrantz", True)


def test_one_word_gets_one_answer_in_the_whole_matter() -> None:
    one = document("Wen Muster met Zorbiquen there.", number=1)
    two = document("The list names Zorbiquen and Quandira.", number=2)
    first = found_in(one, [claim(one, "Wen Muster", role=Role.SUBJECT)], whose="S1")
    answered = same_word_same_answer([*first, *found_in(two)])
    assert {two.text(f.span): f.near_person for f in answered if f.document == two.id} == {
        "Zorbiquen": True,
        "Quandira": False,
    }


def test_a_line_of_which_a_scanner_made_garbage_is_one_finding() -> None:
    page = document("Zxqv Wbnk Pfrt Gjhm Tklz\nThen Zorbiquen left")
    [passage] = page.passages
    poor = tuple(replace(word, confidence=0.3 if word.start < 24 else 0.95) for word in passage.words)
    read = replace(page, passages=(replace(passage, words=poor),))
    spread = replace(page, passages=(replace(passage, text=passage.text.replace(" ", "\t")),))
    assert words(read, found_in(read)) == ["Zxqv Wbnk Pfrt Gjhm Tklz", "Zorbiquen"]
    assert len(found_in(spread)) == 6


def test_the_filing_stamp_of_a_court_paper_is_no_number_of_a_person() -> None:
    pages = [f"Case 21-0000, Stamp 55501{4_000}, Page{n} of 4\nText of page {n}." for n in range(1, 5)]
    assert found_in(document(*pages, doc_type=COURT)) == []
    assert len(found_in(document(*pages, doc_type=NOTICE))) == 8


def test_a_court_paper_may_call_a_cited_case_by_one_of_its_names() -> None:
    text = "Zorbiquen v. Quandira, 12 F.3d 34. As Zorbiquen held, this is so."
    for doc_type, left in ((COURT, []), (NOTICE, ["Zorbiquen"])):
        page = document(text, doc_type=doc_type)
        assert words(page, found_in(page, [claim(page, "Zorbiquen v. Quandira", Category.CASE_NAME)])) == left


def test_reasons_and_ids_hold_no_text() -> None:
    page = document("Then Zorbiquen left")
    [found] = found_in(page)
    assert "zorbi" not in repr(found).casefold()
