"""Dovecot's settings as its version wants them: 2.4 (Debian 13) reads little of what 2.3 (Debian 12, Ubuntu 24.04) reads."""

# What Dovecot says after the login, in the order of its own list.
CAPABILITIES = (
    "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT SORT=DISPLAY THREAD=REFERENCES THREAD=REFS THREAD=ORDEREDSUBJECT "
    "MULTIAPPEND URL-PARTIAL CATENATE UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED I18NLEVEL=1 CONDSTORE QRESYNC "
    "ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH LIST-STATUS BINARY MOVE SNIPPET=FUZZY PREVIEW=FUZZY PREVIEW STATUS=SIZE "
    "SAVEDATE LITERAL+ NOTIFY SPECIAL-USE"
)

COMMON = """
listen = {host}
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = {uid}
last_valid_uid = {uid}
ssl = {ssl}
auth_mechanisms = plain login
auth_failure_delay = 0
mail_uid = {uid}
mail_gid = {gid}
mail_fsync = never
mailbox_list_index = yes
submission_host = {host}:9
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
  mailbox Junk {{
    auto = create
    special_use = \\Junk
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
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
  }}
}}
service lmtp {{
  process_min_avail = 1
  inet_listener lmtp {{
    port = {lmtp_port}
  }}
}}
{own}
{more}
"""

OF_2_3 = """protocols = imap lmtp
disable_plaintext_auth = no
mail_location = mdbox:{root}/mail/%u
mail_home = {root}/mail/%u
service imap-login {{
  service_count = 0
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u allow_all_users=yes
}}"""

OF_2_4 = """protocols {{
  imap = yes
  lmtp = yes
}}
auth_allow_cleartext = yes
mail_driver = mdbox
mail_path = {root}/mail/%{{user}}
mail_home = {root}/mail/%{{user}}
service imap-login {{
  restart_request_count = unlimited
}}
passdb static {{
  password = {password}
}}
userdb static {{
  userdb_static_allow_all_users = yes
  fields {{
    uid = {uid}
    gid = {gid}
    home = {root}/mail/%{{user}}
  }}
}}"""

FIRST_OF_2_4 = "dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0\n"  # it wants these on top

# A session that idles for a second is put to rest; its keeper tells of news at once, where Dovecot itself waits half a second.
HIBERNATION = """imap_hibernate_timeout = 1s
service imap {
  unix_listener imap-master {
    mode = 0666
  }
}
service imap-hibernate {
  chroot =
  unix_listener imap-hibernate {
    mode = 0666
  }
}"""


def configuration(new: bool, facts: dict[str, object], more: list[str]) -> str:
    """Return the whole file; `new` from 2.4 on."""
    own = (OF_2_4 if new else OF_2_3).format(**facts)
    return (FIRST_OF_2_4 if new else "") + COMMON.format(own=own, more="\n".join(more), **facts)


def capabilities(without: set[str]) -> str:
    """Return the setting that takes capabilities away."""
    return f"imap_capability = {' '.join(name for name in CAPABILITIES.split() if name not in without)}"


def certificates(new: bool, certificate: object, key: object) -> str:
    """Return the settings of TLS."""
    if new:
        return f"ssl_server_cert_file = {certificate}\nssl_server_key_file = {key}"
    return f"ssl_cert = <{certificate}\nssl_key = <{key}"


def rights(new: bool, path: object) -> str:
    """Return the settings of ACL (RFC 4314), with one file for all mailboxes."""
    if new:
        return (
            "mail_plugins {\n  acl = yes\n}\nprotocol imap {\n  mail_plugins {\n    imap_acl = yes\n  }\n}\n"
            f"acl_driver = vfile\nacl_global_path = {path}\nacl_cache_ttl = 0"
        )
    return (
        "mail_plugins = acl\nprotocol imap {\n  mail_plugins = acl imap_acl\n}\n"
        f"plugin {{\n  acl = vfile:{path}:cache_secs=0\n}}"
    )


def quota(new: bool, kilobytes: int) -> str:
    """Return the settings of a quota for each user, without grace."""
    if new:
        return (
            "mail_plugins {\n  quota = yes\n}\nprotocol imap {\n  mail_plugins {\n    imap_quota = yes\n  }\n}\n"
            f'quota "User quota" {{\n  driver = count\n  storage_size = {kilobytes}K\n}}\nquota_storage_grace = 0'
        )
    return (
        "mail_plugins = quota\nprotocol imap {\n  mail_plugins = quota imap_quota\n}\n"
        f"plugin {{\n  quota = count:User quota\n  quota_vsizes = yes\n  quota_rule = *:storage={kilobytes}K\n"
        "  quota_grace = 0\n}"
    )


def vacation(new: bool, script: object, port: int) -> str:
    """Return the settings of Pigeonhole: every mailbox has this script, and what it answers goes to a server at `port`."""
    relay = f"submission_host = 127.0.0.1:{port}"
    if new:
        return (
            f"{relay}\nprotocol lmtp {{\n  mail_plugins {{\n    sieve = yes\n  }}\n}}\n"
            f"sieve_script away {{\n  type = before\n  path = {script}\n}}"
        )
    return f"{relay}\nprotocol lmtp {{\n  mail_plugins = sieve\n}}\nplugin {{\n  sieve_before = {script}\n}}"
