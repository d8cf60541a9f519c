"""The review server as a process of its own, and a browser of sorts to talk to it."""

from __future__ import annotations

import http.client
import signal
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from commands import LIMIT, started


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Visitor:
    """Keeps cookies and says where it comes from, as a browser does."""

    origin: str
    trusted: Path | None = None
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, form: dict[str, str], **headers: str) -> Answer:
        sent = {"Origin": self.origin, "Sec-Fetch-Site": "same-origin"}
        return self._ask("POST", path, urlencode(form), {**sent, **headers})

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        parts = urlsplit(self.origin)
        assert parts.hostname
        connection: http.client.HTTPConnection
        if parts.scheme == "https":
            context = ssl.create_default_context(cafile=str(self.trusted))
            connection = http.client.HTTPSConnection(parts.hostname, parts.port, timeout=LIMIT, context=context)
        else:
            connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=LIMIT)
        kept = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        connection.request(method, path, body, {**kept, **form, **headers})
        got = connection.getresponse()
        text = got.read().decode("utf-8", "replace")
        for made in got.headers.get_all("set-cookie") or ():
            self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(made).items()})
        connection.close()
        return Answer(got.status, {name.lower(): value for name, value in got.headers.items()}, text)


@dataclass
class Running:
    """``redactor review`` while it runs: what it printed up to "Ctrl-C ends it.", and how it ended."""

    process: subprocess.Popen[str]
    said: str
    rest: str = ""
    errors: str = ""

    @property
    def address(self) -> str:
        """The one-time link, or the address of a team's server."""
        return next(word for word in self.said.split() if word.startswith("http"))

    @property
    def origin(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def stop(self, number: int = signal.SIGINT) -> int:
        """Ctrl-C, or another signal; the exit code."""
        self.process.send_signal(number)
        self.rest, self.errors = self.process.communicate(timeout=LIMIT)
        return self.process.returncode


@contextmanager
def review(folder: Path, *options: object) -> Iterator[Running]:
    """``redactor review FOLDER OPTIONS`` that has said where it is; stopped at the end where a test has not."""
    process = started("review", folder, "--no-browser", *options)
    try:
        assert process.stdout and process.stderr
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        assert "Ctrl-C" in said, said + process.stderr.read()
        yield Running(process, said)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that signs itself, and its key, as PEM files."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    encoded = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    paths[1].write_bytes(encoded)
    return paths
