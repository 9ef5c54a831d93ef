#!/bin/sh
# Lock every version with its hashes; no index address is written into the files.
set -eu
bin=$1
"$bin/python" -m pip install --quiet uv
common="--quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11"
# shellcheck disable=SC2086  # options
"$bin/uv" pip compile $common pyproject.toml --extra demo deploy/build.in -o requirements/demo.lock
# shellcheck disable=SC2086  # the image: without the demo's servers
"$bin/uv" pip compile $common pyproject.toml deploy/build.in -c requirements/demo.lock -o requirements/run.lock
# shellcheck disable=SC2086
"$bin/uv" pip compile $common pyproject.toml --extra microsoft --extra google --extra sqlite --extra postgresql deploy/build.in \
  -c requirements/demo.lock -o requirements/extras.lock
# shellcheck disable=SC2086
"$bin/uv" pip compile $common pyproject.toml --all-extras --group dev -o requirements/dev.lock
# shellcheck disable=SC2086  # beside what the other tests need
"$bin/uv" pip compile $common pyproject.toml --group mutants -c requirements/dev.lock -o requirements/mutants.lock
