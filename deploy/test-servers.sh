#!/bin/sh
# The tests want real mail servers and a real database. Installs Dovecot, PostgreSQL, Postfix, OpenDKIM, rspamd and Chromium when
# they are missing and we may, and unpacks Cyrus, Courier and Exim, which exclude these. No service is started: the tests start their own, in
# folders of their own and on free ports.
set -eu
unpacked=/var/cache/klachtmail-test-servers
missing=""
[ -x /usr/sbin/dovecot ] && [ -x /usr/lib/dovecot/lmtp ] || missing="dovecot-imapd dovecot-lmtpd"
[ -e /usr/lib/dovecot/modules/lib90_sieve_plugin.so ] || missing="$missing dovecot-sieve"
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing="$missing postgresql"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
command -v faketime >/dev/null 2>&1 || missing="$missing faketime"
command -v strace >/dev/null 2>&1 || missing="$missing strace"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  [ -n "$missing" ] || exit 0
  echo "The tests need these packages; install them first:  sudo apt install $missing" >&2
  [ -z "${KLACHTMAIL_NO_SKIP:-}" ] || exit 1
  exit 0
fi
[ -x /usr/sbin/postfix ] || missing="$missing postfix"  # its tests need root, and so do those of the filters before it
[ -x /usr/sbin/opendkim ] || missing="$missing opendkim"
[ -x /usr/bin/rspamd ] || missing="$missing rspamd"
if [ -z "$missing" ] && [ -d $unpacked/cyrus ] && [ -d $unpacked/courier ] && [ -d $unpacked/exim ]; then
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null
if [ -n "$missing" ]; then
  echo "installing for the tests: $missing"
  policy=/usr/sbin/policy-rc.d
  if [ ! -e $policy ]; then
    trap 'rm -f $policy' EXIT
    printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy
  fi
  # shellcheck disable=SC2086  # a list of packages
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# Unpacks a package, and what it needs that is not installed, into a folder of its own.
unpack() {
  [ ! -d "$unpacked/$1" ] || return 0
  echo "unpacking for the tests: $2"
  scratch=$(mktemp -d)
  (
    cd "$scratch"
    apt-get install -s --no-install-recommends "$2" |
      awk '$1 == "Inst" && $2 !~ /^(perl|libperl|gawk|db|postfix|gnutls|libgnutls.*-dev|'"$3"')/ { print $2 }' |
      xargs apt-get download -qq -o APT::Sandbox::User=root >/dev/null
    for package in *.deb; do dpkg -x "$package" files; done
    for folder in bin sbin lib; do  # links to those in usr, where they are laid over
      [ ! -d files/$folder ] || { mkdir -p files/usr/$folder && cp -a files/$folder/. files/usr/$folder/ && rm -r files/$folder; }
    done
    mkdir -p files/etc  # Exim wants its user to be known
    { cat /etc/passwd; echo "Debian-exim:x:961:961::/nonexistent:/usr/sbin/nologin"; } >files/etc/passwd
    { cat /etc/group; echo "Debian-exim:x:961:"; } >files/etc/group
    mkdir -p $unpacked && mv files "$unpacked/$1"
  )
  rm -r "$scratch"
}
unpack cyrus cyrus-imapd exim4
unpack courier courier-imap none
unpack exim exim4-daemon-light none
