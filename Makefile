# One chore, one word. On a fresh machine `make site` and `make test` are all the set-up;
# they need make, git and Python 3.11 or later, and keep everything they install in .venv.
#
# Another Python than python3:  make test PYTHON=python3.13

PYTHON ?= python3

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --no-input --disable-pip-version-check

# Touched when the locked packages are installed, so that the second run has nothing to do.
PROJECT := .venv/project-installed
TOOLS := .venv/tools-installed

# The tests that look further with HYPOTHESIS_PROFILE=slow.
LAWS = $(shell grep -lE 'hypothesis|HYPOTHESIS_PROFILE' tests/test_*.py)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site test slow lint types format lock upgrade wheel clean

help: ## list these chores
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

site: $(PROJECT) ## build the example site and say where to open it
	$(BIN)/dateline build
	@printf 'Open this file in a browser: %s/site/index.html\n' "$$PWD"

test: lint types ## check style and types, then run all tests
	$(BIN)/python -m pytest -n 2

slow: $(TOOLS) ## run the laws on many more examples
	HYPOTHESIS_PROFILE=slow $(BIN)/python -m pytest -n 2 $(LAWS)

lint: $(TOOLS) ## check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TOOLS) ## check types
	$(BIN)/python -m mypy

format: $(TOOLS) ## put the code into the house's form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

wheel: $(PROJECT) ## write the source archive and the wheel to dist/
	$(BIN)/python -m hatchling build

clean: ## remove .venv, dist/ and what the tools remember; never content or site/
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find builder tests -type d -name __pycache__ -prune -exec rm -rf {} +

# The environment

# Written last, so that an environment left half made, or moved with its folder (its scripts
# hold the folder's full path), is made again.
ifneq ($(shell test -x .venv/bin/python && cat .venv/made-in 2>/dev/null),$(CURDIR))
.PHONY: $(BIN)/python
endif

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || \
	  { echo 'There is no "$(PYTHON)" here: install Python 3.11 or later, or name it, as in' \
	    '"make site PYTHON=/usr/local/bin/python3.12".'; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'dateline needs Python 3.11 or later, and "$(PYTHON)" is' \
	    "$$("$(PYTHON)" --version 2>&1): install a newer one and name it, as in" \
	    '"make site PYTHON=python3.12".'; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo 'The Python here cannot make environments: install the package python3-venv' \
	    '("apt install python3-venv" on Debian and Ubuntu).'; exit 1; }
	"$(PYTHON)" -m venv --clear .venv
	@pwd -P > .venv/made-in

$(PROJECT): $(BIN)/python requirements/run.txt requirements/build.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): $(PROJECT) requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

# The locks

# The lock tool lives in an environment of its own: it would pin pip itself.
LOCKER := .venv/locker/bin/python
COMPILE := CUSTOM_COMPILE_COMMAND='make lock' $(LOCKER) -m piptools compile --quiet \
  --generate-hashes --strip-extras --allow-unsafe --newline lf \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

lock: $(BIN)/python ## write requirements/*.txt anew, keeping versions that still fit
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
	  { echo 'Locks are made with Python 3.11, the oldest that dateline runs on, so that' \
	    'every version in them runs there: "make clean", then "make lock PYTHON=python3.11".'; exit 1; }
	$(BIN)/python -m venv .venv/locker
	$(LOCKER) -m pip --quiet --no-input --disable-pip-version-check install pip-tools
	$(COMPILE) $(UPGRADE) --output-file requirements/run.txt pyproject.toml
	$(COMPILE) $(UPGRADE) --output-file requirements/build.txt \
	  --only-build-deps --build-deps-for editable pyproject.toml
	$(COMPILE) $(UPGRADE) --output-file requirements/dev.txt requirements/dev.in

upgrade: UPGRADE := --upgrade
upgrade: lock ## the same with the newest version of everything
