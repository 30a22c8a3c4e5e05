"""How long all checks take over a letter of 4,000 characters, Russian and English.

python benchmarks/checks.py
"""

from __future__ import annotations

import time
from datetime import date
from statistics import median

from tui.advice.checks.checks import Context, check_letter, check_text
from tui.cases.words import Part

LENGTH = 4000
ROUNDS = 50
TODAY = date(2026, 11, 22)

RUSSIAN = {
    Part.SUBJECT: "Возврат 12 490 ₽: заказ № 4821-77 не передан до 05.11.2026",
    Part.GREETING: "Здравствуйте! Меня зовут Анна Петрова, договор № 4821-77 от 20.10.2026.",
    Part.PROBLEM: "20.10.2026 я оплатила заказ картой *1234 (12 490 ₽). Срок передачи по договору —"
    " 05.11.2026; на 22.11.2026 товар не передан, трек RA000000000RU без движения с 01.11.2026. По"
    " ст. 22 Закона РФ «О защите прав потребителей» деньги возвращают в течение десяти дней.",
    Part.DONE: "06.11.2026 писала в чат (№ 55-10), обещали ответ за 3 дня, ответа нет.",
    Part.RESULT: "Прошу вернуть 12 490 ₽ на ту же карту не позднее 02.12.2026.",
    Part.ENCLOSURES: "1. чек\n2. страница заказа",
    Part.CONTACTS: "anna@example.ru, +7 900 000-00-00\nАнна Петрова",
}
ENGLISH = {
    Part.SUBJECT: "Refund of 120 EUR: order 4821-77 not delivered by 5 November 2026",
    Part.GREETING: "Hello, I am Ivan Orlov, customer no. 7781, contract S-204.",
    Part.PROBLEM: "On 20 October 2026 I paid 120 EUR for order 4821-77 with card *1234. It was to"
    " come by 5 November 2026; on 22 November it has not come, and the track stands still. Under"
    " section 75 of the Consumer Credit Act 1974 the bank is liable as well.",
    Part.DONE: "On 6 November 2026 I wrote to the chat (no. 55-10); the answer never came.",
    Part.RESULT: "Please refund 120 EUR to the same card by 2 December 2026.",
    Part.ENCLOSURES: "1. receipt\n2. page of the order",
    Part.CONTACTS: "ivan@example.org, +44 20 7946 0000\nIvan Orlov",
}


def lengthened(letter: dict[Part, str]) -> dict[Part, str]:
    """The letter with its problem told again and again, 4,000 characters in all."""
    room = LENGTH - sum(len(text) for part, text in letter.items() if part is not Part.PROBLEM)
    problem = letter[Part.PROBLEM]
    return {**letter, Part.PROBLEM: ((problem + "\n") * (room // len(problem) + 1))[:room]}


def measured(check: object, letter: object, context: Context) -> float:
    """Milliseconds of work, the median of many rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        check(letter, context=context)  # type: ignore[operator]
        times.append((time.process_time() - start) * 1000)
    return median(times)


def main() -> None:
    context = Context(today=TODAY, norms={})
    for name, letter in (("Russian", RUSSIAN), ("English", ENGLISH)):
        parts = lengthened(letter)
        text = "\n\n".join(parts.values())
        by_parts = measured(check_letter, parts, context)
        plain = measured(check_text, text, context)
        print(f"{name}, {len(text)} characters: parts {by_parts:.1f} ms, one text {plain:.1f} ms")


if __name__ == "__main__":
    main()
