#!/bin/bash
# Makes the app image and the .msi from what `mvn package` left in target/plumbline. Runs on Windows only (in Git Bash, with the
# WiX tools that jpackage asks for), and was not tried yet: the machines of this project are Linux. Signing is not part of it.
#
#   packaging/windows/build.sh        JAVA_HOME: a JDK 25
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
case $(uname -s) in
  MINGW* | MSYS*) root=$(cygpath -m "$root") ;;
  *) echo "packaging: this script runs on Windows only, in Git Bash" >&2; exit 1 ;;
esac
natives=Windows/x86_64
fx=win
lib=dll
separator=';'
image=$root/target/package/image/plumbline
appdir=$image/app
runtime=$image/runtime
icon=$root/icons/plumbline.ico
# shellcheck source=packaging/image.sh
. "$root/packaging/image.sh"

# A console keeps the verbs usable in a terminal; jpackage makes a second launcher without one for the start menu.
printf 'win-console=false\nwin-menu=true\n' >"$root/target/window.properties"
make_image --win-console --add-launcher "Plumbline=$root/target/window.properties"
cp -r "$out/licences" "$image/licences"
say "package"
"$bin/jpackage" --type msi --app-image "$image" --name Plumbline --app-version "$version" --dest "$out" \
  --win-dir-chooser --win-menu --win-shortcut-prompt
