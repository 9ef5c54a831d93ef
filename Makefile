# `make demo` and `make test` do everything on a fresh machine: own virtual environment, install, run.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SYSTEM_PYTHON ?= /usr/bin/python3
OLDEST ?= .venv-system
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Only faster: where the source may not be written, it runs all the same.
COMPILED := $(BIN)/python -m compileall -qq klachtmail || true
export PIP_NO_WARN_SCRIPT_LOCATION := 1
# A thousand processes start in a run of the tests: what changed is compiled for the first of them, not for each.
unexport PYTHONDONTWRITEBYTECODE
# Python reads where an editable install lies by the locale: in C it cannot, below a folder with an é in its name.
export LC_ALL := C.UTF-8

# The tests run side by side, one process for each processor; where they wait for servers one more, for the time in which they do.
# TESTS=tests/unit/parse runs a part.
PYTEST := $(BIN)/python -m pytest --dist worksteal -n auto
WITH_SERVERS := $(PYTEST) -n $$(($$(getconf _NPROCESSORS_ONLN) + 1))
# What runs in the tests' own process is measured; the rest starts the installed program.
MEASURED := tests/unit tests/attacks tests/contract tests/corpora tests/crash

.PHONY: help demo test test-all unit system coverage oldest dovecot24 tested image guide release lint types fuzz torture soak mutants bench twelve-weeks judged pictures lock clean install

help:  ## this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/'

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "klachtmail needs Python 3.11 or newer (set PYTHON=...)"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "python3-venv is missing: apt install python3-venv"; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements/demo.lock pyproject.toml
	@$(PIP) install --no-deps --require-hashes -r requirements/demo.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(COMPILED)
	@touch $@

$(VENV)/.dev: $(VENV)/.python requirements/dev.lock pyproject.toml
	@$(PIP) install --no-deps --require-hashes -r requirements/dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(COMPILED)
	@touch $@ $(VENV)/.run

install: $(VENV)/.run  ## an own virtual environment with klachtmail

demo: $(VENV)/.run  ## play a complaint from mail to digest, with real IMAP and SMTP
	@$(BIN)/klachtmail demo $(DEMO)

test: $(VENV)/.dev  ## every test, in twenty minutes on two processors
	@deploy/test-servers.sh
	@$(WITH_SERVERS) $(TESTS)

unit: $(VENV)/.dev  ## the fast tests only: no process, no network
	@$(PYTEST) -q tests/unit

system: $(VENV)/.dev  ## the installed program against real servers
	@deploy/test-servers.sh
	@$(WITH_SERVERS) tests/system

coverage: $(VENV)/.dev  ## the tests that run in one process, and which lines they never reach
	@deploy/test-servers.sh
	@$(PYTEST) --cov --cov-report=term:skip-covered $(MEASURED)

test-all: test oldest  ## every test, then the slow rings whole: fuzz, torture, new examples for Hypothesis
	@$(PYTEST) -q --hypothesis-profile=search tests/unit tests/attacks
	@$(MAKE) --no-print-directory fuzz torture bench
	@[ "$$(id -u)" != 0 ] || $(MAKE) --no-print-directory dovecot24 image
	@$(MAKE) --no-print-directory mutants MUTANTS="--each 20"
	@$(MAKE) --no-print-directory soak SOAK="--minutes 5"

oldest: $(OLDEST)/.oldest  ## the fast tests and the attacks with the system's own Python (SYSTEM_PYTHON=/usr/bin/python3)
	@$(OLDEST)/bin/python -m pytest -n auto --dist worksteal -q $(or $(TESTS),tests/unit tests/attacks)

# A stamp of its own: inside, VENV is OLDEST, and a second rule for $(VENV)/.dev would call itself for ever.
$(OLDEST)/.oldest: requirements/dev.lock pyproject.toml
	@deploy/system-python.sh $(SYSTEM_PYTHON)
	@$(MAKE) --no-print-directory VENV=$(OLDEST) PYTHON=$(SYSTEM_PYTHON) $(OLDEST)/.dev
	@touch $@

