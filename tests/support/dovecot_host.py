"""A private Dovecot 2.3 on loopback, where it is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from certificates import Certificate
from imap_host import ImapHost, free_ports

_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_CONF = """
protocols = imap
listen = 127.0.0.1
base_dir = {run}
state_dir = {run}
log_path = {folder}/log
default_login_user = {login}
default_internal_user = {internal}
default_internal_group = {group}
ssl = yes
ssl_cert = <{cert}
ssl_key = <{key}
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
auth_mechanisms = plain login
auth_failure_delay = 0 secs
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={mail} gid={mail} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  mailbox Gesendet {{
    auto = create
    special_use = \\Sent
  }}
}}
"""


def is_installed() -> bool:
    """Whether there is one on this machine."""
    return shutil.which("dovecot", path=_PATH) is not None


def _mail_user() -> str:
    return "mail" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name


@contextmanager
def dovecot(certificate: Certificate) -> Iterator[ImapHost]:
    """Started, and ready for a login. In a folder that its users can reach, as pytest's are not."""
    folder = Path(tempfile.mkdtemp(prefix="upheld-imap-"))
    port, tls_port = free_ports(2)
    is_root, user = os.getuid() == 0, pwd.getpwuid(os.getuid()).pw_name
    conf, home = folder / "dovecot.conf", folder / "mail" / "anna"
    for name in ("new", "cur", "tmp"):
        (home / name).mkdir(parents=True)
    (folder / "run").mkdir()
    if is_root:
        for path in (folder / "mail", home, *home.iterdir()):
            shutil.chown(path, "mail", "mail")
        folder.chmod(0o755)
    conf.write_text(_CONF.format(
        folder=folder, run=folder / "run", cert=certificate.cert, key=certificate.key,
        login="dovenull" if is_root else user, internal="dovecot" if is_root else user,
        group="dovecot" if is_root else user, mail=_mail_user(), port=port, tls_port=tls_port,
    ))  # fmt: skip
    environment = {**os.environ, "PATH": _PATH}
    # Its streams stay open as long as it runs: a pipe would never end.
    with (folder / "started").open("wb") as told:
        words = ["dovecot", "-c", conf]
        started = subprocess.run(words, check=False, env=environment, stdout=told, stderr=told)
    assert started.returncode == 0, (folder / "started").read_text()
    try:
        _wait(conf, environment)
        yield ImapHost(port, tls_port, home, _mail_user(), says_sent=True)
    finally:
        subprocess.run(["doveadm", "-c", conf, "stop"], env=environment, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(conf: Path, environment: dict[str, str]) -> None:
    """An open port is not enough: a login has to work."""
    login = ["doveadm", "-c", conf, "auth", "test", "anna", "secret"]
    for _ in range(100):
        ran = subprocess.run(login, check=False, env=environment, capture_output=True)
        if ran.returncode == 0:
            return
    raise AssertionError("Dovecot does not get ready")
