# Sourced by ./landfall and ./test.sh, with $root set: tells programs where the tools that eng/setup.sh prepared are.
#   LANDFALL_SYNTH_HOST  entry assembly of the synth host
#   LANDFALL_TOOLS       folder whose node_modules/.bin has node and cdk
#   LANDFALL_PYTHON      python that has moto and cfn-lint, where the machine's own python3 lacks them
#   LANDFALL_HOOKS       folder with the function that ECS calls during a rollout (eng/hooks.sh)
#   JSII_NODE            node that the CDK's library runs in
# shellcheck shell=bash disable=SC2154  # $root is set by whoever sources this
export LANDFALL_SYNTH_HOST=$root/.build/synth/Landfall.Synth.dll
export LANDFALL_TOOLS=$root/.build/tools
export LANDFALL_HOOKS=$root/.build/hooks
export JSII_NODE=$LANDFALL_TOOLS/node_modules/.bin/node
if [ -x "$root/.build/python/bin/python" ]; then
  export LANDFALL_PYTHON=$root/.build/python/bin/python
  PATH=$PATH:$root/.build/python/bin
fi
# The program's own host looks for .NET here before the usual places.
if [ -z "${DOTNET_ROOT:-}" ]; then
  dotnet=$(readlink -f "$(command -v dotnet)")
  export DOTNET_ROOT=${dotnet%/*}
fi
