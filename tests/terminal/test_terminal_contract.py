"""The private names of Textual that this room relies on. An upgrade that breaks one fails here.

Without them Textual's own behaviour comes back in silence, so each is looked at by itself.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import textual
from rich.segment import Segment
from textual import _time, app, worker
from textual._parser import Parser
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.strip import Strip

from tui.terminal import paste
from tui.terminal.app import SafeApp
from tui.terminal.driver import SafeDriver, Wired
from tui.terminal.sheets import Sheets


def test_it_is_the_version_that_was_read() -> None:
    assert textual.__version__ == "8.2.8"


OF_DRIVER = """
    write close disable_input start_application_mode run_input_thread _run_input_thread
    _sigtstp_application _sigcont_application _enable_mouse_support _disable_mouse_support
    _request_terminal_sync_mode_support _query_in_band_window_resize
"""
OF_APP = """
    _handle_exception _fatal_error panic notify exit get_driver_class get_line_filters
    get_system_commands copy_to_clipboard deliver_screenshot run_action run_async action_help_quit
"""


@pytest.mark.parametrize(
    ("ours", "stock", "names"), [(SafeDriver, LinuxDriver, OF_DRIVER), (SafeApp, App, OF_APP)]
)
def test_what_is_overridden_is_there(ours: type, stock: type, names: str) -> None:
    for name in names.split():
        assert callable(getattr(stock, name)), name
        assert getattr(ours, name) is not getattr(stock, name), name


def uses(function: Callable[..., Any], *texts: str) -> bool:
    """Whether the stock code still goes the way it was read to go."""
    source = inspect.getsource(function)
    return all(text in source for text in texts)


def test_the_driver_takes_its_file_and_threads_from_where_we_put_ours() -> None:
    assert uses(LinuxDriver.__init__, "self._file = sys.__stderr__", "sys.__stdin__.fileno()")
    assert uses(LinuxDriver.start_application_mode, "WriterThread(self._file)")
    assert uses(LinuxDriver.start_application_mode, "target=self._run_input_thread")
    assert uses(LinuxDriver.start_application_mode, "self._must_signal_resume")
    assert uses(LinuxDriver.stop_application_mode, "self.disable_input()", r'"\x1b[<u"')
    assert uses(LinuxDriver.suspend_application_mode, "stop_application_mode()", "close()")
    assert uses(LinuxDriver.disable_input, "_key_thread.join()")


async def test_the_driver_has_the_attributes_that_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr("sys.__stdin__", nothing)
        driver = LinuxDriver(App())
    for number, handler in kept.items():
        assert signal.getsignal(number) != handler
        signal.signal(number, handler)
    assert driver._loop is asyncio.get_running_loop()
    assert driver._auto_restart is True
    assert driver._must_signal_resume is False
    assert driver._mouse is True


def test_an_error_of_reading_is_the_end_of_input() -> None:
    """A terminal that is gone gives nothing, or EIO where the process is in the background."""
    assert SafeDriver._read(SimpleNamespace(fileno=-1)) == b""  # type: ignore[arg-type]


def test_faults_go_through_the_methods_that_are_overridden() -> None:
    assert uses(App._handle_exception, "self.panic(error)", "self._fatal_error()")
    assert uses(App._handle_exception, "self._exception = error", "self._return_code = 1")
    assert uses(App.panic, "_close_messages_no_wait()")
    assert uses(worker.Worker._run, "WorkerFailed(self._error)", "app._handle_exception(")
    assert inspect.getsource(app).count("_exit_renderables.append") == 2
    assert inspect.getsource(app).count("_exit_renderables.extend") == 1


def test_the_parser_tells_when_it_wants_to_be_called() -> None:
    parser = XTermParser()
    assert parser._timeout_time is None
    list(parser.feed("\x1b"))
    assert parser._timeout_time is not None
    assert parser._timeout_time - _time.get_time() < 1
    assert uses(Parser.tick, "get_time() >= self._timeout_time")


def test_the_marks_of_a_paste_are_those_of_the_parser() -> None:
    assert (paste.START, paste.END) == (BRACKETED_PASTE_START, BRACKETED_PASTE_END)


def test_the_driver_finds_the_wire_of_our_application() -> None:
    assert isinstance(SafeApp(), Wired)
    assert not isinstance(App(), Wired)


def test_what_waits_for_the_timer_is_drawn_when_that_is_called() -> None:
    assert uses(Screen._on_timer_update, "self._update_timer.pause()", "self._refresh_layout(")
    assert uses(Screen._on_timer_update, "self._compositor_refresh()", "self._dirty_widgets")
    assert uses(Screen._on_idle, "self._update_timer.resume()", "self._scroll_required")


def test_a_change_of_modes_holds_the_screen_by_a_batch() -> None:
    assert uses(App.switch_mode, "self.delay_update()")
    assert uses(
        App.delay_update, "self._begin_batch()", "self._end_batch()", "self.screen.refresh()"
    )


def test_a_screenshot_is_still_called_so() -> None:
    assert uses(App.get_system_commands, '"Screenshot"')
    assert uses(App.action_screenshot, "self.deliver_screenshot(")


def test_a_line_is_kept_without_what_it_came_out_as() -> None:
    assert uses(Strip.__init__, "self._filter_cache: FIFOCache[", "FIFOCache(16)")
    SafeApp()
    line = Strip([Segment("one two three")])
    once, again = ([*line.divide([4, 8, 13]), line.crop(4, 7)] for _ in range(2))
    assert [part.text for part in once] == ["one ", "two ", "three", "two"]
    assert once == again
    assert once[3] is not again[3]
    stores = [getattr(line, name) for name in Strip.__slots__ if name.endswith("_cache")]
    assert len(stores) > 1
    assert not any(stores)


def test_a_sheet_knows_whether_it_is_to_be_parsed() -> None:
    """And Textual still makes it where ours takes its place, and asks for it anew each time."""
    assert Stylesheet()._require_parse is False
    assert uses(App.__init__, "self.stylesheet = Stylesheet(variables=self.get_css_variables())")
    assert uses(App.refresh_css, "set_variables(self.get_css_variables())", "reparse()")
    assert isinstance(SafeApp().stylesheet, Sheets)
