#!/bin/bash
# The real parts that the tests run against: an API server with etcd and controllers (control-plane), kubectl, kustomize and helm.
#   parts.sh path    prints the folder that holds them; exit 1 when they are not built (helm may be missing all the same)
#   parts.sh build   builds what is missing, then prints that folder
# They live outside Git, in ${PLUMBLINE_PARTS:-${XDG_CACHE_HOME:-~/.cache}/plumbline/parts}/KEY, KEY being a hash of these sources.
# Helm has modules and a folder of its own (helm-KEY), so that neither is built again for the other's sake.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
cache=${PLUMBLINE_PARTS:-${XDG_CACHE_HOME:-$HOME/.cache}/plumbline/parts}

hash_of() {
  local hash="sha256sum"
  command -v sha256sum >/dev/null || hash="shasum -a 256"
  LC_ALL=C cat "$@" | $hash | cut -c1-16
}

version_of() { awk -v module="$1" '$1 == module && $2 ~ /^v/ { print $2; exit }' "${2-go.mod}"; }

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

helm_built() { [ -x "$helm/helm" ]; }

build_helm_into() {
  local folder=$1 version
  version=$(version_of helm.sh/helm/v4 helm/go.mod)
  (cd helm && CGO_ENABLED=0 go build -mod=readonly -trimpath -buildvcs=false \
    -ldflags "-s -w -X helm.sh/helm/v4/internal/version.version=$version" -o "$folder/helm" helm.sh/helm/v4/cmd/helm)
}

# Builds into a folder beside its place and gives it its name when it is whole: install FUNCTION PLACE WHAT
install() {
  echo "parts.sh: building $3 for the tests; the first time this takes minutes" >&2
  folder=$(mktemp -d "$cache/.building.XXXXXX")
  trap 'rm -rf "$folder"' EXIT
  "$1" "$folder" 9>&- >&2 || { echo "parts.sh: go could not build $3 (see README.md)" >&2; exit 1; }
  chmod 755 "$folder"
  rm -rf "$2"
  mv "$folder" "$2"
  trap - EXIT
}

build() {
  command -v go >/dev/null || { echo "parts.sh: go is not installed; without it the tests have no API server (see README.md)" >&2; exit 1; }
  mkdir -p "$cache"
  if command -v flock >/dev/null; then
    exec 9>"$cache/.lock"
    flock -n 9 || { echo "parts.sh: another build is under way, waiting for it" >&2; flock 9; }
  fi
  built || install build_into "$parts" "Kubernetes $(version_of k8s.io/kubernetes)"
  helm_built || install build_helm_into "$helm" "Helm $(version_of helm.sh/helm/v4 helm/go.mod)"
  linked || ln -sfn "../${helm##*/}/helm" "$parts/helm"
}

linked() { [ "$(readlink "$parts/helm" 2>/dev/null)" = "../${helm##*/}/helm" ]; }

parts=$cache/$(hash_of go.mod go.sum parts.sh ./*.go)
helm=$cache/helm-$(hash_of helm/go.mod helm/go.sum)
case ${1-} in
  path) ;;
  build) if ! { built && helm_built && linked; }; then build; fi ;;
  *) echo "usage: parts.sh path|build" >&2; exit 2 ;;
esac
built || exit 1
echo "$parts"
