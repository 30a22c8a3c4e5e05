"""The mail servers that there are on this machine: one comes by pip, another one may be there."""

from __future__ import annotations

import dovecot_host
from pymap_host import pymap

HOSTS = {"pymap": pymap}
if dovecot_host.is_installed():
    HOSTS["dovecot"] = dovecot_host.dovecot
