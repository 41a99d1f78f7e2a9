#!/bin/bash
# Makes the app image and the .msi from what `mvn package` left in target/plumbline. Runs on Windows only (in Git Bash, with the
# WiX tools that jpackage asks for), and was not tried yet: the machines of this project are Linux. Signing is not part of it.
#
#   packaging/windows/build.sh        with the JDK 25 of JAVA_HOME, else one that is installed
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
launcher=plumbline-window
appdir=$image/app
runtime=$image/runtime
icon=$root/icons/plumbline.ico
# shellcheck source=packaging/image.sh
. "$root/packaging/image.sh"

# There is no shell script on the PATH here: a second native launcher has a console, and the options and the cache of the verbs.
printf 'win-console=true\nwin-menu=false\njava-options=%s\n' "${VERBS_OPTIONS[*]} -XX:AOTCache=\$APPDIR/verbs.aot" >"$root/target/verbs.properties"
make_image --add-launcher "plumbline=$root/target/verbs.properties"
cp -r "$out/licences" "$image/licences"
say "package"
"$bin/jpackage" --type msi --app-image "$image" --name Plumbline --app-version "$version" --dest "$out" \
  --win-dir-chooser --win-menu --win-shortcut-prompt
