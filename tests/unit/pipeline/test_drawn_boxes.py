"""What a reviewer draws is gone from the volume, and the page is shown beforehand as it will be produced."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reviewed_matter import ANN
from small_matter import SmallMatter, small_matter

from redactor.model import Category, Disposition, Rect
from redactor.pipeline.desk import MatterDesk, open_desk
from redactor.pipeline.job import MatterFolder
from redactor.review.records import Choice, DrawnBox, Filter, Item

LINES = ("Staffing of the field office", "The word zebra stands here.", "Respondent: QUINTANILLA RUIZ, Marisol")
WIDTH, HEIGHT = 612, 792


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> SmallMatter:
    made = small_matter(tmp_path_factory.mktemp("drawn"), {"notice.pdf": LINES})
    made.scanned()
    return made


@pytest.fixture(scope="module")
def desk(matter: SmallMatter) -> MatterDesk:
    made = open_desk(MatterFolder(matter.folder / "out"))
    assert isinstance(made, MatterDesk)
    return made


def over(desk: MatterDesk, word: str) -> DrawnBox:
    """A box over a word of the first page, drawn with a free hand."""
    (document,) = (each.document for each in desk.progress())
    passage = desk._pages.passage(document, "p1")
    at = passage.text.index(word)
    quads = [each.quad for each in passage.words if each.start < at + len(word) and at < each.end]
    (quad,) = quads
    return DrawnBox(document, 1, Rect(quad.ul[0] - 3, quad.ul[1] - 2, quad.lr[0] + 3, quad.lr[1] + 2))


def dark(png: bytes, area: Rect) -> float:
    """The share of an area of a page's picture that is black."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    scale = picture.width / WIDTH
    part = picture.crop(tuple(round(each * scale) for each in (area.x0, area.y0, area.x1, area.y1)))
    shades = part.tobytes()
    return sum(shade < 60 for shade in shades) / len(shades)


def name_of(desk: MatterDesk) -> Item:
    wanted = Filter(categories=frozenset({Category.PERSON_NAME}))
    return next(item for of in desk.queue(wanted, 0, 10).groups for item in of if item.passage == "p1")


def test_the_picture_is_grey_and_shows_the_page_as_it_came_in(desk: MatterDesk) -> None:
    item = name_of(desk)
    picture = Image.open(io.BytesIO(desk.picture(item.document, 1, 72)))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "L", (WIDTH, HEIGHT))


def test_a_picture_of_absurd_sharpness_is_not_made(desk: MatterDesk) -> None:
    picture = Image.open(io.BytesIO(desk.picture(name_of(desk).document, 1, 100_000)))
    assert picture.width < 2000


def test_the_preview_covers_what_is_withheld_and_follows_each_decision(desk: MatterDesk) -> None:
    item = name_of(desk)
    quad = item.quads[0]
    area = Rect(quad.ul[0], quad.ul[1] + 1, quad.ul[0] + 30, quad.lr[1] - 1)  # a box is as wide as every other one
    assert dark(desk.picture(item.document, 1, 150), area) < 0.5
    assert dark(desk.preview(item.document, 1, 150), area) > 0.5
    zebra = over(desk, "zebra")
    assert dark(desk.preview(item.document, 1, 150), zebra.area) < 0.5
    drawn = desk.draw(ANN, zebra, Choice(Disposition.REDACT, "An animal that would tell."))
    assert dark(desk.preview(item.document, 1, 150), zebra.area) > 0.5
    desk.undo(ANN, drawn.finding, drawn.version)
    assert dark(desk.preview(item.document, 1, 150), zebra.area) < 0.5


def test_a_drawn_box_takes_its_words_out_of_the_volume_and_stands_in_the_log(
    desk: MatterDesk, matter: SmallMatter
) -> None:
    assert "zebra" in LINES[1]
    desk.draw(ANN, over(desk, "zebra"), Choice(Disposition.REDACT, "An animal that would tell."))
    released = matter.released()
    assert released.held == ()
    text = matter.text("notice.pdf")
    assert "zebra" not in text
    assert "The word" in text and "stands here." in text
    assert any(row["Description"].startswith("Personal, narrative") for row in matter.log)
