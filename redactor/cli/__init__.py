"""The command line: one verb a file, thin. It parses, calls the pipeline and prints; it decides nothing."""

from __future__ import annotations

import errno
import sys

import click

from redactor import __version__
from redactor.cli.decide import decide
from redactor.cli.ending import ending_of
from redactor.cli.explain import explain
from redactor.cli.in_camera import in_camera
from redactor.cli.log import log
from redactor.cli.review import review
from redactor.cli.reviewers import reviewers
from redactor.cli.rules import rules
from redactor.cli.run import run
from redactor.cli.steps import init, release, scan
from redactor.cli.verify import verify
from redactor.errors import RedactorError


class _Group(click.Group):
    """Ends every command the same way: a RedactorError is one message and its remedy, and no traceback."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except (Exception, KeyboardInterrupt) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # click ends quietly when nobody reads any more
            _fail(ending_of(error))
        return None


def _fail(error: RedactorError) -> None:
    click.echo(f"redactor: {error}\n  {error.remedy}", err=True)
    sys.exit(error.exit_code)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="redactor")
def main() -> None:
    """Withhold what identifies a noncitizen, produce the rest, and log what was withheld.

    Exit codes: 0 all produced; 2 usage; 3 something was held back; 4 nothing to work on; 5 matter.yaml; 6 rule pack;
    7 output folder; 8 a check failed; 9 a basis was never asserted; 10 installation; 11 withheld whole though a part
    could be produced; 12 somebody else decided meanwhile; 13 not permitted; 14 a person must answer first; 15 the
    ledger was changed; 130 stopped.
    """


for _command in (run, init, scan, review, decide, release, verify, explain, rules, log, reviewers, in_camera):
    main.add_command(_command)
