"""JSON that is read without mercy and written without loss."""

from __future__ import annotations

import json
import math
from typing import Any

import msgspec

from tui.cases.sentence import Sentence, say


class Unreadable(Exception):
    """What is wrong with a text, to put into a sentence."""

    def __init__(self, problem: Sentence | str) -> None:
        super().__init__(str(problem))
        self.problem = problem


def loads(data: bytes | msgspec.Raw) -> Any:
    """The value of a UTF-8 JSON text.

    Raises Unreadable where the text is cut off, is no JSON, has a key twice or a number
    that no JSON has. The standard library would take the last of two keys and drop the
    other in silence.
    """
    try:
        return _DECODER.decode(bytes(data).decode())
    except UnicodeDecodeError as error:
        raise Unreadable(say("it is no UTF-8 text from byte {byte} on", byte=error.start)) from None
    except json.JSONDecodeError as error:
        place = say("line {line}, column {column}", line=error.lineno, column=error.colno)
        raise Unreadable(say("it is cut off or no JSON at {place}", place=place)) from None
    except RecursionError:
        raise Unreadable(say("it is nested too deeply")) from None
    except ValueError:
        # int() refuses a number of more than 4,300 digits.
        raise Unreadable(say("a number in it is too long")) from None


def dumps(plain: Any) -> bytes:
    """The value as compact JSON in UTF-8. Raises ValueError for NaN and infinity."""
    try:
        return _PLAIN.encode(plain).encode()
    except UnicodeEncodeError:
        # Half a surrogate pair has no UTF-8; its escape keeps it as it came.
        return _ESCAPED.encode(plain).encode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(say("the key “{key}” is there twice", key=twice))
    return found


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise Unreadable(say("“{number}” is no number", number=text))
    return number


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_number, parse_constant=_number)
_PLAIN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(allow_nan=False, separators=(",", ":"))
