#!/usr/bin/env bash
# Runs ./test.sh as on a bare machine: the PATH has the three programs that the README asks for and a system's basic
# ones, and neither a container engine, a registry, the AWS CLI, git, a browser, zip nor shellcheck.
# Tests that need one of these have to skip and say so; any failure is a test that assumes what nobody promised.
# usage: eng/bare-test.sh [NAME…]   as for ./test.sh
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

asked=(dotnet node npm python3)
basic=(bash sh env cat cksum cmp cp cut dirname basename expr false find flock grep head id ln ls mkdir mkfifo mktemp mv nproc
  printf readlink realpath rm sed seq sleep sort tail tar tee test touch tr true uname wc which xargs)
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
for program in "${asked[@]}" "${basic[@]}"; do
  # On the PATH: what bash knows by itself, as false, would be a stand-in that calls itself. Behind a version
  # manager's stand-ins is the program itself, which needs nothing else of the PATH.
  found=$(type -P "$program") || { echo "bare-test: no '$program' here" >&2; continue; }
  [ "$program" != python3 ] || found=$(python3 -c 'import sys; print(sys.executable)')
  printf '#!%s\nexec "%s" "$@"\n' "$(command -v bash)" "$found" >"$bin/$program"
  chmod +x "$bin/$program"
done
for program in podman docker docker-registry aws git chromium zip shellcheck; do
  [ ! -e "$bin/$program" ] || { echo "bare-test: '$program' must not be there" >&2; exit 1; }
done
export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}
PATH=$bin "$root/test.sh" "$@"
