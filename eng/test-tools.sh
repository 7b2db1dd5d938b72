#!/usr/bin/env bash
# What only tests need, for machines that run the whole suite (CI): what builds and runs images, an image registry, what
# runs exported pipelines, and a C compiler, which links what is compiled ahead of time.
# Where they cannot be installed, the tests that need them skip and say so.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Linters of what is written for build servers.
if command -v npm >/dev/null && ! cmp -s eng/test-tools/package-lock.json .build/test-tools/package-lock.json; then
  echo "test-tools: installing linters" >&2
  mkdir -p .build/test-tools
  cp eng/test-tools/package.json eng/test-tools/package-lock.json .build/test-tools/
  npm ci --prefix .build/test-tools --no-audit --no-fund --loglevel=error >&2 || {
    echo "test-tools: installing linters failed" >&2
    rm -rf .build/test-tools
  }
fi

missing=()
for tool in podman runc buildah docker-registry rsync; do command -v $tool >/dev/null || missing+=("$tool"); done
command -v clang >/dev/null || command -v gcc >/dev/null || missing+=(gcc libc6-dev)
[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "test-tools: no way to install ${missing[*]} here" >&2
  exit 0
fi
echo "test-tools: installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -qq && apt-get install -y -qq "${missing[@]}"; } >/dev/null 2>&1 ||
  echo "test-tools: installing ${missing[*]} failed" >&2
