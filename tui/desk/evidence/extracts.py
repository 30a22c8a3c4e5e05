"""Lines of a text among the evidence, quoted with where they stand."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.desk.evidence.enclosed.lines import lines_of
from tui.desk.evidence.evidence import enclosure_of, evidence_text, text_path
from tui.desk.office import Office
from tui.terminal.clean import clean_line
from tui.wording.wording import Wording

MOST_QUOTED = 200  # lines of an extract


def extract(office: Office, case: Case, number: int, first: int, last: int) -> str:
    """Lines of a text, quoted below a line that says where they stand, in the case's language.

    Raises BadInput for lines that are not there, or more than a letter can hold.
    """
    count = lines_of(text_path(office, case, number)).count
    name = clean_line(enclosure_of(case, number).name)
    if not 1 <= first <= last <= count:
        raise BadInput(
            "“{name}” has lines 1 to {count}. Write them as 120-134.", name=name, count=count
        )
    if last - first >= MOST_QUOTED:
        raise BadInput("A letter quotes at most {count} lines.", count=MOST_QUOTED)
    heading = _heading(number, name, first, last)
    lines = evidence_text(office, case, number, first, last, MOST_QUOTED)
    quoted = (f"> {line}".rstrip() for line in lines)
    return "\n".join((Wording(case.language).say(heading), *quoted))


def _heading(number: int, name: str, first: int, last: int) -> Sentence:
    if first == last:
        return say("Enclosure {number}, {name}, line {line}:", number=number, name=name, line=first)
    return say(
        "Enclosure {number}, {name}, lines {first}-{last}:",
        number=number,
        name=name,
        first=first,
        last=last,
    )


def line_range(text: str) -> tuple[int, int]:
    """The lines that a person typed: 120-134, or 120. Raises BadInput."""
    first, _, last = text.replace("–", "-").replace(" ", "").partition("-")
    last = last or first
    if not all(word.isascii() and word.isdigit() and len(word) < 10 for word in (first, last)):
        raise BadInput("“{value}” is no range of lines. Write 120-134, or 120.", value=text)
    return int(first), int(last)
