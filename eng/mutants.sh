#!/usr/bin/env bash
# Mutation testing: changes the code in many small ways and counts how many of the changes some test notices.
# usage: eng/mutants.sh PART...   the parts are listed below; 'all' is each in turn
# Prints for each part the changes that nobody noticed and the score; reports are in .build/mutants/PART.
# The exit code is 1 where a score is below the part's least one.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# part, project, its files, least score in per cent, and the folder of its tests where the others of the project are left out:
# finding out which of them reach what took hours. A part is what is mutated in half an hour.
parts=(
  "aws Aws **/*.cs 80"
  "networks Operations **/Networks/**/*.cs 0"
  "images Operations **/Images/**/*.cs 0"
  "passes Operations **/Deployment/Passes/**/*.cs 0"
  "failures Operations **/Deployment/Failures/**/*.cs 0"
  "locks Operations **/Deployment/Locks/**/*.cs 0"
  "protection Operations **/Deployment/Protection/**/*.cs 0"
  "releases Operations **/Deployment/Releases/**/*.cs 0"
  "deployment Operations **/Deployment/*.cs 0"
  "changes Operations **/Changes/**/*.cs 0"
  "validation Config **/Validation/**/*.cs 80 Validation"
)

mutate() {
  local part=$1 project=$2 files=$3 least=$4 out=$root/.build/mutants/$1
  export OnlyTests=${5:-}
  rm -rf "$out" && mkdir -p "$out"
  # What a wait continues on changes nothing in a program without a synchronisation context: eng/stryker.json.
  # One at a time: the tests of a part share ports, processes and the machine with whoever else works on it.
  (cd "tests/Landfall.$project.Tests" && dotnet stryker --config-file "$root/eng/stryker.json" --project "Landfall.$project.csproj" --configuration Release \
    --mutate "$files" --concurrency 1 --test-runner mtp \
    --reporter json --output "$out" --break-at "$least" --threshold-low "$least" --skip-version-check \
    >"$out/log" 2>&1) || { [ -f "$out/reports/mutation-report.json" ] || { tail -20 "$out/log" >&2; return 1; }; }
  python3 eng/mutants.py "$part" "$out/reports/mutation-report.json" "$least"
}

dotnet tool restore >/dev/null
eng/setup.sh
# shellcheck source=eng/environment.sh
. eng/environment.sh
found=0 failed=0
for line in "${parts[@]}"; do
  read -r part project files least tests <<<"$line"
  for wanted in "$@"; do
    [ "$wanted" = "$part" ] || [ "$wanted" = all ] || continue
    found=1
    mutate "$part" "$project" "$files" "$least" "$tests" || failed=1
  done
done
[ $found = 1 ] || { echo "usage: eng/mutants.sh PART...; parts: all$(printf ' %s' "${parts[@]%% *}")" >&2; exit 2; }
exit $failed
