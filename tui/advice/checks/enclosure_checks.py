"""The checks of enclosures: L18 none, L19 others than are recorded, L34 originals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import IGNORECASE, MULTILINE

from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.neutral import neutral
from tui.advice.checks.reading import Reading
from tui.advice.checks.word_lists import flat
from tui.cases.sentence import Sentence, say
from tui.cases.words import Part, Problem
from tui.terminal.clean import clean_line

# A letter about a mobile app (“в приложении”) encloses nothing by that.
_CLAIMS_ENCLOSURES = re.compile(
    r"\bприлага(?:ю|ем|ет|ют)|\bприложен[аоы]?\b|\bво вложении|\bсм\. (?:вложени|приложени)"
    r"|\bв приложени(?:и|ях) к (?:\w+ ){0,2}(?:письм|обращени|заявлени|претензи|жалоб)"
    r"|^\s*приложения:|\b(?:attached|enclosed)\b"
    r"|\bsee (?:the )?(?:attachments?|enclosures?)\b",
    IGNORECASE | MULTILINE,
)
# What proves a problem of each kind. The others are proved by the letter itself.
_PROOF: dict[Problem, Sentence] = {
    Problem.TECHNICAL: say("List an extract of the log, a screenshot, the tests that you made."),
    Problem.BILLING: say("List the bill, the receipt and the line of the statement."),
    Problem.REFUND: say("List the receipt, the line of the statement, the correspondence."),
    Problem.DELIVERY: say("List the page of the order and the page of the track."),
    Problem.DEFECT: say("List photos, the receipt and the warranty card."),
    Problem.SERVICE: say("List the contract and the act, photos, an expert’s note."),
    Problem.SUBSCRIPTION: say("List screenshots of the cancellation, and the charges."),
    Problem.ACCOUNT: say("List a screenshot of the notice."),
}
_ANYTHING = say("List copies of the proof: receipt, screenshots, logs.")

_LABEL = re.compile(
    r"\s*(?:приложени[ея]|вложени[ея]|enclosures?|enclosed|attachments?"
    r"|attached)\b[^:\n]{0,30}:?\s*",
    IGNORECASE,
)
_ITEM = re.compile(r"(?:^|[\n;,])\s*\(?(?P<number>\d{1,3})[.)]\s")
_FILE = re.compile(
    r"(?<![\w/.-])[\w-][\w.()-]{0,80}\.(?:pdf|docx?|xlsx?|jpe?g|png|heic|gif|txt|log|md|csv|zip"
    r"|eml|mp[34]|mov|odt|webp)\b",
    IGNORECASE,
)
_REFERS = re.compile(
    r"(?:(?:см\. |\()(?:приложение|вложение)|\b(?:приложени|вложени)(?:и"
    r"|ях)) ?№? ?(?P<ru>\d{1,2})(?!\w|\.\d| [а-я]{3})"
    r"|\b(?:enclosure|attachment|exhibit) (?:no\. ?|#)?(?P<en>\d{1,2})(?!\w|\.\d)"
)
_NAME = re.compile(r"[^\W_]+")
_ORIGINALS = re.compile(
    r"(?P<all>\bоригинал(?P<ru>ы|а|ов|ами)?(?! у меня)\b)|(?P<plain>\boriginals\b)"
    r"|(?P<of>\b(?:the |an? )?original (?=(?:receipt|contract|invoice|document|certificate|bill"
    r"|warranty card|card|letter|policy|ticket|passport)\w?\b))"
)
_ENCLOSES = re.compile(
    r"прилага|приложен|вклад|вложен|направля|отправля|высыла|enclos|attach|send|sent"
)
_KEEPS = re.compile(
    r"копи|у меня|хран|предъяв|по требованию|по запросу|не оригинал|покажу|вернит|верните|возврат"
    r"|забра"
    r"|cop(?:y|ies)|keep|kept|on request|available|not (?:the )?original|with me|return|show"
)
_INSTEAD = {"": "копию", "ы": "копии", "а": "копии", "ов": "копий", "ами": "копиями"}
_SENTENCE = re.compile(r"[.!?](?=\s)|\n")


def missing(reading: Reading, context: Context) -> Iterator[Finding]:
    """L18: the list of what is enclosed, where the letter speaks of it or its kind needs it."""
    if reading.has(Part.ENCLOSURES):
        return
    mend = _PROOF.get(context.problem, _ANYTHING) if context.problem else _ANYTHING
    insertion = _list(reading, context.enclosures, context) if context.enclosures else None
    needs = context.problem in _PROOF and not context.earlier_contacts
    if _CLAIMS_ENCLOSURES.search(reading.whole()):
        rule = ("L18", Severity.WARN)
        message = say("The letter speaks of enclosures and does not list any.")
    elif needs:
        rule, message = ("L18", Severity.WARN), say("Nothing is enclosed that proves it.")
    else:
        rule, message = ("L18", Severity.INFO), say("Nothing is enclosed.")
    yield reading.about(Part.ENCLOSURES, rule, message, mend, insertion)


def mismatch(reading: Reading, context: Context) -> Iterator[Finding]:
    """L19: the list names what is recorded and nothing else; what is referred to is there."""
    rule = ("L19", Severity.ERROR)
    listed = reading.text(Part.ENCLOSURES)
    if listed.strip() and context.enclosures:
        lacking = tuple(one for one in context.enclosures if not _names(listed, one[1]))
        if lacking:
            names = tuple(clean_line(name) for _, name in lacking)
            message = say("The list does not name what goes with it: {names}.", names=names)
            mend = say("Add it to the list, or take it out of the case.")
            text = "".join(f"\n{number}. {clean_line(name)}" for number, name in lacking)
            yield reading.after(Part.ENCLOSURES, rule, message, mend, text)
        yield from _unrecorded(reading, context)
    yield from _referred(reading, listed)


def _unrecorded(reading: Reading, context: Context) -> Iterator[Finding]:
    """A file that the list names, and that nobody recorded."""
    recorded = " ".join(name for _, name in context.enclosures)
    for passage in reading.passages:
        if passage.part is not Part.ENCLOSURES:
            continue
        for found in _FILE.finditer(passage.text):
            if not _names(recorded, found[0]):
                message = say("This file is not among the evidence of the case.")
                mend = say("Record it as evidence, or take it off the list.")
                yield reading.at(passage, found.span(), ("L19", Severity.ERROR), message, mend)


def _referred(reading: Reading, listed: str) -> Iterator[Finding]:
    """“See enclosure 5” where four are listed."""
    numbers = [int(found["number"]) for found in _ITEM.finditer(_LABEL.sub("\n", listed, count=1))]
    if not numbers:
        return
    for passage in reading.passages:
        if passage.part is Part.ENCLOSURES:
            continue
        for found in _REFERS.finditer(flat(passage.text)):
            if int(found["ru"] or found["en"]) not in numbers:
                message = say("There is no enclosure of this number.")
                mend = say("The list ends with {last}.", last=max(numbers))
                yield reading.at(passage, found.span(), ("L19", Severity.ERROR), message, mend)


def _names(listed: str, name: str) -> bool:
    """Whether a list names a file, with its ending or without, however its words are parted."""
    stem = name.rpartition(".")[0] or name
    squeezed = "".join(_NAME.findall(listed)).casefold()
    return any("".join(_NAME.findall(one)).casefold() in squeezed for one in (name, stem))


def _list(reading: Reading, enclosures: Iterable[tuple[int, str]], context: Context) -> str:
    """The list of enclosures as text to insert where it is missing."""
    lines = "\n".join(f"{number}. {clean_line(name)}" for number, name in enclosures)
    if not reading.plain:
        return lines
    text = f"{neutral('enclosures', context.language)}\n{lines}"
    is_last = reading.span(Part.ENCLOSURES)[0] >= len(reading.plain)
    return f"\n\n{text}\n" if is_last else f"{text}\n\n"


def originals(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L34: originals go with the letter."""
    message = say("An original goes with the letter: it may be lost, and with it the proof.")
    mend = say("Send a copy, and keep the original.")
    for stretch in reading.stretches():
        low = flat(stretch.text)
        for found in _ORIGINALS.finditer(low):
            part = reading.part_at(stretch, found.start())
            sentence = _sentence(stretch.text, *found.span())
            encloses = part is Part.ENCLOSURES or _ENCLOSES.search(sentence)
            if encloses and not _KEEPS.search(sentence):
                rule = ("L34", Severity.INFO)
                new = _copy(found, part)
                yield reading.at(stretch, found.span(), rule, message, mend, new)


def _sentence(text: str, start: int, end: int) -> str:
    first = max(
        (m.end() for m in _SENTENCE.finditer(text, max(0, start - 300), start)),
        default=max(0, start - 300),
    )
    last = _SENTENCE.search(text, end, end + 300)
    return flat(text[first : last.start() if last else end + 300])


def _copy(found: re.Match[str], part: Part) -> str:
    """“Original” as “copy”, in the form in which it stands."""
    if found["plain"]:
        return "copies"
    if found["of"]:
        return "a copy of the " if found["of"].startswith("the ") else "copy of "
    word = _INSTEAD[found["ru"] or ""]
    return "копия" if word == "копию" and part is Part.ENCLOSURES else word
