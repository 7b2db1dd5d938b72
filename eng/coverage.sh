#!/usr/bin/env bash
# Measures which lines of src/ the tests run.
# usage: eng/coverage.sh NAME…   the test projects whose name contains one of these, for example eng/coverage.sh Config Aws
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
[ $# -gt 0 ] || { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
eng/setup.sh
# shellcheck source=eng/environment.sh
. eng/environment.sh
results=.build/coverage
rm -rf $results && mkdir -p $results
for folder in tests/*.Tests; do
  [ -f "$folder/$(basename "$folder").csproj" ] || continue
  for part in "$@"; do
    [[ $folder == *"$part"* ]] || continue
    dotnet test "$folder" -c Release -v q -nologo --collect:"XPlat Code Coverage" --results-directory $results >&2
    break
  done
done

# A line counts once, however many projects ran it; generated code does not count.
python3 - $results <<'PY'
import collections, pathlib, sys, xml.etree.ElementTree as xml
lines = collections.defaultdict(dict)
for report in pathlib.Path(sys.argv[1]).rglob("coverage.cobertura.xml"):
    for package in xml.parse(report).iter("package"):
        for type_ in package.iter("class"):
            if "/obj/" not in type_.get("filename"):
                for line in type_.find("lines"):
                    key = type_.get("filename"), line.get("number")
                    lines[package.get("name")][key] = lines[package.get("name")].get(key, False) or line.get("hits") != "0"
if not lines:
    sys.exit("coverage: no test project is named so, or none reported")
for name, seen in sorted(lines.items()):
    print(f"{name:24} {sum(seen.values()):6} of {len(seen):6} lines  {sum(seen.values()) / len(seen):6.1%}")
PY
