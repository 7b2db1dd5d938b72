#!/usr/bin/env bash
# Prepares a fresh machine: tools below .build/ (git-ignored), generated CDK bindings in eng/packages.
# Quick when nothing is to do: a stamp holds the hash of everything that decides the outcome.
# Needs the .NET 10 SDK, Node (npm) and Python 3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

inputs=(eng/setup.sh eng/bindings.sh eng/bindings/package-lock.json eng/python-requirements.txt
  src/Landfall.Operations/Toolchain/package-lock.json Directory.Packages.props)
stamp=.build/setup.stamp
hash=$(cat "${inputs[@]}" | cksum)
is_done() { [ "$(cat $stamp 2>/dev/null)" = "$hash" ]; }
! is_done || exit 0

for tool in dotnet npm python3; do
  command -v $tool >/dev/null || { echo "setup: '$tool' is needed and not on the PATH" >&2; exit 1; }
done
mkdir -p .build/tools
if command -v flock >/dev/null; then # one at a time; the others then find it done
  exec 9>.build/setup.lock
  flock 9
  ! is_done || exit 0
fi

# Node 24 and the CDK CLI, the ones that a deployment runs. Not 'npm ci': it refuses a lock file that was written
# where the optional packages of another platform could not be looked up.
if ! cmp -s src/Landfall.Operations/Toolchain/package-lock.json .build/tools/installed-lock.json; then
  echo "setup: installing Node 24 and the CDK CLI" >&2
  cp src/Landfall.Operations/Toolchain/package.json src/Landfall.Operations/Toolchain/package-lock.json .build/tools/
  npm install --prefix .build/tools --no-audit --no-fund --loglevel=error >&2
  cp src/Landfall.Operations/Toolchain/package-lock.json .build/tools/installed-lock.json
fi

eng/bindings.sh

# The local AWS and the template linter; a machine that has them is used as it is.
if ! python3 -c 'import moto.server, cfnlint' 2>/dev/null && ! .build/python/bin/python -c 'import moto.server, cfnlint' 2>/dev/null; then
  echo "setup: installing moto and cfn-lint" >&2
  python3 -m venv .build/python
  .build/python/bin/python -m pip install --quiet --disable-pip-version-check -r eng/python-requirements.txt >&2
fi

echo "$hash" >$stamp
