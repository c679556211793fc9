#!/usr/bin/env bash
# Makes .venv and adds what this machine lacks. The Makefile calls it: scripts/setup.sh site|test
set -euo pipefail
cd "$(dirname "$0")/.."

mode=${1:-}
case $mode in site | test) ;; *) echo "usage: scripts/setup.sh site|test" >&2 && exit 2 ;; esac

log=build/setup.log
python=.venv/bin/python
libraries=(pango-1.0=libpango-1.0-0 pangoft2-1.0=libpangoft2-1.0-0
    harfbuzz-subset=libharfbuzz-subset0 thai=libthai0)
commands=()
[ "$mode" = site ] || commands=(pdftotext=poppler-utils msgfmt=gettext)

say() { printf 'setup: %s\n' "$*"; }

die() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# --- one long step: its output goes to the log, which is shown only when it fails -----------------

no_network='name resolution|resolve host|resolving|unreachable|NewConnectionError|ConnectTimeout|Connection refused'

run() {
    local what=$1
    shift
    say "$what"
    mkdir -p build
    "$@" >"$log" 2>&1 </dev/null && return
    if grep -qE "$no_network" "$log"; then
        die "$what failed: there seems to be no network. Connect, then run 'make $mode' again."
    fi
    tail -n 15 "$log" >&2
    die "$what failed. The whole output is in $log. Mend it, then run 'make $mode' again."
}

# --- system packages ------------------------------------------------------------------------------

is_ubuntu() { grep -qs '^ID=ubuntu' /etc/os-release; }

apt() {
    local root=()
    [ "$(id -u)" = 0 ] || root=(sudo -n)
    local get=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y
        -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3)
    local install=("${get[@]}" install --no-install-recommends --no-upgrade)
    "${install[@]}" "$@" && return
    # The package lists are missing or old.
    "${get[@]}" update && "${install[@]}" "$@"
}

install_packages() {
    if ! command -v apt-get >/dev/null; then
        [ "${CI:-}" != true ] || die "Missing here: $*."
        say "Missing here: $* (Debian's names). Install them with your system's package manager."
    elif [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
        run "Installing $*" apt "$@"
    else
        die "Missing here: $*. Only root can install them. Run:" \
            "  sudo apt-get update && sudo apt-get install -y $*" \
            "and then 'make $mode' again."
    fi
}

missing_packages() {
    local pair
    for pair in "${commands[@]}"; do
        command -v "${pair%%=*}" >/dev/null || echo "${pair##*=}"
    done
    "$python" -I -S - "${libraries[@]}" <<'PYTHON'
import ctypes, sys
from ctypes.util import find_library
for pair in sys.argv[1:]:
    name, package = pair.split("=")
    try:
        ctypes.CDLL(f"lib{name}.so.0")
    except OSError:
        if not find_library(name):
            print(package)
PYTHON
}

# --- Python ---------------------------------------------------------------------------------------

find_python() {
    local candidate
    for candidate in "${PYTHON:-python3}" python3.{14,13,12,11} /usr/bin/python3; do
        "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            2>/dev/null && echo "$candidate" && return
    done
    return 1
}

venv_works() {
    # Its scripts name the folder that it was made in: a moved checkout needs a new one.
    head -n 3 .venv/bin/pip 2>/dev/null | grep -qF "$PWD/.venv/bin/" && "$python" -c '' 2>/dev/null
}

make_venv() {
    venv_works && return
    # Without Python nothing can be looked for, so all is asked for at once.
    find_python >/dev/null ||
        install_packages python3-venv "${libraries[@]##*=}" "${commands[@]##*=}"
    local found
    found=$(find_python) ||
        die "Python 3.11 or newer (with venv) is needed. Name it with: PYTHON=/path/to/python make $mode"
    run "Making .venv" "$found" -m venv --clear .venv
}

hash() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c 1-12; }

install_python_packages() {
    local stamp
    stamp=.venv/.stamp-$mode-$(cat "requirements/$mode.txt" pyproject.toml | hash)
    [ ! -e "$stamp" ] || return 0
    local pip=("$python" -m pip --disable-pip-version-check install --quiet --no-input)
    run "Installing the Python packages" \
        "${pip[@]}" --retries 2 --require-hashes -r "requirements/$mode.txt"
    run "Installing manualkit" "${pip[@]}" --no-deps --no-build-isolation -e .
    rm -f .venv/.stamp-"$mode"-*
    touch "$stamp"
}

# --- a browser for the tests ----------------------------------------------------------------------

install_browser() {
    # Ubuntu's package is an empty shell around a snap, which cannot open files in /tmp.
    if ! is_ubuntu; then
        ! command -v chromium >/dev/null || return 0
        ! command -v apt-get >/dev/null || { install_packages chromium && return; }
    fi
    local stamp with_deps=()
    stamp=.venv/.stamp-browser-$(hash <requirements/test.txt)
    [ ! -e "$stamp" ] || return 0
    ! command -v apt-get >/dev/null || with_deps=(--with-deps)
    run "Fetching a browser for the tests" "$python" -m playwright install "${with_deps[@]}" chromium
    touch "$stamp"
}

make_venv
# shellcheck disable=SC2207  # package names hold no blanks
missing=($(missing_packages))
[ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
install_python_packages
[ "$mode" = site ] || install_browser
