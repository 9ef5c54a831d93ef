#!/bin/sh
# `make oldest` runs the tests with the system's own Python, which on a fresh Debian cannot make a virtual environment yet:
# installs what is missing where we may, and says it elsewhere.
set -eu
python=$1
can_make_one() { "$python" -c 'import ensurepip' 2>/dev/null; }
if ! can_make_one && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing for the tests: python3-venv"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null
  apt-get install -y -qq --no-install-recommends python3 python3-venv >/dev/null
fi
can_make_one || { echo "$python cannot make a virtual environment: sudo apt install python3 python3-venv" >&2; exit 1; }
