"""Where a review server may stand: on loopback for one person, or under TLS for reviewers who sign in by name."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from redactor.errors import InputError
from redactor.web.access.site import Site, is_loopback, loopback_site, team_site

_TLS_PORT = 443


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the address to bind to, the address that people type, TLS files, or the proxy that ends TLS.
    ``port`` 0 means a free one, or that of ``url``."""

    host: str = "127.0.0.1"
    port: int = 0
    url: str | None = None
    certificate: Path | None = None
    key: Path | None = None
    proxy: str | None = None

    @property
    def team(self) -> bool:
        """Whether reviewers sign in by name. Whatever is asked for beyond plain loopback means that they do."""
        return not is_loopback(self.host) or any((self.url, self.certificate, self.key, self.proxy))


def checked(asked: Asked) -> None:
    """Raises InputError where the server would send protected names over an open line, or nobody could reach it."""
    if (asked.certificate is None) != (asked.key is None):
        raise InputError("TLS needs two files", remedy="Give both --tls-cert and --tls-key.")
    if not asked.team:
        return
    if asked.certificate is None and asked.proxy is None:
        raise InputError(
            "without TLS, everybody on the way could read the pages and take over a session",
            remedy="Give --tls-cert and --tls-key, or --behind-proxy ADDRESS where a reverse proxy ends TLS; "
            "for yourself alone, leave --host and --url out.",
        )
    if asked.url is None:
        raise InputError(
            "the address that reviewers will type is not given",
            remedy="Give it: --url https://review.example.org:8443. Requests under any other name are refused.",
        )
    if asked.proxy is not None:
        _checked_proxy(asked)
    if asked.certificate is not None and asked.key is not None:
        _checked_files(asked.certificate, asked.key)
    team_site(asked.url)


def port_of(asked: Asked) -> int:
    """The port to bind to; 0 where any free one will do."""
    if asked.port or asked.url is None:
        return asked.port
    return urlsplit(asked.url).port or _TLS_PORT


def site_of(asked: Asked, port: int) -> Site:
    """The site, once the port is known. Raises InputError where its address is not an https origin."""
    if asked.url is not None:
        return team_site(asked.url, asked.proxy)
    return loopback_site(asked.host, port)


def _checked_proxy(asked: Asked) -> None:
    try:
        ip_address(asked.proxy or "")
    except ValueError:
        raise InputError(
            "--behind-proxy does not say from which address the proxy connects",
            remedy="Give its IP address, such as --behind-proxy 127.0.0.1. Nobody else is answered.",
        ) from None
    if not asked.port:
        raise InputError("the port that the proxy connects to is not given", remedy="Give it, such as --port 8081.")


def _checked_files(certificate: Path, key: Path) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError):
        raise InputError(
            "the TLS certificate and key cannot be read, or do not belong together",
            remedy="Give PEM files: the certificate with its chain, and its private key.",
        ) from None
