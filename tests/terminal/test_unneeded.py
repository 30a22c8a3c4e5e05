"""What is not loaded at the start is there later, for whoever needs it."""

from __future__ import annotations

import subprocess
import sys

from tui.terminal.unneeded import without


def told(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_application_is_imported_without_ssl_and_mail_gets_it() -> None:
    code = """
import sys
from tui.terminal.unneeded import without
with without("ssl"):
    import tui.app
print("ssl" in sys.modules, "_ssl" in sys.modules)
import asyncio, smtplib
from tui.mail import imap_client, smtp_client
import ssl
print(smtplib._have_ssl, ssl.create_default_context().verify_mode == ssl.CERT_REQUIRED)
async def answered():
    async def answer(reader, writer):
        writer.write(await reader.readline())
        writer.close()
    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"well\\n")
        return (await reader.readline()).decode().strip()
print(asyncio.run(answered()))
"""
    assert told(code) == ["False", "False", "True", "True", "well"]


def test_what_is_loaded_already_stays() -> None:
    import json

    with without("json", "none_is_called_so"):
        import json as again

        assert again is json
        assert sys.modules["none_is_called_so"] is None
    assert "none_is_called_so" not in sys.modules
    assert sys.modules["json"] is json
