#!/usr/bin/env bash
# Gettext's own check of the catalogues (all of them, or those named): syntax, header, placeholders.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
if [ $# -eq 0 ]; then
    mapfile -t all < <(find locale -name '*.po' 2>/dev/null | sort)
    set -- "${all[@]}"
fi
status=0
for po in "$@"; do
    msgfmt -c -o /dev/null "$po" || status=1
done
exit $status
