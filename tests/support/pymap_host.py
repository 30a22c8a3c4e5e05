"""A mail server that pip installs, on loopback."""

from __future__ import annotations

import asyncio
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path

from certificates import Certificate
from imap_host import ImapHost, free_ports

# What it keeps of “secret”: PBKDF2 by one round.
_SHADOW = "$pbkdf2-sha256$1$7oVaZ8w+567LiS1eMFFbXQ==$KIYZP449xW3pjmxoXNNGZPC6F3F+xIz8jfd1Q37VAjE="
_START = "import sys; from pymap.main import main; sys.exit(main())"


@contextmanager
def pymap(certificate: Certificate) -> Iterator[ImapHost]:
    """Started, and ready for a login."""
    with tempfile.TemporaryDirectory(prefix="upheld-pymap-") as name:
        folder, (port,) = Path(name), free_ports(1)
        _furnish(folder)
        words = ("--host", "127.0.0.1", "--port", str(port), "--cert", certificate.cert, "--key",
                 certificate.key, "maildir", folder)  # fmt: skip
        with (folder / "log").open("wb") as log:
            command = [sys.executable, "-c", _START, *map(str, words)]
            process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait(port, folder / "log")
            with _secured(certificate, port) as tls_port:
                yield ImapHost(port, tls_port, folder / "anna")
        finally:
            process.kill()
            process.wait()


def _furnish(folder: Path) -> None:
    """A user, her password, her Maildir, and in it the folder of sent mail."""
    for box in ("", ".Gesendet"):
        for part in ("new", "cur", "tmp"):
            (folder / "anna" / box / part).mkdir(parents=True)
    (folder / "pymap-etc-passwd").write_text("anna:x:1000:1000::anna:\n")
    (folder / "pymap-etc-shadow").write_text(f"anna:{_SHADOW}:::::::\n")


def _wait(port: int, log: Path) -> None:
    until, pause = time.monotonic() + 20, threading.Event()
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        pause.wait(0.02)
    raise AssertionError(f"pymap does not get ready: {log.read_text()}")


@contextmanager
def _secured(certificate: Certificate, port: int) -> Iterator[int]:
    """A port where TLS is spoken from the start: pymap knows only STARTTLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.cert, certificate.key)
    started: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behind, back = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(_pass_on(reader, back), _pass_on(behind, writer))

    async def serve() -> None:
        loop, end = asyncio.get_running_loop(), asyncio.Event()
        loop.set_exception_handler(lambda *_: None)  # handshakes that fail are what is tested
        async with await asyncio.start_server(meet, "127.0.0.1", 0, ssl=context) as served:
            started.set_result((served.sockets[0].getsockname()[1], loop, end))
            await end.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    tls_port, loop, end = started.result(10)
    yield tls_port
    loop.call_soon_threadsafe(end.set)
    thread.join(10)


async def _pass_on(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
    target.close()
