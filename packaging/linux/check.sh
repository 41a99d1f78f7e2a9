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
holds() { echo "check: ${SECONDS} s, $*"; }
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
  opt/plumbline/lib/runtime/legal/java.base/LICENSE opt/plumbline/lib/app/window.aot opt/plumbline/lib/app/verbs.aot opt/plumbline/bin/plumbline-window; do
  [ -s "$root/$file" ] || fails "$file is missing"
done
command -v desktop-file-validate >/dev/null || fails "desktop-file-validate is missing (desktop-file-utils)"
desktop-file-validate "$root/usr/share/applications/plumbline.desktop" || fails "the desktop entry is not valid"
grep -q '^MimeType=x-scheme-handler/plumbline;' "$root/usr/share/applications/plumbline.desktop" || fails "nothing answers plumbline:// links"
holds "installed in a scratch root, with desktop entry, icons and licences"

# A machine without Java: a PATH of our own with git and what a shell needs.
mkdir -p "$scratch/path" "$scratch/home"
for program in sh bash env git ssh uname id getent readlink kustomize helm; do
  found=$(command -v $program) && ln -s "$(readlink -f "$found")" "$scratch/path/$program"
done
[ ! -e "$scratch/path/java" ] || fails "there is a java on the PATH of this test"
# As /usr/bin/plumbline leads to /opt.
ln -s "$root/opt/plumbline/bin/plumbline" "$scratch/path/plumbline"
# In place of the shell, so that what is started behind it has the number that $! tells.
become() { exec env -i HOME="$scratch/home" PATH="$scratch/path" LANG=C.UTF-8 "$@"; }
as_user() { (become "$@"); }
quiet() { # what was written to standard error must be nothing, and the JVM must not have spoken anywhere
  [ ! -s "$1.err" ] || { cat "$1.err" >&2; fails "$2 printed to the error stream"; }
  ! grep -E 'WARNING|\[(warning|error) *\]\[|deprecated|Exception' "$1.out" >&2 || fails "$2 printed a warning"
}
# Of a folder only that it is there: an upgrade renames its files into it.
listed() { (cd "$root/opt/plumbline" && find . \( -type d -printf '%p\n' \) -o -printf '%p %s %T@\n' | sort | md5sum); }
as_installed=$(listed)

for word in --version --help; do
  as_user plumbline $word >"$scratch/said.out" 2>"$scratch/said.err" || fails "$word failed"
  quiet "$scratch/said" "$word"
done
# With this mode the JVM ends when it refuses a cache.
as_user PLUMBLINE_JAVA_OPTS=-XX:AOTMode=on plumbline activity >"$scratch/said.out" || fails "the AOT cache of the verbs is refused"
as_user plumbline --version >"$scratch/said.out"
grep -q '[0-9]\.[0-9]' "$scratch/said.out" || fails "--version says no version"
as_user JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$root/opt/plumbline/bin/plumbline-window" --version >/dev/null 2>"$scratch/said.err" ||
  { cat "$scratch/said.err" >&2; fails "the AOT cache of the window is refused"; }
holds "$(cat "$scratch/said.out") starts without Java on the PATH, with its AOT caches"

as_user PLUMBLINE_JAVA_OPTS=-XX:AOTMode=on plumbline tour "$scratch/tour" >"$scratch/said.out" 2>"$scratch/said.err" ||
  { cat "$scratch/said.out" "$scratch/said.err" >&2; fails "the tour failed"; }
! grep -iE 'warning|exception|deprecated' "$scratch/said.out" "$scratch/said.err" >&2 || fails "the tour printed a warning"
pictures=$(find "$scratch/tour" -name '*.png' | wc -l)
[ "$pictures" -ge 10 ] || fails "the tour left $pictures pictures"
holds "the tour without a display left $pictures pictures"