dovecot24: $(VENV)/.dev  ## the tests of the mailbox with Debian 13's Dovecot 2.4, in a folder of its own (as root, debootstrap)
	@deploy/test-servers.sh
	@deploy/dovecot24.sh
	@$(BIN)/python -m tests.tested "Dovecot 2.4"

tested: $(VENV)/.dev  ## run the tests of each server that is here, and write docs/tested.md
	@deploy/test-servers.sh
	@$(BIN)/python -m tests.tested $(TESTED)

image: $(VENV)/.dev  ## build the container image as root (buildah, debootstrap) and look into it
	@deploy/try-image.sh
	@$(BIN)/python -m tests.tested --ran Container "$$(buildah --version | cut -d' ' -f1-3), chroot isolation, Debian 13" \
	  "\`make image\`: built and run: its user, its version, no demonstration servers, health check kept"

guide: $(VENV)/.dev  ## follow the guide to the letter as root, in a Debian that boots (debootstrap, systemd-nspawn)
	@deploy/test-servers.sh
	@$(BIN)/python -m tests.guide

release: $(VENV)/.dev  ## the wheel and the source in dist/, each tried in a clean environment
	@deploy/release.sh $(BIN)

lint: $(VENV)/.dev  ## ruff
	@$(BIN)/ruff check . && $(BIN)/ruff format --check klachtmail tests benchmarks

REPLIES := $(or $(KLACHTMAIL_REPLIES),../shared/replies)

replies: $(VENV)/.dev  ## how well are replies understood? the sets in KLACHTMAIL_REPLIES, else ../shared/replies
	@deploy/test-servers.sh
	@if [ -f "$(REPLIES)/runner.py" ]; then $(BIN)/python "$(REPLIES)/runner.py" $(KINDS); \
	else echo "no sets of replies: neither KLACHTMAIL_REPLIES nor ../shared/replies holds a runner.py"; fi

types: $(VENV)/.dev  ## mypy, strict
	@$(BIN)/mypy

fuzz: $(VENV)/.dev  ## 100,000 mutated messages
	@$(BIN)/python -m tests.fuzz.run $(FUZZ)

torture: $(VENV)/.dev  ## kill -9 at random moments, 200 times (TORTURE="--machines 2": two daemons on one PostgreSQL)
	@deploy/test-servers.sh
	@$(BIN)/python -m tests.torture $(TORTURE)

soak: $(VENV)/.dev  ## half an hour of mail, restarts and trouble; then threads, files, memory, bytes (SOAK="--minutes 5")
	@deploy/test-servers.sh
	@$(BIN)/python -m tests.soak $(SOAK)

$(VENV)/.mutants: $(VENV)/.dev requirements/mutants.lock
	@$(PIP) install --no-deps --require-hashes -r requirements/mutants.lock
	@touch $@

mutants: $(VENV)/.mutants  ## one small mistake at a time in the code: do the tests notice? (MUTANTS="smtp --each 10 --seed 7", or --holes)
	@deploy/test-servers.sh
	@$(BIN)/python -m tests.mutants $(MUTANTS)

bench: $(VENV)/.dev  ## the benchmarks
	@deploy/test-servers.sh
	@$(BIN)/python -m benchmarks $(BENCH)

twelve-weeks: $(VENV)/.dev  ## play twelve weeks of a small firm, and write docs/twelve-weeks.md
	@$(BIN)/python -m tests.twelve_weeks $(PLAY)

judged: $(VENV)/.dev  ## every letter before axe (npm, Chromium) and SpamAssassin (local rules): nothing may be said against one
	@$(BIN)/python -m tests.letters_judged $(JUDGED)

pictures: $(VENV)/.dev  ## the screenshots of the README
	@$(BIN)/python -m tests.pictures.readme

lock: $(VENV)/.dev  ## lock the versions, with hashes and without addresses
	@deploy/lock.sh $(BIN)

clean:  ## remove what was built
	@rm -rf $(VENV) $(OLDEST) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist artifacts
