#!/bin/bash
# Makes the app image and the .deb from what `mvn package` left in target/plumbline. Runs on Linux only.
#
#   packaging/linux/build.sh        with the JDK 25 of JAVA_HOME, else one that is installed
#
# Result: target/package/image/plumbline (bin/plumbline is what goes on the PATH) and target/package/plumbline_VERSION_ARCH.deb. `check.sh` beside this file tries them.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
[ "$(uname -s)" = Linux ] || { echo "packaging: this script runs on Linux only" >&2; exit 1; }
case $(uname -m) in
  x86_64) arch=amd64 natives=Linux/x86_64 fx=linux ;;
  aarch64) arch=arm64 natives=Linux/aarch64 fx=linux-aarch64 ;;
  *) echo "packaging: no packages are made for $(uname -m)" >&2; exit 1 ;;
esac
lib=so
separator=:
icon=$root/icons/png/plumbline-256.png
image=$root/target/package/image/plumbline
launcher=plumbline-window
appdir=$image/lib/app
runtime=$image/lib/runtime
# shellcheck source=packaging/image.sh
. "$root/packaging/image.sh"

make_image
install -m 755 "$root/packaging/launcher/plumbline" "$image/bin/plumbline"
say "package"
"$root/packaging/linux/deb.sh" "$image" "$out/licences" "$version" "$arch" "$out"
