# `make` alone lists what there is to do. Tool settings are in pyproject.toml.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help site test check static serve pdf catalogues schemas golden benchmark benchmark-print benchmark-search benchmark-site lock clean setup-site setup-test

EDITION ?= core
LANG_CODE ?= en
BIN := .venv/bin

# Material announces MkDocs 2 at every start; we pin MkDocs 1.6.1.
export NO_MKDOCS_2_WARNING := 1

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: setup-site ## Build the whole site, every edition and language, into site/, and verify it
	$(BIN)/manualkit build
	$(BIN)/manualkit verify

test: static ## Everything CI checks: format, lint, types, layers, catalogues, all tests
	$(BIN)/pytest -n 2 --no-loadscope-reorder --durations=10

check: static ## The fast part of make test: no site, no PDF, no browser
	$(BIN)/pytest -n 2 --no-loadscope-reorder -m "not site and not pdf and not browser"

serve: setup-site ## Preview one rendition while you write (EDITION=core LANG_CODE=en)
	$(BIN)/manualkit serve --edition $(EDITION) --lang $(LANG_CODE)

pdf: setup-site ## Make the PDFs of one rendition (EDITION=core LANG_CODE=en)
	$(BIN)/manualkit pdf --edition $(EDITION) --lang $(LANG_CODE)

catalogues: setup-site ## Bring new and changed English texts into locale/
	$(BIN)/manualkit translate update

schemas: setup-site ## Export the JSON Schemas for editors
	$(BIN)/manualkit schemas

golden: setup-test ## Rewrite the expected results of the golden tests; review the diff
	UPDATE_GOLDEN=1 $(BIN)/pytest -q -k golden
	git diff --stat -- tests

benchmark: setup-test ## Measure catalogues, adaptations and reading grades; figures go to build/benchmarks/
	$(BIN)/python benchmarks/catalogue.py
	$(BIN)/python benchmarks/adaptation.py
	$(BIN)/python benchmarks/reading.py

benchmark-print: setup-test ## Print beside mkdocs-to-pdf and mkdocs-with-pdf; cold, warm, after an edit
	$(BIN)/python benchmarks/print.py

benchmark-search: setup-test ## The judged queries in our search, in Material's and in Pagefind
	$(BIN)/python benchmarks/search.py

benchmark-site: setup-test ## The site at 200 to 5,000 pages, beside plain MkDocs with Material and static-i18n
	$(BIN)/python benchmarks/site.py

lock: ## Pin every Python package anew (UPGRADE=--upgrade takes newer versions)
	scripts/lock.sh $(UPGRADE)

clean: ## Remove what was generated (not .venv)
	rm -rf build site dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

static: setup-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	scripts/check-catalogues.sh

setup-site setup-test: setup-%:
	@scripts/setup.sh $*
