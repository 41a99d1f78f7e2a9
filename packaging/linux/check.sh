#!/bin/bash
# Tries what build.sh made, as a person who installs it would: in a scratch root, with no Java on the PATH.
#
#   packaging/linux/check.sh [FOLDER]        FOLDER: target/package
#
# Says each thing that holds, and stops with exit code 1 at the first that does not.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
out=$(cd "${1:-$here/../../target/package}" && pwd -P)
deb=$(ls "$out"/plumbline_*.deb)
scratch=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]:-}"; do [ -z "$pid" ] || kill "$pid" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap cleanup EXIT
holds() { echo "check: $*"; }
fails() { echo "check: FAILED: $*" >&2; exit 1; }

size=$(stat -c %s "$deb")
[ "$size" -le 100000000 ] || fails "the package has $size bytes, more than 100 MB"
holds "the package has $((size / 1000000)) MB"

# No maintainer script runs, so a scratch root needs neither chroot nor the package's dependencies in it.
root=$scratch/root
mkdir -p "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/triggers"
touch "$root/var/lib/dpkg/status" "$root/var/lib/dpkg/available"
dpkg_here() { dpkg --root="$root" --force-not-root --force-depends --force-script-chrootless --log="$scratch/dpkg.log" "$@" >>"$scratch/dpkg.out" 2>&1; }
[ -z "$(dpkg-deb --ctrl-tarfile "$deb" | tar t | grep -E '/(pre|post)(inst|rm)$')" ] || fails "the package has maintainer scripts"
dpkg_here --install "$deb" || { cat "$scratch/dpkg.out" >&2; fails "dpkg could not install it"; }
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get -qq -s install "$deb" >"$scratch/apt" 2>&1 || { cat "$scratch/apt" >&2; fails "apt cannot satisfy what it depends on"; }
  holds "apt can satisfy what it depends on"
fi
[ "$(readlink "$root/usr/bin/plumbline")" = /opt/plumbline/bin/plumbline ] || fails "plumbline is not on the PATH"
for file in usr/share/applications/plumbline.desktop usr/share/doc/plumbline/copyright \
  usr/share/icons/hicolor/256x256/apps/plumbline.png usr/share/icons/hicolor/scalable/apps/plumbline.svg \
  opt/plumbline/lib/runtime/legal/java.base/LICENSE opt/plumbline/lib/app/plumbline.aot; do
  [ -s "$root/$file" ] || fails "$file is missing"
done
if command -v desktop-file-validate >/dev/null; then
  desktop-file-validate "$root/usr/share/applications/plumbline.desktop" || fails "the desktop entry is not valid"
fi
holds "installed in a scratch root, with desktop entry, icons and licences"

# A machine without Java: a PATH of our own with git and what a shell needs.
mkdir -p "$scratch/path" "$scratch/home"
for program in sh bash env git ssh uname id getent kustomize helm; do
  found=$(command -v $program) && ln -s "$(readlink -f "$found")" "$scratch/path/$program"
done
[ ! -e "$scratch/path/java" ] || fails "there is a java on the PATH of this test"
plumbline=$root/opt/plumbline/bin/plumbline
as_user() { env -i HOME="$scratch/home" PATH="$scratch/path" LANG=C.UTF-8 "$@"; }
quiet() { # what was written to standard error must be nothing
  [ ! -s "$1" ] || { cat "$1" >&2; fails "$2 printed a warning"; }
}

as_user "$plumbline" --version >"$scratch/version" 2>"$scratch/err"
quiet "$scratch/err" "--version"
grep -q '[0-9]\.[0-9]' "$scratch/version" || fails "--version says no version"
as_user "$plumbline" --help >"$scratch/help" 2>"$scratch/err"
quiet "$scratch/err" "--help"
holds "$(cat "$scratch/version")"

as_user "$plumbline" tour "$scratch/tour" >"$scratch/tour.out" 2>"$scratch/err" || { cat "$scratch/err" >&2; fails "the tour failed"; }
quiet "$scratch/err" "the tour"
pictures=$(find "$scratch/tour" -name '*.png' | wc -l)
[ "$pictures" -ge 10 ] || fails "the tour left $pictures pictures"
holds "the tour without a display left $pictures pictures"

