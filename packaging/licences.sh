#!/bin/bash
# Gathers the licences of what a package holds.   licences.sh JAR-TOOL LIB-FOLDER RUNTIME OUT
# One file `copyright` that names everything, the licences' texts, and what each jar says of itself. A jar that is not in
# packaging/licences/inside.txt stops the build: nobody looked at its licence.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
tool=$1 lib=$2 runtime=$3 out=$4
table=$here/licences/inside.txt
mkdir -p "$out/licences"

{
  echo "Plumbline. Copyright the Plumbline authors. Licence: Apache-2.0, see licences/Apache-2.0.txt."
  echo
  echo "This package also holds:"
  echo
  grep -v '^#' "$table" | while IFS='|' read -r name holder licence; do
    echo "$name"
    echo "    $holder. Licence: $licence"
  done
  echo
  echo "The licences' texts are beside this file in licences/. Those of the Java runtime and JavaFX, with all notices, are in the"
  echo "package's lib/runtime/legal; GPL-2.0 with the Classpath exception is lib/runtime/legal/java.base/LICENSE. Their source:"
  echo "the OpenJDK and OpenJFX projects, at the versions that lib/runtime/bin/java --list-modules prints."
} >"$out/copyright"
cp "$here/../LICENSE" "$out/licences/Apache-2.0.txt"
cp "$here/licences/"*-Clause.txt "$here/licences/MIT.txt" "$out/licences/"
cp "$here/../src/main/resources/dev/plumbline/ui/fonts/"*-LICENSE.txt "$out/licences/"
[ -r "$runtime/legal/java.base/LICENSE" ] || { echo "licences: $runtime/legal is missing" >&2; exit 1; }

for jar in "$lib"/*.jar; do
  name=$(basename "$jar" .jar | sed 's/-[0-9][0-9A-Za-z.]*\(-[rM][0-9]*\)*$//')
  [ "$name" = plumbline ] && continue
  cut -d'|' -f1 "$table" | grep -qxF "$name" ||
    { echo "licences: $name ($(basename "$jar")) has no line in packaging/licences/inside.txt" >&2; exit 1; }
  scratch=$(mktemp -d)
  (cd "$scratch" && "$tool" xf "$jar" META-INF about.html 2>/dev/null) || true
  find "$scratch" -type f \( -iname '*license*' -o -iname '*notice*' -o -name about.html \) ! -name '*.class' | while read -r file; do
    mkdir -p "$out/licences/$name"
    cp "$file" "$out/licences/$name/"
  done
  rm -rf "$scratch"
done
