"""Every screen, with what it is opened with on the sample book."""

from __future__ import annotations

from typing import Any

from tui.mail.account import Safety, Server

SERVER = Server("smtp.example.org", 465, Safety.TLS, "anna@example.org")
DRAFT, LATE, MINE, CLOSED = 33, 21, 20, 12  # cases of the sample book by their stage

# name -> screen, what it is told
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "board": ("board", {}),
    "today": ("today", {}),
    "inbox": ("inbox", {}),
    "companies": ("companies", {}),
    "company": ("company", {"name": "Severmart"}),
    "scoreboard": ("scoreboard", {"name": "Staylink"}),
    "statistics": ("statistics", {}),
    "calendar": ("calendar", {}),
    "case": ("case", {"case_id": LATE}),
    "happened": ("happened", {"case_id": LATE, "event_id": 1}),
    "new": ("new", {}),
    "facts": ("facts", {"case_id": LATE}),
    "tags": ("tags", {"case_ids": (LATE, MINE)}),
    "links": ("links", {"case_id": LATE}),
    "link": ("link", {"case_id": LATE}),
    "export": ("export", {"case_ids": (LATE, MINE)}),
    "snooze": ("snooze", {"case_ids": (LATE, MINE)}),
    "every": ("every", {"case_ids": (LATE,)}),
    "chase": ("chase", {}),
    "prepare": ("prepare", {"case_id": DRAFT}),
    "channels": ("channels", {"case_id": DRAFT}),
    "compose": ("compose", {"case_id": DRAFT}),
    "kinds": ("kinds", {"case_id": LATE, "chosen": str}),
    "letter": ("letter", {"case_id": LATE}),
    "send by mail": ("send", {"case_id": DRAFT, "channel": "email"}),
    "send by chat": ("send", {"case_id": LATE, "channel": "chat"}),
    "post": ("post", {"case_id": DRAFT}),
    "password": ("password", {"server": SERVER, "given": str}),
    "outbox": ("outbox", {}),
    "override": ("override", {"case_id": LATE, "errors": (), "given": str}),
    "transcript": ("transcript", {"case_id": LATE}),
    "call": ("call", {"case_id": LATE}),
    "record": ("record", {"case_id": LATE}),
    "event": ("event", {"case_id": LATE, "kind": "promise"}),
    "escalate": ("escalate", {"case_id": MINE}),
    "insist": ("insist", {"case_id": MINE, "step": "request"}),
    "bundle": ("bundle", {"case_id": LATE}),
    "plan": ("plan", {"case_id": LATE}),
    "ladders": ("ladders", {"case_id": DRAFT}),
    "working": ("working", {"case_id": LATE}),
    "find": ("find", {}),
    "rules": ("rules", {}),
    "rule": ("rule", {"rule_id": "uk.ofcom"}),
    "profiles": ("profiles", {}),
    "profile": ("profile", {}),
    "settings": ("settings", {}),
    "setting": ("setting", {"name": "country"}),
}

# The same screens with other things on them: looked at once.
MORE: dict[str, tuple[str, dict[str, Any]]] = {
    "send by form": ("send", {"case_id": LATE, "channel": "form"}),
    "send in public": ("send", {"case_id": LATE, "channel": "social"}),
    "send on paper": ("send", {"case_id": LATE, "channel": "letter"}),
    "closing": ("event", {"case_id": LATE, "kind": "closed"}),
    "penalty": ("rule", {"rule_id": "ru.zpp.23"}),
    "working by law": ("working", {"case_id": 18}),  # extended, and standing still
}


def in_batches(count: int, *more: str) -> list[tuple[str, ...]]:
    """The names of all screens in so many parts: an application is started once for each."""
    names = (*PAGES, *more)
    return [names[start::count] for start in range(count)]