# The sandbox has a certificate with an EC key, made when it starts.
as_user "$plumbline" sandbox --kubeconfig "$scratch/kubeconfig" >"$scratch/sandbox.out" 2>"$scratch/sandbox.err" &
sandbox=$!
pids+=("$sandbox")
for _ in $(seq 150); do [ -s "$scratch/kubeconfig" ] && break; sleep 0.2; done
[ -s "$scratch/kubeconfig" ] || { cat "$scratch/sandbox.err" >&2; fails "the sandbox did not start"; }
mkdir -p "$scratch/repo/envs/dev"
cat >"$scratch/repo/envs/dev/shop.yaml" <<'Y'
apiVersion: v1
kind: ConfigMap
metadata: {name: shop}
data: {greeting: hello}
Y
(
  cd "$scratch/repo"
  export HOME=$scratch/home GIT_CONFIG_NOSYSTEM=1
  git init -q -b main . && git add . && git -c user.name=Check -c user.email=check@example.org commit -qm "A shop"
)
context=$(sed -n 's/^current-context: *"\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' "$scratch/kubeconfig")
run() { as_user "$plumbline" --repo "$scratch/repo" --kubeconfig "$scratch/kubeconfig" --context "$context" "$@"; }
expect() { # exit code, then the verb
  local wanted=$1 code=0
  shift
  run "$@" >"$scratch/out" 2>"$scratch/err" || code=$?
  [ "$code" = "$wanted" ] || { cat "$scratch/out" "$scratch/err" >&2; fails "$* ended with $code instead of $wanted"; }
  ! grep -iE 'warning|exception|deprecated' "$scratch/err" >&2 || fails "$* printed a warning"
}
expect 0 envs
environment=$(run envs -o json 2>/dev/null | sed -n 's/.*"name": *"\([^"]*\)".*/\1/p' | head -1)
expect 1 drift "$environment"
expect 0 sync "$environment" --yes --unreviewed "the package is being checked"
expect 0 drift "$environment"
expect 0 history -n 20
kill "$sandbox"
wait "$sandbox" 2>/dev/null || true
holds "drift, sync and drift again on the sandbox, over TLS with an EC key"

command -v Xvfb >/dev/null || fails "Xvfb is missing"
display=$((RANDOM % 400 + 100))
Xvfb ":$display" -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
pids+=("$!")
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X$display" ] && break; sleep 0.1; done
as_user DISPLAY=":$display" XDG_STATE_HOME="$scratch/state" "$plumbline" demo >"$scratch/demo.out" 2>"$scratch/err" &
demo=$!
pids+=("$demo")
for _ in $(seq 300); do
  grep -qsr 'Second pulse' "$scratch/state" "$scratch/home/.local/state" && break
  kill -0 "$demo" 2>/dev/null || { cat "$scratch/err" >&2; fails "the demo ended before its window showed"; }
  sleep 0.2
done
grep -qsr 'Second pulse' "$scratch/state" "$scratch/home/.local/state" || fails "the demo's window did not show within a minute"
sleep 2
kill -0 "$demo" || fails "the demo ended by itself"
kill "$demo"
wait "$demo" 2>/dev/null || true
quiet "$scratch/err" "the demo"
holds "the demo's window under Xvfb"

# What a person has is kept; what the package brought goes.
mkdir -p "$scratch/home/.config/plumbline" && echo mine >"$scratch/home/.config/plumbline/kept"
find "$root" -type d \( -name .config -o -name .local \) | grep -q . && fails "something was written beside the program"
before=$(cd "$root/opt/plumbline" && find . -type f | sort | md5sum)
dpkg_here --install "$deb" || { cat "$scratch/dpkg.out" >&2; fails "dpkg could not upgrade it over itself"; }
[ "$before" = "$(cd "$root/opt/plumbline" && find . -type f | sort | md5sum)" ] || fails "an upgrade over itself changed the files"
as_user "$plumbline" --version >/dev/null || fails "it does not start after the upgrade"
dpkg_here --purge plumbline || { cat "$scratch/dpkg.out" >&2; fails "dpkg could not remove it"; }
[ ! -e "$root/opt/plumbline" ] && [ ! -e "$root/usr/bin/plumbline" ] || fails "removing it left files"
[ -s "$scratch/home/.config/plumbline/kept" ] || fails "removing it took a person's files"
holds "upgraded over itself and removed; a person's files stayed"
