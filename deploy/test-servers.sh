#!/bin/sh
# The tests want a real mail server and a real database. Installs Dovecot, PostgreSQL and Chromium when they are missing
# and we may. The tests start them by themselves, in folders of their own and on free ports.
set -eu
missing=""
[ -x /usr/sbin/dovecot ] && [ -x /usr/lib/dovecot/lmtp ] || missing="dovecot-imapd dovecot-lmtpd"
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing="$missing postgresql"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
command -v faketime >/dev/null 2>&1 || missing="$missing faketime"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing for the tests: $missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null
  # shellcheck disable=SC2086  # a list of packages
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "The tests need these packages; install them first:  sudo apt install $missing" >&2
  [ -z "${KLACHTMAIL_NO_SKIP:-}" ] || exit 1
fi
