"""A letter is sent from its screen: looked at, sent by one key, and told."""

from __future__ import annotations

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, page, press, until, where, write
from posting_desk import desk_with, here
from smtp_peers import PASSWORD, Authority, Script, whole

from tui.desk.letters.wish import Wish
from tui.screens.mail.mail_rounds import MailRounds
from tui.screens.mail.post import PostScreen
from tui.settings.mail_values import Smtp

SIZE = (80, 24)


async def test_from_the_letter_to_the_case(app_of: MakeApp) -> None:
    async with Script() as peer:
        desk = desk_with(here(peer.port))
        async with app_of(desk).run_test(size=SIZE) as pilot:
            await open_page(pilot, "case", case_id=1)
            await open_page(pilot, "send", case_id=1, channel="email")
            await press(pilot, "p")
            await until(pilot, lambda: where(pilot) == "post")
            shown = frame(pilot.app)
            assert "To: Meteor <help@meteor.example>" in shown
            assert "” to help@meteor.example by 127.0.0.1; that" in " ".join(shown.split())
            assert not peer.taken
            post = page(pilot)
            assert isinstance(post, PostScreen)
            post.action_post_now()  # an impatient person: the second before the first is done
            post.action_post_now()
            await until(pilot, lambda: where(pilot) == "case" and notice(pilot))
            assert "Sent to help@meteor.example, and recorded in #1." in notice(pilot)
    assert len(peer.taken) == 1
    assert [event.kind.value for event in desk.case(1).timeline] == ["sent"]


async def test_two_windows_make_one_letter(app_of: MakeApp) -> None:
    async with Script(mail="451 later") as peer:
        desk = desk_with(here(peer.port))
        async with app_of(desk).run_test(size=SIZE) as pilot:
            await open_page(pilot, "post", case_id=1)
            desk.queue_mail(desk.prepare_mail(1, Wish()))  # the other one
            await until(pilot, lambda: "Letter 1 of the outbox" in frame(pilot.app))
            await press(pilot, "enter")
    assert [out.standing.value for out in desk.outbox()] == ["queued"]
    assert not peer.heard


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
async def test_the_password_is_asked_for_and_seen_by_nobody(
    app_of: MakeApp,
    tmp_path,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    authority, file = Authority(), tmp_path / "ca.pem"
    authority.made.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setattr("tui.mail.secrets._real_keyring", lambda: None)
    with whole(tls=authority.context()) as (box, port):
        desk = desk_with(Smtp(host="localhost", port=port, security="tls"))
        async with app_of(desk).run_test(size=SIZE) as pilot:
            copied: list[str] = []
            monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
            await open_page(pilot, "post", case_id=1)
            await press(pilot, "enter")
            await until(pilot, lambda: where(pilot) == "password")
            await write(pilot, PASSWORD)
            await press(pilot, "ctrl+a", "ctrl+c", "ctrl+x")
            assert PASSWORD not in frame(pilot.app)
            await press(pilot, "ctrl+s")
            await until(pilot, lambda: desk.case(1).timeline)
            assert PASSWORD not in frame(pilot.app)
            assert PASSWORD not in repr(page(pilot).desk._office)
    assert len(box.taken) == 1
    assert not copied


async def test_without_settings_it_says_what_to_set(app_of: MakeApp) -> None:
    desk = desk_with(Smtp())
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "post", case_id=1)
        await press(pilot, "enter")
        assert "under [mail.smtp]" in frame(pilot.app)
    assert desk.outbox() == ()


async def test_what_waits_is_sent_by_the_open_app(app_of: MakeApp) -> None:
    async with Script() as peer:
        desk = desk_with(here(peer.port))
        desk.queue_mail(desk.prepare_mail(1, Wish()))
        app = app_of(desk)
        async with app.run_test(size=SIZE) as pilot:
            MailRounds(app, desk).look()
            await until(pilot, lambda: not desk.outbox())
    assert len(peer.taken) == 1


async def test_what_the_person_has_to_decide_is_said_once(app_of: MakeApp) -> None:
    async with Script("dot") as peer:
        desk = desk_with(here(peer.port))
        await desk.send_mail(desk.queue_mail(desk.prepare_mail(1, Wish())).number)
        for says in (True, False):  # the second time Upheld is opened
            app = app_of(desk)
            async with app.run_test(size=SIZE) as pilot:
                page(pilot).tell("busy")
                MailRounds(app, desk).look()
                assert notice(pilot) == "busy"
                await press(pilot, "down")
                page(pilot).tell("")
                MailRounds(app, desk).look()
                assert ("not certain" in notice(pilot)) is says
    assert peer.taken == []