# The sandbox has a certificate with an EC key, made when it starts.
become plumbline sandbox --kubeconfig "$scratch/kubeconfig" >"$scratch/sandbox.out" 2>"$scratch/sandbox.err" &
sandbox=$!
pids+=("$sandbox")
for _ in $(seq 300); do [ -s "$scratch/kubeconfig" ] && break; sleep 0.2; done
[ -s "$scratch/kubeconfig" ] || { cat "$scratch/sandbox.err" >&2; fails "the sandbox did not start"; }
sed -n 's/^ *"\{0,1\}certificate-authority-data"\{0,1\}: *"\{0,1\}\([A-Za-z0-9+\/=]*\).*/\1/p' "$scratch/kubeconfig" | head -1 | base64 -d >"$scratch/ca.pem"
address=$(sed -n 's/.*server"\{0,1\}: *"\{0,1\}https:\/\/\([0-9.:]*\).*/\1/p' "$scratch/kubeconfig" | head -1)
openssl s_client -connect "$address" -CAfile "$scratch/ca.pem" </dev/null 2>/dev/null | openssl x509 -noout -text | grep -q id-ecPublicKey ||
  fails "the sandbox's certificate has no EC key"
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
run() { as_user plumbline --repo "$scratch/repo" --kubeconfig "$scratch/kubeconfig" --context sandbox "$@"; }
expect() { # exit code, then the verb
  local wanted=$1 code=0
  shift
  run "$@" >"$scratch/said.out" 2>"$scratch/said.err" || code=$?
  [ "$code" = "$wanted" ] || { cat "$scratch/said.out" "$scratch/said.err" >&2; fails "$* ended with $code instead of $wanted"; }
  ! grep -iE 'warning|exception|deprecated' "$scratch/said.out" "$scratch/said.err" >&2 || fails "$* printed a warning"
}
expect 0 envs
expect 1 drift dev
expect 0 sync dev --yes --unreviewed "the package is being checked"
expect 0 drift dev
expect 0 history -n 20
expect 0 activity
kill "$sandbox"
wait "$sandbox" 2>/dev/null || true
[ ! -e "$scratch/kubeconfig" ] || fails "the sandbox left its kubeconfig"
holds "drift, sync and drift again on the sandbox, over TLS with an EC key"

command -v Xvfb >/dev/null || fails "Xvfb is missing"
display=$((RANDOM % 400 + 100))
Xvfb ":$display" -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
pids+=("$!")
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X$display" ] && break; sleep 0.1; done
shown() { # name, then the command: its window shows, stays, and goes when it is asked to
  local name=$1 window
  shift
  rm -rf "$scratch/home/.local/state/plumbline"
  become DISPLAY=":$display" "$@" >"$scratch/said.out" 2>"$scratch/said.err" &
  window=$!
  pids+=("$window")
  for _ in $(seq 600); do
    grep -qsr 'Second pulse' "$scratch/home/.local/state/plumbline" && break
    kill -0 "$window" 2>/dev/null || { cat "$scratch/said.err" >&2; fails "$name ended before its window showed"; }
    sleep 0.2
  done
  grep -qsr 'Second pulse' "$scratch/home/.local/state/plumbline" || fails "the window of $name did not show within two minutes"
  sleep 2
  kill -0 "$window" || fails "$name ended by itself"
  kill "$window"
  wait "$window" 2>/dev/null || true
  ! grep -iE 'warning|exception|deprecated' "$scratch/said.out" "$scratch/said.err" >&2 || fails "$name printed a warning"
}
shown "the demo" plumbline demo
holds "the demo's window under Xvfb"
exec_line=$(sed -n 's/^Exec=\(.*\) %u$/\1/p' "$root/usr/share/applications/plumbline.desktop")
shown "the desktop entry on a link" "$root$exec_line" "plumbline://sync/prod"
grep -q "The link was not followed" "$scratch/said.err" || fails "a link to a verb was not refused"
shown "the desktop entry on a link" "$root$exec_line" "plumbline://env/dev"
[ ! -s "$scratch/said.err" ] || { cat "$scratch/said.err" >&2; fails "a good link was refused"; }
holds "the desktop entry's command opens links and refuses bad ones"

[ "$as_installed" = "$(listed)" ] || fails "something was written beside the program"
strangers=$(find "$scratch/home" -mindepth 1 -maxdepth 1 ! -name .config ! -name .cache ! -name .local)
[ -z "$strangers" ] || fails "something was written to the home outside the XDG folders: $strangers"
[ -s "$scratch/home/.local/state/plumbline/plumbline.0.log" ] || fails "the log is not in the XDG state folder"
holds "nothing was written beside the program, or in the home outside the XDG folders"

# What a person has is kept; what the package brought goes.
persons() { (cd "$scratch/home" && find . -type f | sort | xargs -d '\n' md5sum | md5sum); }
kept=$(persons)
dpkg_here --install "$deb" || { cat "$scratch/dpkg.out" >&2; fails "dpkg could not upgrade it over itself"; }
[ "$as_installed" = "$(listed)" ] || fails "an upgrade over itself changed the files"
as_user PLUMBLINE_JAVA_OPTS=-XX:AOTMode=on plumbline activity >/dev/null || fails "it does not start after the upgrade"
dpkg_here --purge plumbline || { cat "$scratch/dpkg.out" >&2; fails "dpkg could not remove it"; }
left=$(find "$root" -name '*plumbline*' ! -path '*/var/lib/dpkg/*')
[ -z "$left" ] || fails "removing it left $left"
[ "$kept" = "$(persons)" ] || fails "removing it touched a person's files"
holds "upgraded over itself and removed; a person's files stayed"
