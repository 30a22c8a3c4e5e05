"""TinyDB over tables in memory: what one transaction reads and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table
from tinydb.utils import LRUCache

from tui.store.rows import Row, Rows, Tables


class Sheet(Storage):
    """A storage that keeps the tables it is given as they are, and changes its own copy."""

    def __init__(self, tables: Tables) -> None:
        self.tables: Tables = {name: dict(rows) for name, rows in tables.items()}

    def read(self) -> dict[str, dict[str, Any]]:
        return cast("dict[str, dict[str, Any]]", self.tables)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.tables = {
            name: {key: Row.of(row) for key, row in rows.items()} for name, rows in data.items()
        }


class RowDocument(Document):
    """A TinyDB document that is read from its row once, not once a field."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(value.plain() if isinstance(value, Row) else value, doc_id)


class _Thawed(dict[int, Any]):
    """Rows by number; one that is looked at becomes a dict that may be changed."""

    def __getitem__(self, number: int) -> Any:
        row = super().__getitem__(number)
        if isinstance(row, Row):
            row = self[number] = row.plain()
        return row


class _NoCache(LRUCache[Any, Any]):
    """TinyDB hands out what it once found, even when it has changed since."""

    def __init__(self, capacity: int | None = None) -> None:
        super().__init__(capacity=0)


class BookTable(Table):
    """A TinyDB table of rows, without a query cache."""

    document_class = RowDocument
    # Table.default_query_cache_capacity would be the way, but TinyDB 4.9 reads only its own.
    query_cache_class = _NoCache

    def put(self, number: int, plain: Mapping[str, Any]) -> None:
        """Replace or add one document whole; TinyDB's own verbs merge it into the old one."""
        sheet = cast("Sheet", self._storage)
        sheet.tables.setdefault(self.name, {})[str(number)] = Row.of(plain)

    def row(self, number: int) -> Row | None:
        """One document as it stands."""
        return self.rows.get(str(number))

    @property
    def rows(self) -> Rows:
        """All documents as they stand, by number in writing."""
        return cast("Sheet", self._storage).tables.get(self.name, {})

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        tables = self._storage.read() or {}
        table = _Thawed((int(key), row) for key, row in tables.get(self.name, {}).items())
        updater(table)
        self._storage.write({**tables, self.name: {str(key): row for key, row in table.items()}})
        self.clear_cache()


class Pages(TinyDB):
    """The tables of a book, for a while."""

    table_class = BookTable

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables, storage=Sheet)

    @property
    def sheet(self) -> Tables:
        """All tables as they stand."""
        return cast("Sheet", self.storage).tables

    def page(self, name: str) -> BookTable:
        """The table of that name."""
        return cast("BookTable", self.table(name))
