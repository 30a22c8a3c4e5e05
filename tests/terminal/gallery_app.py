"""Every widget of Textual with a hostile text in every place that takes one.

Argument: "safe", or "stock" for the same in an application of Textual's own. Each text begins with
the name of its place in quotes, so that one can see whether it was shown at all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any, ClassVar

from tui.terminal import guard

guard.prepare(os.environ)

from rich.style import Style  # noqa: E402
from rich.text import Text  # noqa: E402
from textual import widgets as w  # noqa: E402
from textual.app import App, ComposeResult, SystemCommand  # noqa: E402
from textual.binding import Binding  # noqa: E402
from textual.containers import VerticalScroll  # noqa: E402
from textual.content import Content  # noqa: E402
from textual.screen import Screen  # noqa: E402
from textual.widgets.option_list import Option  # noqa: E402
from textual.widgets.selection_list import Selection  # noqa: E402

from tui.terminal.app import SafeApp  # noqa: E402
from tui.terminal.run import run_app  # noqa: E402

HOSTILE = (
    "\x1b]52;c;aGk=\x07 \x1b]0;t\x1b\\ \x1b[2J \x1b[?1049l \x1b[5i \x1bc \x9b31m \x9d0;x\x9c"
    "\x1bP+q\x1b\\ \x0e \x05 \x08 \x7f \t \u202e \u2066 \u2028 \x85 \ud800 \x1b\x1b[31m[31m \x1b"
)
MARKUP = "[/] [@click=app.quit]x[/] [link=http://evil]y[/]"
SAFE = len(sys.argv) > 1 and sys.argv[1] == "safe"
CSS = """
Button, Input, TextArea, Select, Checkbox, RadioButton, Link { width: 1fr; }
TextArea, DataTable, Tree, RichLog, Log, OptionList, SelectionList, ListView { height: 5; }
Toast { width: 150; max-width: 150; }
"""


def hostile(place: str, markup: str = MARKUP) -> str:
    return f"«{place}» {HOSTILE} {markup}"


def literal(place: str) -> Content:
    return Content(hostile(place))


def rich(place: str) -> Text:
    return Text(hostile(place))


def texts() -> Iterator[Any]:
    yield w.Static(literal("static"))
    yield w.Label(literal("label"))
    yield w.Link(literal("link"), url=hostile("url"))
    bordered = w.Static("x")
    bordered.styles.border = ("round", "red")
    bordered.border_title = literal("border title")
    bordered.border_subtitle = literal("border subtitle")
    yield bordered
    yield w.Static(Text(hostile("rich link"), style=Style(link=hostile("target"))))
    yield w.Markdown(hostile("markdown", ""))
    yield w.Collapsible(w.Label("x"), title=literal("collapsible"))  # type: ignore[arg-type]
    yield w.Log()
    yield w.RichLog(id="rich")
    yield w.Pretty([hostile("pretty")])


def fields() -> Iterator[Any]:
    yield w.Input(hostile("input"))
    yield w.Input(placeholder=hostile("placeholder"))
    yield w.TextArea(hostile("area"))
    yield w.Button(literal("button"))
    yield w.Checkbox(literal("checkbox"))
    yield w.RadioButton(literal("radio"))
    yield w.Select([(literal("select"), 1)], value=1)
    yield w.SelectionList(Selection(literal("selection"), 1))
    yield w.OptionList(Option(literal("option")))
    yield w.ListView(w.ListItem(w.Label(literal("list item"))))
    yield w.Tabs(w.Tab(literal("tab")))
    tree: w.Tree[None] = w.Tree(rich("tree"))
    tree.root.expand().add_leaf(rich("leaf"))
    yield tree
    yield w.DataTable()


def build(base: type[App[None]]) -> type[App[None]]:
    """The gallery as an application of that kind."""

    class Gallery(base):  # type: ignore[valid-type, misc]
        TITLE = hostile("title")
        CSS = CSS
        BINDINGS: ClassVar = [Binding("f2", "quit", hostile("footer", ""))]

        def compose(self) -> ComposeResult:
            yield w.Header()
            with VerticalScroll():
                yield from texts()
                yield from fields()
            yield w.Footer()

        def on_mount(self) -> None:
            table = self.query_one(w.DataTable)
            table.add_column(rich("column"))
            table.add_row(rich("cell"), label=rich("row label"))
            self.query_one(w.Log).write_line(hostile("log"))
            self.query_one("#rich", w.RichLog).write(rich("rich log"))
            self.notify(hostile("toast"), title=hostile("toast title"), markup=False)
            self.call_after_refresh(self.sub, "READY")

        def sub(self, text: str) -> None:
            self.sub_title = text

        def get_system_commands(self, screen: Screen[Any]) -> Iterator[SystemCommand]:
            yield SystemCommand(hostile("command", ""), hostile("help", ""), self.exit)

    return Gallery


if __name__ == "__main__":
    if SAFE:
        sys.exit(run_app(build(SafeApp)(), mouse=False))
    build(App)().run()
