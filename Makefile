# make demo, make test, make lab, make build, make dist, make verify, make lint, make measure, make lock, make clean
# PYTHON names the interpreter for the virtual environment: 3.11, 3.12 or 3.13.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TEST_OPTIONS ?= -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: all demo test lint verify lab build dist measure lock setup clean

all: demo

setup: $(READY)

$(READY): requirements.txt requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info < (3, 14); ok or sys.exit("Python 3.11, 3.12 or 3.13 is wanted, this is " + sys.version.split()[0] + ": type make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -r requirements.txt -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@sh grading/install-bubblewrap.sh
	@touch $(READY)

build: setup
	$(BIN)/workbook build

dist: setup
	$(BIN)/workbook dist

demo: build
	$(BIN)/workbook demo

verify: setup
	$(BIN)/workbook verify

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

test: setup
	$(BIN)/python -m pytest $(TEST_OPTIONS)

lab: build
	$(BIN)/jupyter lab --notebook-dir=.

measure: setup
	$(BIN)/python -m benchmarks

lock: setup
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --no-annotate --custom-compile-command 'make lock' pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --no-annotate --custom-compile-command 'make lock' --group pyproject.toml:dev -c requirements.txt -o requirements-dev.txt

clean:
	rm -rf $(VENV) demo dist
