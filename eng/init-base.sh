#!/usr/bin/env bash
# Makes the base that eng/init-matrix.sh builds images from, of Debian's packages alone: eng/init-base.sh FOLDER   (as root)
#
# Its pip finds wheels of Debian's Python packages and asks no index, and this machine's .NET is in it. Debian has neither gems nor
# uv, and no Maven or Gradle that finds its plugins: those projects need their registries.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
base=${1:?a folder that is not there yet}
packages=(
  ca-certificates curl golang-go libicu72 build-essential
  python3 python3-venv python3-pip python-is-python3
  python3-flask python3-gunicorn python3-django python3-fastapi python3-uvicorn
  python3-uvloop python3-httptools python3-websockets python3-watchgod python3-dotenv python3-yaml
)
debootstrap --variant=minbase --include="$(IFS=,; echo "${packages[*]}")" bookworm "$base"
"$root/eng/debian-wheels.py" "$base" "$base/wheels"
printf '[global]\nno-index = true\nfind-links = /wheels\n' > "$base/etc/pip.conf"
dotnet=$(readlink -f "$(command -v dotnet)")
cp -r "${dotnet%/*}" "$base/usr/share/dotnet"
ln -s ../share/dotnet/dotnet "$base/usr/bin/dotnet"
