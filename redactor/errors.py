"""What can stop a run: one tree, each branch with an exit code and a remedy.

    RedactorError                     1   (never raised itself)
    ├── InputError                    4   nothing usable was given
    ├── MatterFileError               5   matter.yaml or roster cannot be read
    ├── RulePackError                 6   a rule pack is wrong
    ├── OutputError                   7   the output folder cannot be used
    ├── VolumeVerificationError       8   the finished volume failed its last check; nothing was produced
    ├── BasisNotAssertedError         9   a basis in use was never asserted (Rule 34(b)(2)(B))
    ├── SetupError                   10   the installation lacks something
    ├── ReleasablePartError          11   a document would be withheld whole though a part could be produced
    ├── ReviewConflictError          12   somebody else decided in the meantime
    ├── NotPermittedError            13   the reviewer's role does not allow it
    ├── ReviewUnfinishedError        14   a release was asked for and people have not answered yet
    ├── DocumentError                 3   one document is held back; the run goes on
    │   ├── UnreadableDocumentError       not a sound PDF or image
    │   ├── PasswordRequiredError         encrypted, and the empty password does not open it
    │   ├── UnsupportedFormatError        not a format that can be redacted
    │   ├── UnreadablePageError           a page whose words could not be read
    │   ├── DetectionError                a recognizer could not finish
    │   ├── WriteError                    the writer could not make a copy
    │   ├── ResidueError                  the verifier found what should be gone
    │   └── WorkerLostError               the worker process crashed, hung or was killed
    └── InterruptedRunError         130   stopped from the keyboard

Exit code 3 also ends a run that produced a volume but held something back; 15, an audit that found a changed ledger.
Exit code 2 is click's: wrong usage.
A message names places (document id, page, rule, file that the user wrote), never a value read from a document.
"""

from __future__ import annotations

EXIT_HELD_BACK = 3
"""A volume was made, and at least one document was held back from it."""

EXIT_TAMPERED = 15
"""`redactor log audit` found that a line of the ledger or of the audit trail is not as it was written."""


class RedactorError(Exception):
    """Something that stops a run. ``remedy`` says what the user can do next."""

    exit_code = 1
    remedy = "Report this with the command you ran."

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        if remedy is not None:
            self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        # A keyword-only argument does not survive pickling by itself, and errors cross process borders here.
        return (_rebuilt, (type(self), str(self), self.remedy))


def _rebuilt(kind: type[RedactorError], message: str, remedy: str) -> RedactorError:
    return kind(message, remedy=remedy)


class InputError(RedactorError):
    """No document that could be worked on was given."""

    exit_code = 4
    remedy = "Give a PDF, a TIFF or another image, or a folder that holds some."


class MatterFileError(RedactorError):
    """matter.yaml, or the roster it names, cannot be read or is wrong. The message gives file and line."""

    exit_code = 5
    remedy = "Correct the line and run the command again; no volume was made."


class RulePackError(RedactorError):
    """A rule pack is wrong. The message gives file and line."""

    exit_code = 6
    remedy = "Correct the line; `redactor rules check` validates a pack without running anything."


class OutputError(RedactorError):
    """The output folder cannot be written, or is in use."""

    exit_code = 7
    remedy = "Choose a folder that you can write to with --out."


class VolumeVerificationError(RedactorError):
    """The finished volume failed its last check, and was not moved into productions/."""

    exit_code = 8
    remedy = "Nothing was produced. See work-product/verification.json for the checks that failed."


class BasisNotAssertedError(RedactorError):
    """A basis in use was not asserted in the written response, nor covered by an order (Rule 34(b)(2)(B))."""

    exit_code = 9
    remedy = "Record the objection, order or stipulation in matter.yaml, or change the rule that uses the basis."


class SetupError(RedactorError):
    """The installation lacks something that the run needs."""

    exit_code = 10
    remedy = "Install the package again: python3 -m pip install redactor"


class ReleasablePartError(RedactorError):
    """A document would be withheld in full although a part of it could be produced (Rule 34(b)(2)(C))."""

    exit_code = 11
    remedy = "Redact the part and produce the rest, or withhold every part of the document with a reason of its own."


class ReviewConflictError(RedactorError):
    """A finding has moved on since the reviewer looked at it; nothing was written."""

    exit_code = 12
    remedy = "Look at the finding again, and decide on what it says now."


class NotPermittedError(RedactorError):
    """The reviewer's role does not allow it."""

    exit_code = 13
    remedy = "Ask a supervising attorney."


class ReviewUnfinishedError(RedactorError):
    """Something that a person must answer is open, so nothing was released."""

    exit_code = 14
    remedy = (
        "Answer them: `redactor review DIR`. Without reviewers, `redactor run` on the same folder withholds what is"
        " undecided and lists it."
    )


class DocumentError(RedactorError):
    """One document cannot go out. It is *held*; the other documents go on."""

    exit_code = EXIT_HELD_BACK
    remedy = "Review the document by hand; work-product/held.csv lists it with the reason."


class UnreadableDocumentError(DocumentError):
    """The file is damaged, empty, or not what its name says."""

    remedy = "Get a sound copy from the custodian and run again."


class PasswordRequiredError(DocumentError):
    """The file is encrypted, and the empty password does not open it."""

    remedy = "Save a copy without the password and run again."


class UnsupportedFormatError(DocumentError):
    """The file is not a PDF or an image."""

    remedy = "Print or export it to PDF and run again."


class UnreadablePageError(DocumentError):
    """At least one page has no words that can be read, so nobody has looked for identifiers on it."""

    remedy = "Get a better scan from the custodian, or redact the document by hand."


class DetectionError(DocumentError):
    """A recognizer could not finish, so the document was not looked at as a whole."""


class WriteError(DocumentError):
    """The writer could not make a redacted copy."""


class ResidueError(DocumentError):
    """The verifier found something in the copy that should be gone. The copy is in quarantine."""

    remedy = "The copy is in work-product/quarantine with its report. Do not serve it; redact the document by hand."


class WorkerLostError(DocumentError):
    """The process that worked on the document crashed, ran out of time or was killed."""

    remedy = "Run again; if it happens again, redact the document by hand."


class InterruptedRunError(RedactorError):
    """The run was stopped from the keyboard. Nothing half-written is left in productions/."""

    exit_code = 130
    remedy = "Run the same command again; it goes on where it stopped."
