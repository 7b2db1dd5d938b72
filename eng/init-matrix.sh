#!/usr/bin/env bash
# Builds the image of what 'landfall init' writes for each project of tests/InitMatrix, runs it read-only and without rights,
# and calls its health path: eng/init-matrix.sh [project …]
#
# INIT_BASE is a folder with a root file system that has the languages' tools; every FROM is replaced by it, so that no registry
# is needed. Debian makes one:
#   debootstrap --include=ca-certificates,nodejs,npm,python3,python3-venv,python3-pip,python-is-python3,golang-go,\
#   openjdk-17-jdk-headless,maven,ruby,bundler,ruby-dev,build-essential,libicu72 bookworm FOLDER
# and .NET is copied into its usr/share/dotnet, with a link from usr/bin/dotnet. What the folder lacks is skipped, and said so.
#
# INIT_BASE=node is a base of this machine's Node and a shell, for projects of Node that need no download: express and others
# with packages ask the registry.
#
# INIT_CERTIFICATES is a folder like /etc/ssl/certs with the authorities by which package registries are known here, where a
# proxy has its own. The builds see it in the place of the base's; neither projects nor images have it.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
base=${INIT_BASE:?a folder with a root file system; see this file}
work=$(mktemp -d)
image=localhost/landfall-init-base
run=(podman --runtime runc)
trusted=()
if [ -n "${INIT_CERTIFICATES:-}" ]; then
  trusted=(--volume "$INIT_CERTIFICATES:/etc/ssl/certs:ro")
fi
trap 'rm -rf "$work"' EXIT

own_node() { # writes a root file system with this machine's Node, a shell, and the libraries of both
  local program path library
  mkdir -p "$1"/{tmp,etc,usr/bin,usr/lib/node_modules}
  chmod 1777 "$1/tmp"
  ln -s usr/bin "$1/bin"
  printf 'root:x:0:0::/:/bin/sh\nnode:x:1000:1000::/tmp:/bin/sh\n' > "$1/etc/passwd"
  printf 'root:x:0:\nnode:x:1000:\n' > "$1/etc/group"
  for program in sh env mkdir node; do
    path=$(command -v "$program")
    cp -L "$path" "$1/usr/bin/$program"
    while read -r library; do
      mkdir -p "$1$(dirname "$library")"
      cp -L "$library" "$1$library"
    done < <(ldd "$path" | grep -oE '/\S+')
  done
  cp -r "$(npm root --global)/npm" "$1/usr/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/bin/npm"
}

if [ "$base" = node ]; then
  base=$work/base
  image=localhost/landfall-init-node
  own_node "$base"
fi

if ! "${run[@]}" image exists "$image"; then
  container=$(buildah from scratch)
  buildah add --quiet "$container" "$base" / > "$work/added"
  buildah run --isolation chroot "$container" -- sh -c \
    'command -v useradd >/dev/null || exit 0; id node >/dev/null 2>&1 || useradd --create-home --uid 1000 node; id nonroot >/dev/null 2>&1 || useradd --system --uid 65532 nonroot' > "$work/users"
  # As the languages' own images have it: .NET's user, and no fence around Python's packages.
  buildah config --env APP_UID=1654 --env PIP_BREAK_SYSTEM_PACKAGES=1 --env DOTNET_CLI_TELEMETRY_OPTOUT=1 --env DOTNET_ROLL_FORWARD=LatestMajor --env HOME=/tmp \
    --env PIP_CERT=/etc/ssl/certs/ca-certificates.crt --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
  buildah commit --quiet "$container" "$image" > "$work/committed"
  buildah rm "$container" > "$work/removed"
fi

needs() { # the program that a project's image is built with
  case $1 in
    dotnet*) echo usr/share/dotnet/dotnet ;;
    express | node* | typescript | nextjs) echo usr/bin/npm ;;
    go) echo usr/bin/go ;;
    maven) echo usr/bin/mvn ;;
    gradle) echo usr/bin/gradle ;;
    ruby) echo usr/bin/bundle ;;
    *) echo usr/bin/python3 ;;
  esac
}

try() {
  local project=$1 folder=$work/$1 port health name
  cp -r "$repository/tests/InitMatrix/$project" "$folder"
  "$repository/landfall" init "$folder" --app shop --type web > "$folder.init" 2>&1 || { cat "$folder.init"; return 1; }
  sed -E -i "s#^FROM (--platform=\S+ )?(\S+)#FROM $image#; /^# syntax=/d" "$folder/Dockerfile"
  "${run[@]}" build --quiet --isolation chroot --network host "${trusted[@]}" --tag "localhost/landfall-init-$project" "$folder" > "$folder.build" 2>&1 \
    || { tail -25 "$folder.build"; return 1; }
  port=$(sed -n 's/^    port: //p' "$folder/landfall.yaml")
  health=$(sed -nE 's/^    health: (\S+).*/\1/p' "$folder/landfall.yaml")
  local fixed=(--read-only --read-only-tmpfs=false)
  ! grep -q '^    readOnly: false' "$folder/landfall.yaml" || fixed=()
  name=$("${run[@]}" run --detach --rm "${fixed[@]}" --cap-drop ALL --ulimit nofile=1024:1024 --ulimit nproc=1000:1000 \
    --publish "127.0.0.1::$port" "localhost/landfall-init-$project")
  local address
  address=$("${run[@]}" port "$name" "$port/tcp")
  for _ in $(seq 1 60); do
    if [ "$(curl -s -o "$folder.answer" -w '%{http_code}' "http://$address$health")" = 200 ]; then
      "${run[@]}" rm --force --time 2 "$name" > "$folder.removed" 2>&1
      return 0
    fi
    sleep 0.5 # the program starts
  done
  "${run[@]}" logs "$name" 2>&1 | tail -15
  "${run[@]}" rm --force --time 2 "$name" > "$folder.removed" 2>&1 || true
  return 1
}

failed=0
if [ $# -eq 0 ]; then
  mapfile -t projects < <(cd "$repository/tests/InitMatrix" && find . -mindepth 1 -maxdepth 1 -type d -printf '%f\n' | sort)
  set -- "${projects[@]}"
fi
for project in "$@"; do
  case $project in vite | monorepo) continue ;; esac # a site has no image; the repository's services are the others
  if [ ! -e "$base/$(needs "$project")" ]; then
    echo "$project: skipped, there is no /$(needs "$project") in $base"
  elif try "$project"; then
    echo "$project: answers"
  else
    echo "$project: FAILED"
    failed=1
  fi
done
exit "$failed"
