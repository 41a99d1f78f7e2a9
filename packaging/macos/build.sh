#!/bin/bash
# Makes the app image and the .dmg from what `mvn package` left in target/plumbline. Runs on macOS only, and was not tried yet:
# the machines of this project are Linux. Signing and notarising need a developer's certificate and are not part of it.
#
#   packaging/macos/build.sh        with the JDK 25 of JAVA_HOME, else one that is installed
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
[ "$(uname -s)" = Darwin ] || { echo "packaging: this script runs on macOS only" >&2; exit 1; }
case $(uname -m) in
  x86_64) natives=Mac/x86_64 fx=mac ;;
  arm64) natives=Mac/aarch64 fx=mac-aarch64 ;;
  *) echo "packaging: no packages are made for $(uname -m)" >&2; exit 1 ;;
esac
lib=dylib
separator=:
image=$root/target/package/image/Plumbline.app
launcher=Plumbline
appdir=$image/Contents/app
runtime=$image/Contents/runtime/Contents/Home
icon=$root/target/plumbline.icns
iconset=$root/target/plumbline.iconset
mkdir -p "$iconset"
for size in 16 32 128 256 512; do
  cp "$root/icons/png/plumbline-$size.png" "$iconset/icon_${size}x$size.png"
  cp "$root/icons/png/plumbline-$((size * 2)).png" "$iconset/icon_${size}x$size@2x.png"
done
iconutil --convert icns --output "$icon" "$iconset"
# shellcheck source=packaging/image.sh
. "$root/packaging/image.sh"

make_image --mac-package-identifier dev.plumbline --mac-package-name Plumbline
# For the PATH: ln -s /Applications/Plumbline.app/Contents/bin/plumbline /usr/local/bin
mkdir -p "$image/Contents/bin"
install -m 755 "$root/packaging/launcher/plumbline" "$image/Contents/bin/plumbline"
cp -r "$out/licences" "$image/Contents/Resources/licences"
say "package"
"$bin/jpackage" --type dmg --app-image "$image" --name Plumbline --app-version "$version" --dest "$out"
