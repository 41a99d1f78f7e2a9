#!/bin/bash
# The real parts that the tests run against: an API server with etcd and controllers (control-plane), kubectl and kustomize.
#   parts.sh path    prints the folder that holds them; exit 1 when they are not built
#   parts.sh build   builds what is missing, then prints that folder
# They live outside Git, in ${PLUMBLINE_PARTS:-${XDG_CACHE_HOME:-~/.cache}/plumbline/parts}/KEY, KEY being a hash of these sources.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
cache=${PLUMBLINE_PARTS:-${XDG_CACHE_HOME:-$HOME/.cache}/plumbline/parts}

hash_of_sources() {
  local hash="sha256sum"
  command -v sha256sum >/dev/null || hash="shasum -a 256"
  LC_ALL=C cat go.mod go.sum parts.sh ./*.go | $hash | cut -c1-16
}

version_of() { awk -v module="$1" '$1 == module && $2 ~ /^v/ { print $2; exit }' go.mod; }

built() { [ -x "$parts/control-plane" ] && [ -e "$parts/kubectl" ] && [ -e "$parts/kustomize" ]; }

build_into() {
  local folder=$1 kubernetes kustomize major minor flags="-s -w" module
  kubernetes=$(version_of k8s.io/kubernetes)
  kustomize=$(version_of sigs.k8s.io/kustomize/kustomize/v5)
  IFS=. read -r major minor _ <<<"${kubernetes#v}"
  # Without these the components call themselves v0.0.0 and clients that ask for a version misjudge them.
  for module in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    flags+=" -X $module.gitVersion=$kubernetes -X $module.gitMajor=$major -X $module.gitMinor=$minor"
    flags+=" -X $module.gitCommit=$kubernetes -X $module.gitTreeState=clean"
  done
  flags+=" -X sigs.k8s.io/kustomize/api/provenance.version=$kustomize"
  CGO_ENABLED=0 go build -mod=readonly -trimpath -buildvcs=false -ldflags "$flags" -o "$folder/control-plane" . &&
    ln -s control-plane "$folder/kubectl" &&
    ln -s control-plane "$folder/kustomize"
}

build() {
  command -v go >/dev/null || { echo "parts.sh: go is not installed; without it the tests have no API server (see README.md)" >&2; exit 1; }
  mkdir -p "$cache"
  if command -v flock >/dev/null; then
    exec 9>"$cache/.lock"
    flock -n 9 || { echo "parts.sh: another build is under way, waiting for it" >&2; flock 9; }
  fi
  if built; then return; fi
  echo "parts.sh: building Kubernetes $(version_of k8s.io/kubernetes) for the tests; the first time this takes minutes" >&2
  folder=$(mktemp -d "$cache/.building.XXXXXX")
  trap 'rm -rf "$folder"' EXIT
  build_into "$folder" 9>&- >&2 || { echo "parts.sh: go could not build the parts (see README.md)" >&2; exit 1; }
  chmod 755 "$folder"
  rm -rf "$parts"
  mv "$folder" "$parts"
  trap - EXIT
}

parts=$cache/$(hash_of_sources)
case ${1-} in
  path) ;;
  build) if ! built; then build; fi ;;
  *) echo "usage: parts.sh path|build" >&2; exit 2 ;;
esac
built || exit 1
echo "$parts"
