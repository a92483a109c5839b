# `make site`: everything from a fresh clone to site/.   `make test`: everything from a fresh clone to passed tests.
PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.installed
EVAL_SETS ?= ../shared
CORPORA ?= ../shared/corpora

.PHONY: help setup site test audits lint types eval bench train evaluate-pipeline check-regeneration lock clean

help:  ## Show these lines
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

setup: $(STAMP)  ## Make .venv with everything that the project needs

$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Makefile:1: no $(PYTHON) here; install Python 3.11 with venv, or say make PYTHON=..." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

site: setup  ## seeds/ -> docs/briefs/*.md -> site/
	$(BIN)/briefs build

test: setup  ## All tests
	tests/browser/ensure-tools
	$(BIN)/python -m pytest

audits: setup  ## What is measured on the built site: accessibility, speed, sizes, HTML
	tests/browser/ensure-tools
	$(BIN)/python -m pytest tests/browser/audits

lint: setup  ## Lint rules and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: setup  ## Types
	$(BIN)/mypy

train: setup  ## The bundled English pipeline from CORPORA, resumable; see training/README.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "spacy-lookups-data==1.0.5" "pycountry==26.2.16"
	$(BIN)/python -m training $(CORPORA)

evaluate-pipeline: setup  ## Figures of the bundled pipeline on the test splits of CORPORA
	OMP_NUM_THREADS=1 $(BIN)/python -m training.evaluate $(CORPORA) bundled

check-regeneration: setup  ## The committed pages are what the sources give
	$(BIN)/briefs generate --check
	$(BIN)/briefs check

eval: setup  ## The quality of extraction, as a table; EVAL_SETS names a folder of larger sets with their scorers
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.eval $(EVAL_SETS)

bench: setup  ## Speed, side by side, into benchmarks/RESULTS.md
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks.run

lock:  ## Write requirements.lock anew from the ranges in pyproject.toml
	rm -rf .venv/lock && $(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	.venv/lock/bin/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	{ head -n 1 requirements.lock; .venv/lock/bin/python -m pip freeze --exclude-editable; } > requirements.lock.new
	mv requirements.lock.new requirements.lock && rm -rf .venv/lock

clean:  ## Remove what can be made again
	rm -rf .venv .cache site
