"""Names of persons, found four ways: beside a label, written LAST, First, after a title or a role word, and by model."""

from redactor.detect.names.labelled import LabelledNameRecognizer
from redactor.detect.names.last_first import LastFirstRecognizer
from redactor.detect.names.model import ModelNameRecognizer
from redactor.detect.names.public import CaseNameRecognizer
from redactor.detect.names.titled import TitledNameRecognizer

ALL = (
    LabelledNameRecognizer,
    LastFirstRecognizer,
    TitledNameRecognizer,
    CaseNameRecognizer,
    ModelNameRecognizer,
)

__all__ = ["ALL"]
