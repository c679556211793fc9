#!/usr/bin/env bash
# Pins every package with its hashes, for all platforms and Python 3.11 to 3.14.
# Keeps the versions that are pinned already; `scripts/lock.sh --upgrade` takes the newest.
set -euo pipefail
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="make lock"

tools=build/lock-venv
[ -x "$tools/bin/uv" ] || {
    "${PYTHON:-python3}" -m venv --clear "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
}

# fewest: one version of each package for all Pythons, so that all machines render alike.
lock() {
    "$tools/bin/uv" pip compile pyproject.toml --group build --universal --python-version 3.11 \
        --fork-strategy fewest --generate-hashes --no-annotate --no-config --no-emit-index-url \
        --quiet "$@"
}

lock --extra test --extra fonts --output-file requirements/test.txt "$@"
lock --constraint requirements/test.txt --output-file requirements/site.txt
