#!/bin/sh
# Debian 13's Dovecot 2.4 for the tests, beside whatever is installed: with its libraries, in a folder of its own, made once as root.
# It runs with this machine's devices, network and folder for temporary files.  deploy/dovecot24.sh [MIRROR]
set -eu
there=/var/cache/klachtmail-test-servers/dovecot-2.4
[ ! -x $there/dovecot ] || exit 0
[ "$(id -u)" = 0 ] || { echo "Dovecot 2.4 is put into a folder of its own, which wants root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing: apt install debootstrap" >&2; exit 1; }
echo "making a Debian 13 with Dovecot 2.4 for the tests: a few minutes"
mkdir -p $there
rm -rf $there/root  # half of it, when it was cut off
debootstrap --variant=minbase --include=dovecot-imapd,dovecot-lmtpd,dovecot-sieve \
  trixie $there/root "${1:-http://deb.debian.org/debian}" >$there/log || { tail -5 $there/log >&2; exit 1; }

cat >$there/doveadm <<'INSIDE'
#!/bin/sh
# A program of the Debian beside this file, by this file's name; its mounts go when it ends.
set -eu
root=$(dirname "$0")/root shared=${TMPDIR:-/tmp}
mkdir -p "$root$shared"
exec unshare --mount sh -euc '
  mount --rbind /dev "$1/dev"
  mount -t proc proc "$1/proc"
  mount --rbind "$2" "$1$2"
  root=$1
  shift 2
  exec chroot "$root" "$@"
' sh "$root" "$shared" "$(basename "$0")" "$@"
INSIDE
chmod +x $there/doveadm
cp $there/doveadm $there/dovecot
