#!/bin/sh
# Builds the wheel and the source into dist/ and tries each as an administrator would: in a clean environment, from an
# empty folder. To release: set __version__ in klachtmail/__init__.py, date its section of CHANGELOG.md, `make release`, tag.
set -eu
bin=$1
version=$("$bin/python" -c 'import klachtmail; print(klachtmail.__version__)')
grep -q "^## \[$version\] - 20" CHANGELOG.md || echo "CHANGELOG.md has no dated section [$version] yet: a trial, no release"
rm -rf dist
"$bin/python" -m hatchling build >/dev/null
here=$(pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -m venv "$scratch/wheel"
"$scratch/wheel/bin/pip" install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/demo.lock
"$scratch/wheel/bin/pip" install --quiet --disable-pip-version-check --no-deps dist/klachtmail-"$version"-*.whl
(
  cd "$scratch"
  test "$(wheel/bin/klachtmail --version)" = "klachtmail, version $version"
  wheel/bin/klachtmail demo --quiet
)

tar -xzf "dist/klachtmail-$version.tar.gz" -C "$scratch"
make --directory "$scratch/klachtmail-$version" --no-print-directory demo DEMO="--quiet"
cd "$here"
ls -1 dist
