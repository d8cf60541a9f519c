"""Serves the application until it is told to stop. Nothing of a request reaches a log: there is no access log, and
errors are named by their kind and place."""

from __future__ import annotations

import logging
import signal
import socket
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from redactor.engines import unforeseen
from redactor.errors import InputError

_MOST_CONNECTIONS = 1000
_LAST_SECONDS = 5
"""How long requests under way may take after the server was told to stop."""


def listener(host: str, port: int) -> socket.socket:
    """A socket that listens already, so that its port can be told. Raises InputError where it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, protocol)
    except OSError:
        raise InputError(
            "the address given by --host is not one of this machine", remedy="Give another --host."
        ) from None
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen()
    except OSError as error:
        made.close()
        raise InputError(
            f"port {port} of {host} cannot be listened on: {(error.strerror or 'unknown cause').lower()}",
            remedy="Choose another --port; below 1024 the system may ask for special rights.",
        ) from None
    return made


def serve(app: ASGIApp, listening: socket.socket, tls: tuple[Path, Path] | None = None) -> None:
    """Answer until Ctrl-C or a signal to end; requests under way are finished first."""
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the gate reads them itself, from the proxy that it was told of
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=_LAST_SECONDS,
        ssl_certfile=tls[0] if tls else None,
        ssl_keyfile=tls[1] if tls else None,
    )
    with _quiet(), _ended_by_signal(), suppress(KeyboardInterrupt), warnings.catch_warnings():
        # A signal in the moment before the loop begins leaves its first coroutine unstarted, which is no news.
        warnings.simplefilter("ignore", RuntimeWarning)
        uvicorn.Server(config).run(sockets=[listening])


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """A signal to end is as good as Ctrl-C, so that what must be tidied up is."""

    def end(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _quiet() -> Iterator[None]:
    """Logs of the server as lines that hold no request."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(PlacesOnly())
    loggers = [logging.getLogger(name) for name in ("redactor.web", "uvicorn", "asyncio", "python_multipart")]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.propagate = True


class PlacesOnly(logging.Filter):
    """Takes messages and trace-backs of errors out of the log: either may repeat a request or a document's text."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if isinstance(error, Exception):
            record.msg, record.args = unforeseen(error), ()
        elif not record.name.startswith("redactor."):
            record.msg, record.args = f"{record.name}: a connection was not answered", ()
        record.exc_info = record.exc_text = record.stack_info = None
        return True
