"""Names of persons: beside a label, in a zone whose layout tells, written LAST, First, after a title, and by model."""

from redactor.detect.names.address_block import AddressBlockRecognizer
from redactor.detect.names.beside_number import BesideNumberRecognizer
from redactor.detect.names.caption import CaptionRecognizer
from redactor.detect.names.chat import ChatRecognizer
from redactor.detect.names.form_sentences import FormSentenceRecognizer
from redactor.detect.names.initials import InitialsRecognizer
from redactor.detect.names.introduced import IntroducedRecognizer
from redactor.detect.names.known_as import KnownAsRecognizer
from redactor.detect.names.labelled import LabelledNameRecognizer
from redactor.detect.names.labelled_abroad import LabelledAbroadRecognizer
from redactor.detect.names.last_first import LastFirstRecognizer
from redactor.detect.names.letter import LetterRecognizer
from redactor.detect.names.machine_readable import MachineReadableRecognizer
from redactor.detect.names.mail_header import MailHeaderRecognizer
from redactor.detect.names.model import ModelNameRecognizer
from redactor.detect.names.public import CaseNameRecognizer
from redactor.detect.names.relations import RelationsRecognizer
from redactor.detect.names.signature_block import SignatureBlockRecognizer
from redactor.detect.names.testimony import TestimonyRecognizer
from redactor.detect.names.titled import TitledNameRecognizer

ALL = (
    LabelledNameRecognizer,
    LabelledAbroadRecognizer,
    LastFirstRecognizer,
    TitledNameRecognizer,
    RelationsRecognizer,
    KnownAsRecognizer,
    IntroducedRecognizer,
    InitialsRecognizer,
    FormSentenceRecognizer,
    BesideNumberRecognizer,
    AddressBlockRecognizer,
    MailHeaderRecognizer,
    LetterRecognizer,
    SignatureBlockRecognizer,
    CaptionRecognizer,
    ChatRecognizer,
    TestimonyRecognizer,
    MachineReadableRecognizer,
    CaseNameRecognizer,
    ModelNameRecognizer,
)

__all__ = ["ALL"]
