#!/usr/bin/env bash
# Compiles the function that ECS calls during a rollout (src/Landfall.Hooks) ahead of time, for Lambda's provided.al2023 on x86_64.
# Done once: a stamp holds the hash of what it is made from. Needs a C linker: clang, or gcc.
#
# usage: eng/hooks.sh [--measure]    writes .build/hooks/bootstrap; --measure prints how fast it asks for its first call, and its memory
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=.build/hooks
stamp=$folder.stamp

hash=$(find src/Landfall.Hooks src/Landfall.Checks eng/hooks.sh Directory.Build.props -name obj -prune -o -name bin -prune -o -type f -print0 |
  LC_ALL=C sort -z | xargs -0 cat | cksum)
if [ "$(cat $stamp 2>/dev/null)" != "$hash" ] || [ ! -f $folder/bootstrap ]; then
  if command -v clang >/dev/null; then linker=clang; else linker=gcc; fi
  command -v $linker >/dev/null || { echo "hooks: clang or gcc is needed to compile the function of 'deploy.checks'" >&2; exit 1; }
  echo "hooks: compiling the function of 'deploy.checks' (once) …" >&2
  rm -rf $folder $folder.new
  dotnet publish src/Landfall.Hooks -c Release -r linux-x64 -v q -nologo -clp:NoSummary --artifacts-path .build/artifacts-hooks \
    -p:PublishAot=true -p:CppCompilerAndLinker=$linker -p:DebuggerSupport=false -o $folder.new >&2
  mkdir -p $folder
  cp $folder.new/Landfall.Hooks $folder/bootstrap
  rm -rf $folder.new
  # Lambda's Amazon Linux 2023 has glibc 2.34.
  newest=$(grep -ao 'GLIBC_2\.[0-9]*' $folder/bootstrap | sort -Vu | tail -1)
  if [ "$(printf 'GLIBC_2.34\n%s\n' "$newest" | sort -V | tail -1)" != GLIBC_2.34 ]; then
    rm -r $folder
    echo "hooks: this machine's C library is newer ($newest) than Lambda's (2.34): compile on one like Debian 12 or Amazon Linux 2023" >&2
    exit 1
  fi
  echo "$hash" >$stamp
fi
[ "${1:-}" != --measure ] || exec python3 eng/measure-hooks.py $folder/bootstrap
