"""A form's edition is left alone, and what stands behind a form's number is not mistaken for one."""

from __future__ import annotations

import pytest
from factories import document

from redactor.detect import detect
from redactor.model import Category


def claimed(text: str, category: Category) -> set[str]:
    page = document(text)
    return {page.text(claim.span) for claim in detect(page) if claim.category is category}


def test_what_a_form_was_filed_for_is_found_behind_its_number() -> None:
    found = claimed("Subject has a pending Form I-918 petition for U nonimmigrant status.", Category.STATUS_1367)
    assert found == {"pending Form I-918 petition", "petition for U nonimmigrant status"}


@pytest.mark.parametrize("text", ["Form I-862 (Rev. 08/01/07)", "Form I-589 Edition 03/01/23"])
def test_a_forms_edition_is_no_date_of_anybody(text: str) -> None:
    assert claimed(text, Category.OTHER_DATE) == set()
