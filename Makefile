# What a developer runs; `make` alone lists it.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup handouts test test-all lint bench pictures words docs lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## Install everything needed, once
	@:

$(READY): requirements.lock pyproject.toml tools/setup-system
	@echo "Setting up .venv: a minute or two, once"
	@PYTHON="$(PYTHON)" tools/setup-system
	@"$(PYTHON)" -m venv .venv
	@$(BIN)/python -m pip install --disable-pip-version-check -q --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -c "import weasyprint"  # fails here, with its own advice, if a library is missing
	@touch $@

handouts: $(READY) ## Build the kits into build/
	$(BIN)/plainleaf build --kit default
	$(BIN)/plainleaf build --kit languages
	$(BIN)/plainleaf build --kit brochures

test: lint ## Lint, then run the quick tests
	$(BIN)/python -m pytest -n logical -m "not slow"

test-all: lint ## Lint, then run all tests
	$(BIN)/python -m pytest -n logical

lint: $(READY) ## Check style and types
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary

bench: $(READY) ## Measure speed and memory, against other engines too
	$(BIN)/python bench/bench.py; first=$$?; $(BIN)/python -m bench.refusal || first=1; \
	  $(BIN)/python -m bench.peers && exit $$first

pictures: $(READY) ## Redraw the pictures in the docs
	$(BIN)/python tools/pictures.py

words: $(READY) ## List the templates' fixed words in templates/strings/en.po
	$(BIN)/python tools/fixed_words.py

docs: $(READY) ## Rewrite the command reference
	$(BIN)/python tools/reference.py

lock: $(READY) ## Pin dependencies (all newest: make lock ARGS=--upgrade)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --system-certs \
		--custom-compile-command "make lock" --quiet -o requirements.lock $(ARGS)

clean: ## Remove what was built, and caches
	find build -mindepth 1 ! -path build/.gitignore -delete
	rm -rf dist .mypy_cache .pytest_cache .ruff_cache
	find . -path ./.venv -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +
