"""A throw-away authority and a certificate for this machine, made by openssl."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Certificate:
    """`ca`: who vouches for it. `cert` and `key`: the server's own."""

    ca: Path
    cert: Path
    key: Path


def made_in(folder: Path, names: str = "DNS:localhost,IP:127.0.0.1") -> Certificate:
    """A new authority, and a certificate of it for these names."""
    folder.mkdir(parents=True, exist_ok=True)
    found = Certificate(folder / "ca.pem", folder / "cert.pem", folder / "key.pem")
    ca_key, request, more = folder / "ca.key", folder / "csr.pem", folder / "more"
    more.write_text(f"subjectAltName={names}\nauthorityKeyIdentifier=keyid\n")
    new = ("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    _run(*new, "-x509", "-days", "30", "-subj", "/CN=test-ca", "-keyout", ca_key, "-out", found.ca,
         "-addext", "keyUsage=critical,keyCertSign")  # fmt: skip
    _run(*new, "-subj", "/CN=localhost", "-keyout", found.key, "-out", request)
    _run("openssl", "x509", "-req", "-in", request, "-CA", found.ca, "-CAkey", ca_key,
         "-CAcreateserial", "-days", "30", "-extfile", more, "-out", found.cert)  # fmt: skip
    return found


def _run(*words: str | Path) -> None:
    subprocess.run([*map(str, words)], check=True, capture_output=True)
