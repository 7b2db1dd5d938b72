#!/usr/bin/env bash
# Makes what a release ships: a folder that is a NuGet feed with the command line, the constructs and what they need that
# public sources may lack.
#
# usage: eng/pack.sh FOLDER [VERSION]     VERSION is that of Directory.Build.props unless given
set -euo pipefail
folder=$(mkdir -p "${1:?usage: eng/pack.sh FOLDER [VERSION]}" && cd "$1" && pwd)
version=${2:-}
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/hooks.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for project in Landfall.Checks Landfall.Config Landfall.Constructs Landfall.Cli; do
  dotnet pack "src/$project" -c Release -o "$folder" -nologo -v quiet --artifacts-path "$work" -nodeReuse:false \
    ${version:+"-p:Version=$version"}
done

# The CDK bindings that eng/bindings.sh had to generate; none where the public sources have them.
find eng/packages -name '*.nupkg' -exec cp {} "$folder" \;
