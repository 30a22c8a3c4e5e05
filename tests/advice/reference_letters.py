"""Two letters of our own that leave nothing to wish for."""

from __future__ import annotations

from tui.cases.words import Part

CLAIM = {
    Part.SUBJECT: "Возврат 12 490 ₽ — заказ № 4821-77 не передан до 05.11.2026.",
    Part.GREETING: "Здравствуйте! Меня зовут Анна Петрова, договор № 4821-77 от 20.10.2026.",
    Part.PROBLEM: "20.10.2026 я оплатила заказ картой *1234 (12 490 ₽). Срок передачи по договору"
    " — 05.11.2026; на 22.11.2026 товар не передан, трек RA000000000RU без движения с 01.11.2026.",
    Part.DONE: "Я обращалась: 06.11 чат (№ 55-10, обещали ответ за 3 дня — ответа нет); 12.11"
    " телефон, оператор Олег (№ 55-31, обещали звонок 13.11 — не было).",
    Part.RESULT: "Прошу вернуть 12 490 ₽ на ту же карту не позднее 02.12.2026. Если откажете,"
    " прошу письменно указать причину и норму.",
    Part.ENCLOSURES: "Приложения: 1) чек, 1 л.; 2) страница заказа, 2 л.; 3) история трека, 1 л.;"
    " 4) переписка, 3 л.",
    Part.CONTACTS: "Ответ: anna@example.ru, +7 900 000-00-00 (будни 10–18). 22.11.2026, А. Петрова",
}
ESCALATION = {
    Part.SUBJECT: "Case 0312-445 — request to escalate to a manager (open 9 working days).",
    Part.GREETING: "Hello, I am Ivan Orlov, customer no. 7781, contract S-204.",
    Part.PROBLEM: "Since 9 Nov 2026 10:40 UTC our firewall pair (build 10.2.3, serials …41/…42)"
    " drops all traffic after fail-over; 14 sites affected.",
    Part.DONE: "Done so far: 9 Nov bundle uploaded; 11 Nov L1 asked for the same bundle; 13 Nov"
    " promised engineer call did not happen; 18 Nov repeated known steps.",
    Part.RESULT: "I ask for: a named L2 engineer today, a workaround or plan by 24 Nov 17:00 UTC,"
    " and updates every 4 hours until then. If this is not possible, please tell me who can"
    " decide.",
    Part.ENCLOSURES: "Attached: timeline.md, show-tech (2 files), topology.pdf.",
    Part.CONTACTS: "Contact: +44 …, any time; please quote 0312-445.",
}
LABELS = {id(CLAIM): "Тема: ", id(ESCALATION): "Subject: "}


def as_text(letter: dict[Part, str], between: str = "\n\n") -> str:
    """The letter as one text."""
    return LABELS[id(letter)] + between.join(letter.values())
