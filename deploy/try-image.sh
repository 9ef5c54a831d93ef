#!/bin/sh
# Builds the image as root with buildah in chroot isolation, on a Debian that debootstrap makes, and looks into it: the program
# runs as its own user, says what it misses, and has no servers of the demonstration. `make image`
set -eu
for program in buildah debootstrap; do
  command -v $program >/dev/null || { echo "$program is missing: apt install buildah debootstrap"; exit 1; }
done
base=$(mktemp -d)
trap 'rm -rf "$base"; buildah rmi -f klachtmail-tried klachtmail-base >/dev/null 2>&1 || true' EXIT
mirror=$(sed -n 's/^URIs: *//p; s/^deb \([^ ]*\) .*/\1/p' /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | head -1)
debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates trixie "$base" "$mirror" >/dev/null
for file in /etc/pip.conf /etc/ssl/certs/ca-certificates.crt; do
  [ ! -e $file ] || cp $file "$base$file"
done
container=$(buildah from scratch)
buildah add -q "$container" "$base" / >/dev/null
buildah commit -q "$container" localhost/klachtmail-base >/dev/null
buildah rm "$container" >/dev/null
buildah build -q --isolation chroot --format docker --build-arg BASE=localhost/klachtmail-base \
  --file deploy/Dockerfile --tag klachtmail-tried . >/dev/null
buildah inspect --type image klachtmail-tried | grep -q '"Healthcheck"'
container=$(buildah from klachtmail-tried)
inside() { buildah run --isolation chroot "$container" "$@"; }
inside klachtmail --version
test "$(inside id -u)" = 10001
! inside /opt/klachtmail/bin/python -c 'import aiosmtpd' 2>/dev/null
inside klachtmail status 2>&1 | grep -q "The configuration cannot be read"
buildah rm "$container" >/dev/null
echo "the image is as it should be"
