"""What can be wrong with a request, each as one sentence that says what to do."""

from __future__ import annotations

from tui.cases.sentence import Sentence, Value


class UpheldError(Exception):
    """Something a person can act on. `sentence` is shown by the one handler of each face."""

    def __init__(self, text: str | Sentence, /, **values: Value) -> None:
        self.sentence = text if isinstance(text, Sentence) else Sentence(text, values)
        super().__init__(self.sentence.text, self.sentence.values)


class BadInput(UpheldError):
    """What was given cannot be used as it is."""


class NotLawful(BadInput):
    """The event does not fit the stage of the case."""


class NotInForce(BadInput):
    """The rule did not hold on that day."""


class NotOpen(BadInput):
    """The step of a ladder cannot be taken now."""


class TooLate(NotOpen):
    """Its time is over, and nothing else: it may be taken all the same, by who says why."""


class TooMuchBack(BadInput):
    """More money than is at stake would have come back: it may be so, if the person says so."""


class NotFound(UpheldError):
    """There is no such case, company, step or rule."""
