"""What is not loaded at the start is there later, for whoever needs it."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

from tui.terminal.unneeded import Instead, instead


def told(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_application_is_imported_without_ssl_and_mail_gets_it() -> None:
    code = """
import sys
from tui.terminal.unneeded import OF_TEXTUAL, instead
with instead(OF_TEXTUAL):
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

    with instead({"json": None, "none_is_called_so": None}):
        import json as again

        assert again is json
        assert sys.modules["none_is_called_so"] is None
    assert "none_is_called_so" not in sys.modules
    assert sys.modules["json"] is json


_STARTED = """
import sys
from tui.terminal.unneeded import OF_PATHS, OF_RECORDS, OF_TEXTUAL, instead
with instead(OF_PATHS):
    import pathlib
with instead(OF_RECORDS):
    import msgspec
with instead(OF_TEXTUAL):
    import tui.app
"""


def test_what_is_hardly_used_is_not_loaded_with_the_application() -> None:
    code = """
print(*[n for n in {**OF_PATHS, **OF_RECORDS, **OF_TEXTUAL} if n in sys.modules])
"""
    assert told(_STARTED + code) == []


def test_what_was_not_loaded_does_its_work_when_it_is_asked_to() -> None:
    code = """
import textual.app, textual.suggestions
from rich.style import Style
print(textual.suggestions.get_suggestion("heigth", ["height", "width"]))
print(Style.from_meta({"at": 4}).meta["at"])
print(textual.app.user_downloads_path().name, textual.app.mimetypes.guess_type("a.pdf")[0])
print(msgspec.json.schema(int)["type"], msgspec.inspect.type_info(str).__class__.__name__)
from asyncio import base_events
print(base_events.sslproto.SSLProtocol.__name__)
import os
from textual.css import _style_properties
print(_style_properties.scalar_help_text("width", "css").summary.split()[0])
print(pathlib.Path("/a b").as_uri(), __import__("uuid").uuid4().version)
import difflib, locale, pickle, platform, platformdirs, typing_extensions, urllib.parse
import textual.command, textual.types
print(__import__("uuid").uuid1().version == 1, bool(locale.getencoding()))
print(platform.system() == os.uname().sysname)
print(textual.command.CommandPalette.is_open.__name__, textual.types.NoSelection.__name__)
"""
    assert told(_STARTED + code) == [
        *("height", "4", "Downloads", "application/pdf", "integer", "StrType"),
        *("SSLProtocol", "Invalid", "file:///a%20b", "4"),
        *("True", "True", "True", "is_open", "NoSelection"),
    ]


def test_what_is_not_foreseen_loads_the_module_itself() -> None:
    real = sys.modules.pop("colorsys", None)
    try:
        with instead({"colorsys": lambda _, name: {"ONE": 1}[name]}):
            import colorsys

            assert isinstance(colorsys, Instead)
            assert colorsys.ONE == 1
            assert colorsys.rgb_to_hsv(0, 0, 1) == (4 / 6, 1, 1)
            assert type(sys.modules["colorsys"]) is ModuleType
    finally:
        sys.modules.update({"colorsys": real} if real else {})
