# `make help` lists the commands; each sets up what it needs.
.DEFAULT_GOAL := help
# The first that runs and is new enough: a name on PATH may belong to an older Python, or to none.
PYTHON ?= $(or $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done), \
	$(error no Python 3.11 or newer on PATH; get one with: uv python install 3.14))
VENV := .venv
BIN := $(VENV)/bin
# Where the tests put the interpreters and uv of the environment before those of the machine.
export PATH := $(CURDIR)/$(BIN):$(PATH)
READY := $(VENV)/ready
SPHINX := $(BIN)/python -m sphinx -b dirhtml -c . -j auto -W --keep-going -q -d _build/doctrees docs
SLUG ?=
# The quick ones of the tests that have one case for each pitfall: a trial in the browser is not.
OF_A_PITFALL := tests/matrix/test_matrix.py tests/lib tests/finder/test_finder_clues.py \
	$(addprefix tests/site/test_,first_screen.py links.py)
# How many pitfalls `make bench` builds at most, which mutants are tried.
LARGE ?= 1000
MUTANTS ?=
AUDIT := tests/audit
PLAYGROUND := src/pitfalls_site/playground
NPM_CI := ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries 1
MUTMUT := $(BIN)/uv run --quiet --no-project --python $(BIN)/python --with mutmut==3.8.1 mutmut

.PHONY: help
help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -c 'from pitfalls_site import kernels; kernels.register()'
	touch $@

# Folders too: their time shows that a file is gone.
INPUTS = $(shell find conf.py CONTRIBUTING.md docs snippets src -not -path '*__pycache__*' -not -path '*/node_modules/*')

# Python for browsers. Without npm or its registry the site is built all the same and says what is missing; a
# folder of long ago makes the next call try again, and does not make the site look out of date.
$(PLAYGROUND)/node_modules: $(wildcard $(PLAYGROUND)/package-lock.json $(PLAYGROUND)/compile.mjs)
	npm --prefix $(PLAYGROUND) $(NPM_CI) && npm --prefix $(PLAYGROUND) run --silent compile && touch $@ || { rm -rf $@ && mkdir $@ && touch -t 197001020000 $@; }

# Touched only after a build without a warning, so that a build that failed fails again.
_build/built: $(READY) $(PLAYGROUND)/node_modules $(INPUTS)
	$(SPHINX) _build/html
	touch $@

.PHONY: site
site: _build/built ## Build the site into _build/html.
	@echo "Built; read it with: make serve"

# A build of its own: the page reloads itself by a script that the site's policy would forbid. Cells are not
# executed, since pages show recorded output.
.PHONY: serve
serve: $(READY) $(PLAYGROUND)/node_modules ## Show the site on http://127.0.0.1:8000/, and again whenever a file is saved.
	$(BIN)/sphinx-autobuild -b dirhtml -c . -q -A live=1 -D nb_execution_mode=off -D suppress_warnings=myst-nb.lexer \
		--watch snippets --watch src --watch CONTRIBUTING.md -d _build/doctrees-live docs _build/live

.PHONY: test
test: $(READY) $(PLAYGROUND)/node_modules ## Run all tests, over every interpreter that is here; or those of SLUG=... and its page.
	$(BIN)/python -m pytest -rs $(if $(SLUG),--slug $(SLUG) $(OF_A_PITFALL),-n auto)

.PHONY: record
record: $(READY) ## Re-record the evidence: all of it, or of SLUG=...
	$(BIN)/python -m pitfalls_tools record $(SLUG)

.PHONY: browser
browser: site ## Run failures and fixes in Chromium and record what they do: all, or of SLUG=...
	$(BIN)/python -m pitfalls_tools browser $(SLUG)

.PHONY: new
new: $(READY) ## Write the folder and the page of a new pitfall: make new SLUG=...
	$(BIN)/python -m pitfalls_tools new $(SLUG)

.PHONY: lint
lint: $(READY) ## Check format, lint and types.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

.PHONY: bench
bench: site ## Time builds and tests beside stock MyST-NB; writes reports/bench.md.
	$(BIN)/python -m pitfalls_tools.bench --large $(LARGE)

$(AUDIT)/node_modules: $(AUDIT)/package-lock.json
	npm --prefix $(AUDIT) $(NPM_CI)
	touch $@

.PHONY: audit
audit: site $(AUDIT)/node_modules ## Measure the site with Lighthouse, on a desktop and on a phone; writes reports/audit.md.
	$(BIN)/python -m pitfalls_tools.audit

.PHONY: links
links: $(READY) ## Ask whether the addresses of others still answer; never fails the build.
	-$(BIN)/python -m sphinx -b linkcheck -c . -j auto -q -D nb_execution_mode=off -d _build/doctrees-links docs _build/links

.PHONY: coverage
coverage: $(READY) ## Run all tests and show the lines of src/ that none of them reaches.
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

.PHONY: mutants
mutants: $(READY) ## Change the finder and the checks of claims bit by bit, and list what no test notices; MUTANTS="*.verify.*" for some.
	$(MUTMUT) run $(MUTANTS)
	$(MUTMUT) results

.PHONY: scan
scan: $(READY) ## Renew what asyncio can raise, warn of or log, from every CPython that is here.
	$(BIN)/python -m pitfalls_tools scan

.PHONY: inventory
inventory: $(READY) ## Renew the inventory of Python's documentation.
	$(BIN)/python -m pitfalls_tools.inventory

.PHONY: lock
lock: $(READY) ## Renew requirements.lock.
	$(BIN)/uv pip compile --quiet pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" -o requirements.lock

.PHONY: clean
clean: ## Remove everything that was built.
	rm -rf _build mutants $(VENV) $(AUDIT)/node_modules $(PLAYGROUND)/node_modules
