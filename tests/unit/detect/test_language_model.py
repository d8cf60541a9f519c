"""Language models by name: our own, another package's, a folder's, a plugin's; and never a download."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import spacy
from factories import document
from spacy.language import Language

from redactor import plugins
from redactor.detect import detect, presidio
from redactor.detect.language_model import language_model
from redactor.detect.names.model_spans import category_of, reason_of, role_read, score_of
from redactor.detect.tagger import load
from redactor.detect.tagger.pipe import FACTORY, PROBABILITIES
from redactor.errors import SetupError
from redactor.model import Category, Role

TEXT = "Later Quillermo Zembla spoke to the clerk."


def _ruled(pattern: str = "Quillermo Zembla", label: str = "PERSON") -> Language:
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": pattern}])
    return made


def offered() -> Language:
    """What a plugin's entry point names."""
    return _ruled()


def model_claims(name: str, text: str = TEXT) -> list[tuple[str, float]]:
    page = document(text)
    claims = detect(page, name)
    return [(page.text(c.span), c.score) for c in claims if c.recognizer == "ModelNameRecognizer"]


@pytest.fixture(autouse=True)
def _forget_readers() -> None:
    presidio._reader.cache_clear()


def test_our_own_says_how_sure_it_is_and_which_part_somebody_plays() -> None:
    doc = load()("Deportation Officer Kai Sample interviewed Rosa Muster.")
    assert doc.ents[0].label_ == "PERSON_OFFICER"
    assert len(doc.user_data[PROBABILITIES]) == len(doc.ents) == 2
    assert all(0 < p <= 1 for p in doc.user_data[PROBABILITIES])


def test_a_pipeline_kept_on_disk_tags_as_before(tmp_path: Path) -> None:
    nlp = load()
    nlp.get_pipe(FACTORY).to_disk(tmp_path / "kept")
    again = load()
    again.get_pipe(FACTORY).from_disk(tmp_path / "kept")
    text = "Rosa Muster told Wen Ejemplo."
    assert [(e.text, e.label_) for e in again(text).ents] == [(e.text, e.label_) for e in nlp(text).ents]


def test_tokens_cover_the_text_whatever_its_blanks_are() -> None:
    text = " a  b\n\n\tc 'd’s  \n"
    assert load()(text).text == text


def test_a_folder_with_a_pipeline_is_a_language_model(tmp_path: Path) -> None:
    _ruled().to_disk(tmp_path / "model")
    assert model_claims(str(tmp_path / "model")) == [("Quillermo Zembla", score_of(0.5))]


def test_another_package_offers_one_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("ruled", f"{__name__}:offered", "redactor.language_models")
    monkeypatch.setattr(plugins, "entry_points", lambda group, name=None: _points(point, group))
    assert model_claims("ruled")[0][0] == "Quillermo Zembla"


class _points(tuple):  # type: ignore[type-arg] # noqa: N801
    """What importlib.metadata answers: entry points with their names."""

    def __new__(cls, point: EntryPoint, group: str) -> _points:
        return super().__new__(cls, (point,) if group == point.group else ())

    @property
    def names(self) -> set[str]:
        return {point.name for point in self}


def test_a_model_that_is_not_installed_stops_the_run_and_names_itself() -> None:
    with pytest.raises(SetupError, match="en_core_web_absent is not installed") as stopped:
        detect(document("Respondent: Wen Muster"), "en_core_web_absent")
    assert stopped.value.exit_code == 10
    assert "Muster" not in str(stopped.value)


def test_a_folder_that_holds_no_pipeline_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot be loaded"):
        language_model(str(tmp_path))


def test_what_other_models_call_places_or_organisations_is_nothing_to_us() -> None:
    assert category_of("PERSON") is category_of("PER") is Category.PERSON_NAME
    assert category_of("GPE") is category_of("CARDINAL") is None
    assert category_of("ORG") is Category.ORGANISATION


def test_the_models_role_is_told_and_is_no_role_of_the_claim() -> None:
    page = document("Deportation Officer Kai Sample interviewed Rosa Muster.")
    claims = [c for c in detect(page) if c.recognizer == "ModelNameRecognizer" and page.text(c.span) == "Kai Sample"]
    assert [c.role for c in claims] == [None]
    assert [role_read(c.reason) for c in claims] == [Role.OFFICER]
    assert role_read(reason_of("PERSON_SUBJECT")) is role_read(reason_of("PERSON")) is None


def test_a_sure_model_name_is_sure_for_the_registry_and_less_than_a_cell() -> None:
    assert 0.8 <= score_of(0.95) <= score_of(1.0) <= 0.9
    assert score_of(0.5) < 0.5
