"""A small OpenID Connect provider on loopback. It does what a test tells it to: answers honestly, or lies."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT = "redactor"
SECRET = "the client's secret"


@lru_cache
def _key(whose: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "one"})


@dataclass
class IdentityProvider:
    """``claims`` are put over the honest ones; ``algorithm``, ``key`` and ``published`` say how the token is signed and
    which keys are shown; ``metadata`` is put over what discovery says."""

    origin: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    without: set[str] = field(default_factory=set)
    metadata: dict[str, Any] = field(default_factory=dict)
    signing: Any = field(default_factory=lambda: _key("the provider's"))
    algorithm: str = "RS256"
    stranger_signs: bool = False
    unsigned: bool = False
    codes_last: bool = False
    now: int = 0
    asked: list[str] = field(default_factory=list)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def authorize(self, address: str) -> str:
        """What the person's browser does at the provider: sign in there. The address it is sent back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}"

    def answered(self, method: str, path: str, form: dict[str, str], login: str) -> tuple[int, dict[str, Any]]:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            said = {
                "issuer": self.origin,
                "authorization_endpoint": self.origin + "/authorize",
                "token_endpoint": self.origin + "/token",
                "jwks_uri": self.origin + "/keys",
            }
            return 200, {**said, **self.metadata}
        if path == "/keys":
            return 200, {"keys": [self.signing.as_dict(private=False)]}
        if path == "/token" and method == "POST":
            return self._token(form, login)
        return 404, {}

    def _token(self, form: dict[str, str], login: str) -> tuple[int, dict[str, Any]]:
        asked = self._codes.get(form.get("code", ""))
        if not self.codes_last:
            self._codes.pop(form.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(
            b"="
        )
        expected = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or asked["code_challenge"] != challenge.decode() or login != expected:
            return 400, {"error": "invalid_grant"}
        if form.get("redirect_uri") != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        honest = {
            "iss": self.origin,
            "aud": CLIENT,
            "sub": "248289761001",
            "iat": self.now,
            "exp": self.now + 300,
            "nonce": asked["nonce"],
            "email": "pat@example.org",
            "email_verified": True,
        }
        claims = {name: value for name, value in {**honest, **self.claims}.items() if name not in self.without}
        return 200, {"access_token": "opaque", "token_type": "Bearer", "id_token": self._signed(claims)}

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.unsigned:
            parts = ({"alg": "none"}, claims)
            return ".".join(base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in parts) + "."
        key = self.signing
        if self.stranger_signs:
            key = _key("a stranger's")
        if self.algorithm.startswith("HS"):
            key = OctKey.import_key(SECRET)
        return jwt.encode({"alg": self.algorithm, "kid": "one"}, claims, key, algorithms=[self.algorithm])


@contextmanager
def identity_provider(now: int) -> Iterator[IdentityProvider]:
    """A provider that listens, for as long as the test runs."""
    provider = IdentityProvider(now=now)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if urlsplit(self.path).path == "/authorize":  # the person signs in there, and is sent back
                self.send_response(302)
                self.send_header("location", provider.authorize(self.path))
                self.end_headers()
                return
            self._answer("GET", {})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", "0"))).decode()
            self._answer("POST", {name: values[0] for name, values in parse_qs(body).items()})

        def _answer(self, method: str, form: dict[str, str]) -> None:
            status, said = provider.answered(
                method, urlsplit(self.path).path, form, self.headers.get("authorization", "")
            )
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
