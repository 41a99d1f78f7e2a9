# The part that every platform's build shares; sourced by packaging/*/build.sh, which sets what differs:
#   root     the checkout             natives  the folder of our platform in sqlite-jdbc, as Linux/x86_64
#   fx       JavaFX's classifier      lib      how native libraries end: so, dylib, dll
#   icon     for jpackage             image    the app image that jpackage will make
#   appdir   in it: jars and .cfg     runtime  in it: the Java runtime       separator  of a class path: ':' or ';'

# jdeps tells the first six; jdk.unsupported is asked for by name at run time.
MODULES=java.base,java.management,java.net.http,java.security.jgss,java.sql,jdk.httpserver,jdk.unsupported,javafx.controls

# The same when the AOT cache is trained and when it is used: another collector refuses the cache.
JAVA_OPTIONS=(
  --enable-native-access=javafx.graphics,ALL-UNNAMED
  -XX:+UseSerialGC
)

say() { echo "packaging: $*"; }
stop() {
  echo "packaging: $*" >&2
  exit 1
}

built=$root/target/plumbline
out=$root/target/package
work=$out/work
version=$(sed -n 's:^  <version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -1)

prepare() {
  [ -n "${JAVA_HOME:-}" ] && grep -q '^JAVA_VERSION="25[."]' "$JAVA_HOME/release" 2>/dev/null ||
    stop "JAVA_HOME must name a JDK 25, it is '${JAVA_HOME:-}'"
  [ -d "$built/lib" ] || stop "$built/lib is missing: run mvn package first"
  bin=$JAVA_HOME/bin
  rm -rf "$out"
  mkdir -p "$work"
}

# JavaFX comes as jars; as modules of the runtime it starts without unpacking anything into a person's home.
link() {
  say "runtime"
  local jar name
  for jar in "$built"/javafx/javafx-*-"$fx".jar; do
    [ -e "$jar" ] || stop "$built/javafx has no JavaFX for $fx"
    name=$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/javafx.\1/')
    mkdir -p "$work/fx/$name/classes" "$work/fx/$name/lib" "$work/mods"
    (cd "$work/fx/$name/classes" && "$bin/jar" xf "$jar" && find . -maxdepth 1 -name "*.$lib" -exec mv {} ../lib/ \;)
    "$bin/jmod" create --class-path "$work/fx/$name/classes" --libs "$work/fx/$name/lib" "$work/mods/$name.jmod"
  done
  "$bin/jlink" --module-path "$work/mods" --add-modules "$MODULES" --output "$work/runtime" \
    --compress zip-9 --no-header-files --no-man-pages --strip-debug --generate-cds-archive >"$work/jlink.log" 2>&1 ||
    { cat "$work/jlink.log" >&2; stop "jlink made no runtime"; }
}

classes() {
  say "class path"
  mkdir "$work/app"
  local jar
  for jar in "$built"/lib/*.jar; do
    case $(basename "$jar") in
      # The AOT cache takes no class of a signed jar.
      org.eclipse.jgit-*) repack "$jar" '' META-INF/ECLIPSE_.SF META-INF/ECLIPSE_.RSA ;;
      sqlite-jdbc-*) repack "$jar" "org/sqlite/native/$natives" org/sqlite/native ;;
      *) cp "$jar" "$work/app/" ;;
    esac
  done
}

# repack JAR KEEP ENTRY…: the jar without these entries; what is below KEEP stays.
repack() {
  local jar=$1 keep=$2 entry scratch=$work/repack
  shift 2
  rm -rf "$scratch"
  mkdir -p "$scratch/in" "$scratch/kept"
  (cd "$scratch/in" && "$bin/jar" xf "$jar")
  if [ -n "$keep" ]; then
    [ -d "$scratch/in/$keep" ] || stop "$(basename "$jar") has no $keep"
    mkdir -p "$scratch/kept/$(dirname "$keep")"
    mv "$scratch/in/$keep" "$scratch/kept/$keep"
  fi
  for entry in "$@"; do
    [ -e "$scratch/in/$entry" ] || stop "$(basename "$jar") has no $entry to leave out"
    rm -rf "${scratch:?}/in/$entry"
  done
  cp -r "$scratch/kept/." "$scratch/in/"
  mv "$scratch/in/META-INF/MANIFEST.MF" "$scratch/manifest"
  # A signed jar's manifest holds a digest of each class after its first section.
  sed '/^[[:space:]]*$/,$d' "$scratch/manifest" >"$scratch/main"
  "$bin/jar" --create --file "$work/app/$(basename "$jar")" --manifest "$scratch/main" -C "$scratch/in" .
}

app_image() {
  say "app image"
  local options=() option
  for option in "${JAVA_OPTIONS[@]}"; do options+=(--java-options "$option"); done
  "$bin/jpackage" --type app-image --dest "$out/image" --name "$(basename "$image" .app)" --app-version "$version" \
    --vendor "The Plumbline authors" --copyright "Apache-2.0" --description "A desktop GitOps control room" \
    --runtime-image "$work/runtime" --input "$work/app" --main-jar "plumbline-$version.jar" \
    --main-class dev.plumbline.Main --icon "$icon" "${options[@]}" \
    --java-options "-XX:AOTCache=\$APPDIR/plumbline.aot" "$@"
}

# The class path as the launcher gives it to the JVM: in another order the cache is refused.
classpath() {
  sed -n 's:^app\.classpath=\$APPDIR[/\\]::p' "$appdir/plumbline.cfg" | sed "s:^:$appdir/:" | paste -sd"$separator" -
}

train() {
  say "AOT cache"
  local home=$work/train
  mkdir -p "$home"
  env HOME="$home" XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state" XDG_CONFIG_HOME="$home/config" \
    XDG_DATA_HOME="$home/data" PLUMBLINE_HOME="$home/plumbline" KUBECONFIG= \
    "$runtime/bin/java" "${JAVA_OPTIONS[@]}" "-XX:AOTCacheOutput=$appdir/plumbline.aot" \
    -cp "$(classpath)" dev.plumbline.Main tour "$home/tour" >"$home/log" 2>&1 ||
    { cat "$home/log" >&2; stop "the training run failed"; }
  [ -s "$appdir/plumbline.aot" ] || { cat "$home/log" >&2; stop "the training run left no AOT cache"; }
}

# make_image [JPACKAGE-OPTION…]
make_image() {
  prepare
  link
  classes
  app_image "$@"
  train
  say "licences"
  "$root/packaging/licences.sh" "$built/lib" "$runtime" "$out/licences"
}
