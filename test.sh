#!/usr/bin/env bash
# Sets up, builds and runs the tests: unit, golden, property, end to end.
# usage: ./test.sh [--long] [NAME…]   only the test projects whose name contains one of these, for example ./test.sh Config
#   --long   with the tests that are marked as long runs
# The last line is 'N passed, N failed[, N skipped]'; the exit code is 0 only if something ran and nothing failed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
exec </dev/null
without=run=long
[ "${1-}" != --long ] || { without='' && shift; }
logs=.build/tests
passed=0 failed=0 skipped=0

summarise() {
  echo "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
  [ $failed -eq 0 ] && [ $passed -gt 0 ]
}
give_up() {
  echo "test: $1" >&2
  failed=$((failed + 1))
  summarise
  exit 1
}

# Adds the numbers of one test project; a run that ended without them counts as one failure.
count() {
  local name=$1 log=$logs/$1.log line
  line=$(grep -o 'Total: .*' "$log" | tail -1) || line=
  local pattern='Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+)'
  if [[ $line =~ $pattern ]]; then
    local bad=$((BASH_REMATCH[2] + BASH_REMATCH[3]))
    passed=$((passed + BASH_REMATCH[1] - BASH_REMATCH[3] - BASH_REMATCH[4] - BASH_REMATCH[5]))
    failed=$((failed + bad)) skipped=$((skipped + BASH_REMATCH[4]))
    echo "$name: ${line#Total: }" >&2
    [ $bad -gt 0 ] || return 0
  elif [ "$line" = "Total: 0" ]; then
    return 0 # no tests yet
  else
    failed=$((failed + 1))
    echo "$name: ended without a summary" >&2
  fi
  sed "s/^/  /" "$log" >&2
}

eng/setup.sh || give_up "the set-up failed"
eng/hooks.sh || echo "test: without the function of 'deploy.checks' the test that needs it skips" >&2
projects=()
for folder in tests/*.Tests; do
  name=${folder#tests/}
  wanted=$([ $# -gt 0 ] || echo yes)
  for part in "$@"; do [[ $name != *"$part"* ]] || wanted=yes; done
  [ -z "$wanted" ] || projects+=("$name")
done
[ ${#projects[@]} -gt 0 ] || give_up "no test project is named like '$*'"

# The tests of the local AWS are Python, as it is; all others are .NET programs.
is_program() { [ -f "tests/$1/$1.csproj" ]; }
run_tests() {
  local command=("${LANDFALL_PYTHON:-python3}" "tests/$1/run.py")
  if is_program "$1"; then
    command=("tests/$1/bin/Release/net10.0/$1" -noColor -noLogo)
    [ -z "$without" ] || command+=(-trait- "$without")
  fi
  "${command[@]}" >"$logs/$1.log" 2>&1 || true
}
export -f is_program run_tests
export logs without

echo "test: building" >&2
if [ $# -eq 0 ]; then
  dotnet build Landfall.slnx -c Release -v q -nologo -clp:NoSummary >&2 || give_up "the build failed"
  ./landfall --version >/dev/null || give_up "the command line does not start"
else
  for name in "${projects[@]}"; do
    ! is_program "$name" || dotnet build "tests/$name" -c Release -v q -nologo -clp:NoSummary >&2 || give_up "the build of $name failed"
  done
fi

# shellcheck source=eng/environment.sh
. eng/environment.sh
echo "test: running ${#projects[@]} projects" >&2
rm -rf $logs && mkdir -p $logs
# The longest first, so that none is left to run alone.
printf '%s\n' "${projects[@]}" |
  awk '/EndToEnd|Constructs|Transitions/ { print; next } { rest = rest $0 ORS } END { printf "%s", rest }' |
  xargs -P 2 -I{} bash -c 'run_tests {}'
for name in "${projects[@]}"; do count "$name"; done
summarise
