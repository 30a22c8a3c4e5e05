"""TinyDB over the rows of an engine: its Table, Query and Document, without its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table
from tinydb.utils import LRUCache

from tui.store.engine import Engine
from tui.store.rows import Row


class RowStorage(Storage):
    """A storage whose tables are read row by row, and written row by row."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.seq = 0  # of the change that is being made

    def read(self) -> dict[str, dict[str, Any]]:
        names = self.engine.tables()
        return cast("dict[str, dict[str, Any]]", {name: Rows(self, name) for name in names})

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Whole tables, as TinyDB writes when it drops one."""
        for name in self.engine.tables():
            if name not in data:
                for number in self.engine.numbers(name):
                    self.engine.remove(name, number)
        for name, rows in data.items():
            if not isinstance(rows, Rows):
                for key, row in rows.items():
                    self.engine.put(name, int(key), Row.of(row), self.seq)


class Rows(Mapping[str, Mapping[str, Any]]):
    """The documents of a table, each read when it is looked at."""

    def __init__(self, storage: RowStorage, name: str) -> None:
        self._engine, self._name = storage.engine, name

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        row = self._engine.row(self._name, int(key))
        if row is None:
            raise KeyError(key)
        return row

    def __iter__(self) -> Iterator[str]:
        return map(str, self._engine.numbers(self._name))

    def __len__(self) -> int:
        return len(self._engine.numbers(self._name))


class Edited(MutableMapping[int, Any]):
    """A table while TinyDB edits it: a document that is looked at may be changed in place."""

    def __init__(self, storage: RowStorage, name: str) -> None:
        self._storage, self._name = storage, name
        self._thawed: dict[int, Any] = {}
        self._gone: set[int] = set()

    def __getitem__(self, number: int) -> Any:
        if number in self._gone:
            raise KeyError(number)
        if number not in self._thawed:
            row = self._storage.engine.row(self._name, number)
            if row is None:
                raise KeyError(number)
            self._thawed[number] = row.plain()
        return self._thawed[number]

    def __setitem__(self, number: int, document: Any) -> None:
        self._gone.discard(number)
        self._thawed[number] = document

    def __delitem__(self, number: int) -> None:
        self[number]
        self._thawed.pop(number)
        self._gone.add(number)

    def __iter__(self) -> Iterator[int]:
        known = {*self._storage.engine.numbers(self._name), *self._thawed}
        return iter(sorted(known - self._gone))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def keep(self) -> None:
        """Write what was changed, and nothing else."""
        engine, name = self._storage.engine, self._name
        for number in self._gone:
            engine.remove(name, number)
        for number, document in self._thawed.items():
            new, old = Row.of(document), engine.row(name, number)
            if old is None or new.mark() != old.mark():
                engine.put(name, number, new, self._storage.seq)


class RowDocument(Document):
    """A TinyDB document that is read from its row once, not once a field."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(value.plain() if isinstance(value, Row) else value, doc_id)


class _NoCache(LRUCache[Any, Any]):
    """TinyDB hands out what it once found, even when it has changed since."""

    def __init__(self, capacity: int | None = None) -> None:
        super().__init__(capacity=0)


class RowTable(Table):
    """A TinyDB table of rows, without a query cache."""

    document_class = RowDocument
    # Table.default_query_cache_capacity would be the way, but TinyDB 4.9 reads only its own.
    query_cache_class = _NoCache
    _given = 0

    def put(self, number: int, plain: Mapping[str, Any]) -> None:
        """Replace or add one document whole; TinyDB's own verbs merge it into the old one."""
        self._rows.engine.put(self.name, number, Row.of(plain), self._rows.seq)

    def row(self, number: int) -> Row | None:
        """One document as it stands."""
        return self._rows.engine.row(self.name, number)

    def drop(self, number: int) -> None:
        """Take one document away, if it is there."""
        self._rows.engine.remove(self.name, number)

    @property
    def _rows(self) -> RowStorage:
        return cast("RowStorage", self._storage)

    def _get_next_id(self) -> int:
        # Asked anew each time: another window may have given a number since. Several documents
        # get their numbers before the first of them is written.
        self._given = max(self._rows.engine.highest(self.name), self._given) + 1
        return self._given

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        edited = Edited(self._rows, self.name)
        updater(cast("dict[int, Mapping[str, Any]]", edited))
        edited.keep()
        self.clear_cache()


class Tables(TinyDB):
    """The tables of a book."""

    table_class = RowTable

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, storage=RowStorage)

    @property
    def rows(self) -> RowStorage:
        return cast("RowStorage", self.storage)

    def page(self, name: str) -> RowTable:
        """The table of that name."""
        return cast("RowTable", self.table(name))
