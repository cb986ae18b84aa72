# The commands of this project. Each sets up what it needs; a second run sets nothing up again.
PYTHON ?= python3
BIN := .venv/bin
SYNC = $(BIN)/uv sync --quiet --frozen --inexact --no-python-downloads --python $(BIN)/python
MEASURE = PYTHONPATH=scripts:tests/helpers $(BIN)/python tests/measure
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help site publish serve check addresses lint test audit bench bench-peers bench-serve lock clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

site: .venv/.site .venv/.npm ## check, build and verify the site into site/
	$(BIN)/python scripts/build.py site

publish: .venv/.site .venv/.npm ## build, verify, compress and put the site in the place of the folder DEST=…
	@test -n "$(DEST)" || { echo "Name the folder that the web server serves: make publish DEST=/srv/guide"; exit 2; }
	$(BIN)/python scripts/build.py publish "$(DEST)"

serve: .venv/.site .venv/.npm ## serve on http://127.0.0.1:8000 (or ADDRESS=host:port) and rebuild at every edit
	$(BIN)/python scripts/build.py serve $(if $(ADDRESS),--address $(ADDRESS))

check: .venv/.site .venv/.npm ## check the sources only (IN=fr in French; FORMAT=json or github for programs)
	$(BIN)/python scripts/build.py check $(if $(FORMAT),--format $(FORMAT)) $(if $(IN),--lang $(IN))

addresses: .venv/.site .venv/.npm ## ask every external address whether it still answers (needs the network)
	$(BIN)/python scripts/build.py addresses

lint: .venv/.test .venv/.npm-test ## the style, types and imports of the program
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy
	PYTHONPATH=scripts $(BIN)/lint-imports --no-cache pyproject.toml
	PATH="$$PATH:$(CURDIR)/$(BIN)" node_modules/.bin/biome ci
	$(BIN)/zizmor --offline --quiet .github

test: lint .venv/.browser ## lint, check, and every test
	$(BIN)/python scripts/build.py check
	$(BIN)/python -m pytest --numprocesses=4 --no-loadscope-reorder

audit: .venv/.test .venv/.npm .venv/.browser .venv/.audit ## Lighthouse, the Nu Html Checker and the bytes of a page, on the published site
	$(MEASURE)/audit.py

bench-serve: .venv/.test .venv/.npm ## requests per second of nginx with the guide beside nginx with one bare file
	$(MEASURE)/bench_serve.py

bench: .venv/.test .venv/.npm ## whole builds beside a stock Material build of the same tree, at today's size and with 500 and 2,000 pages more
	$(MEASURE)/bench.py

bench-peers: .venv/.peers .venv/.npm-test ## verify beside linkinator and LinkChecker: time, and faults found
	$(MEASURE)/peers.py

lock: .venv/.made ## pin the newest versions that pyproject.toml allows, with their hashes
	$(BIN)/uv lock --quiet --upgrade
	$(BIN)/uv export --quiet --frozen --only-group uv --no-header -o scripts/tools/uv.txt

clean: ## remove everything that the other commands made
	rm -rf .venv .build site node_modules tests/measure/audit/node_modules .pytest_cache .ruff_cache .mypy_cache .hypothesis

.venv/.made: scripts/tools/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed: install it (Debian, Ubuntu: apt-get install python3-venv)"; rm -rf .venv; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r scripts/tools/uv.txt
	@touch $@

.venv/.site: uv.lock | .venv/.made
	$(SYNC)
	@touch $@

.venv/.test: uv.lock | .venv/.made
	$(SYNC) --group test
	@touch $@ .venv/.site

# The npm packages that the site and its checks use; then also those of the tests.
.venv/.npm: package-lock.json | .venv/.site
	@test -e .venv/.npm-test -a .venv/.npm-test -nt package-lock.json || $(BIN)/python scripts/tools/npm_install.py --omit=dev
	@touch $@

.venv/.npm-test: package-lock.json | .venv/.test
	$(BIN)/python scripts/tools/npm_install.py
	@touch $@ .venv/.npm

.venv/.audit: tests/measure/audit/package-lock.json | .venv/.test
	$(BIN)/python scripts/tools/npm_install.py --prefix tests/measure/audit
	@touch $@

.venv/.peers: uv.lock | .venv/.test
	$(SYNC) --group test --group peers
	@touch $@

.venv/.browser: | .venv/.test
	$(BIN)/python tests/helpers/browser.py
	@touch $@
