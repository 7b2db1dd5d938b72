#!/usr/bin/env bash
# Tries many random changes of an environment: after every operation nothing that runs refers to what is gone.
# usage: eng/transitions.sh COUNT [LOCAL]   COUNT on templates alone, LOCAL on the local AWS (none otherwise)
# Each hundred has a process of its own, because the CDK keeps every app that it has made.
# The exit code is 1 where one fails; the failures are printed with their seeds.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
count=${1:?usage: eng/transitions.sh COUNT [LOCAL]} local=${2:-0}

"$root/eng/setup.sh"
# shellcheck source=eng/environment.sh
. "$root/eng/environment.sh"
dotnet build tests/Landfall.Transitions.Tests -c Release -v q -nologo -clp:NoSummary
tests=tests/Landfall.Transitions.Tests/bin/Release/net10.0/Landfall.Transitions.Tests
failed=0

# name of the variable, class, number of cases, cases in a process
try() {
  local first last
  for ((first = 1; first <= $3; first += $4)); do
    last=$((first + $4 - 1 < $3 ? first + $4 - 1 : $3))
    if output=$(env "$1=$first-$last" "$tests" -class "*.$2" -noColor -noLogo 2>&1); then
      echo "$2 $first-$last: passed"
    else
      failed=1
      printf '%s %s-%s: FAILED\n%s\n' "$2" "$first" "$last" "$output"
    fi
  done
}

try LANDFALL_TRANSITIONS TransitionTests "$count" 100
try LANDFALL_LOCAL_TRANSITIONS LocalTransitionTests "$local" 10
exit $failed
