# Two commands for a newcomer: `make brief` and `make test`. Each makes what it needs first.

THEATRE ?= pak-afg
AS_OF   ?= 2026-02-19
SEED    ?= 7

PYTHON := $(shell for p in python3.12 python3.13 python3.14 python3 python; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin

.PHONY: brief test fast lint types lock history backtest clean

brief: .venv/.installed
	$(BIN)/escalation run $(THEATRE) --as-of $(AS_OF) --seed $(SEED)

test: .venv/.installed
	$(BIN)/python -m pytest

fast: .venv/.installed
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -m "not mcmc and not slow" -n 2 --dist loadfile

lint: .venv/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.installed
	$(BIN)/mypy

lock: .venv/.installed
	$(BIN)/uv pip compile -q --upgrade --universal --no-header --no-annotate --no-emit-index-url \
	  --group dev --output-file requirements.lock pyproject.toml

# The coded history that ships, made again where the collection of items is at hand.
ITEMS ?= ../shared/data/reports/region-reports.jsonl
history: .venv/.installed
	rm -rf data/history/$(THEATRE)
	$(BIN)/escalation code $(ITEMS) --source current-events --theatre $(THEATRE) \
	  --store data/history/$(THEATRE) --loaded-through 2026-03-28 --processes 2 > /dev/null || test $$? -eq 3

# The table of past forecasts that ships with its settings; a second run does what is missing.
MODELS ?= last-year ewma season-glm ets switching flares local-level excitation regime ensemble
backtest: .venv/.installed
	$(BIN)/escalation backtest $(MODELS) --theatre $(THEATRE) --origins 60 --every 4 --seed $(SEED) \
	  --workers 2 --folder data/backtests/$(THEATRE)

clean:
	rm -rf .venv dist build

# The environment: as fast as uv, as sure as pip where uv cannot reach the packages.
.venv/.installed: requirements.lock pyproject.toml
ifeq ($(PYTHON),)
	@echo "escalation needs Python 3.12 or newer, and none was found (looked for python3.12, 3.13,"
	@echo "3.14, python3, python). Install one (python.org, your system's packages, or"
	@echo "'pyenv install 3.12'), open a new shell, and run the same command again."
	@exit 1
else
	@echo "making .venv with $$($(PYTHON) --version) (about 1 GB, once)"
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(grep '^uv==' requirements.lock)"
	$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements.lock \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable . \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
endif
