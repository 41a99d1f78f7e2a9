# shellcheck shell=bash disable=SC2054,SC2154
# The part that every platform's build shares; sourced by packaging/*/build.sh, which sets what differs:
#   root     the checkout             natives  the folder of our platform in sqlite-jdbc, as Linux/x86_64
#   fx       JavaFX's classifier      lib      how native libraries end: so, dylib, dll
#   icon     for jpackage             image    the app image that jpackage will make
#   appdir   in it: jars and .cfg     runtime  in it: the Java runtime       separator  of a class path: ':' or ';'
#   launcher the name of the native launcher, which opens the window

# jdeps tells most; jdk.unsupported is asked for by name at run time, and jdk.charsets by commits in old encodings.
MODULES=java.base,java.management,java.net.http,java.security.jgss,java.sql,jdk.charsets,jdk.httpserver,jdk.unsupported,javafx.controls

# The same when an AOT cache is trained and when it is used: other options refuse the cache. The JVM's own words belong on the
# error stream: standard output is for results. There are two caches, because the window's takes a verb longer to map than a verb runs.
WINDOW_OPTIONS=(
  --enable-native-access=javafx.graphics,ALL-UNNAMED
  -XX:+UseSerialGC
  -Xlog:disable
  -Xlog:all=warning:stderr
)
VERBS_OPTIONS=("${WINDOW_OPTIONS[@]}" -XX:TieredStopAtLevel=1)

# The JVM refuses a cache when the time of a jar is another than in training; so all files have one, which no packager moves.
STAMP=202611240000

say() { echo "packaging: ${SECONDS} s, $*"; }
stop() {
  echo "packaging: $*" >&2
  exit 1
}

built=$root/target/plumbline
out=$root/target/package
work=$out/work
version=$(sed -n 's:^  <version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -1)

prepare() {
  local candidate
  bin=
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/jlink" ] && grep -q '^JAVA_VERSION="25[."]' "$candidate/release" 2>/dev/null; then
      bin=$candidate/bin
      break
    fi
  done
  [ -n "$bin" ] || stop "there is no JDK 25 in JAVA_HOME or where JDKs are installed"
  [ -d "$built/lib" ] || stop "$built/lib is missing: run mvn package first"
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
    --compress zip-9 --no-header-files --no-man-pages --strip-java-debug-attributes --generate-cds-archive >"$work/jlink.log" 2>&1 ||
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

# The native launcher is called $launcher and opens the window.
app_image() {
  say "app image"
  local options=() option
  for option in "${WINDOW_OPTIONS[@]}"; do options+=(--java-options "$option"); done
  "$bin/jpackage" --type app-image --dest "$work/image" --name "$launcher" --app-version "$version" \
    --vendor "The Plumbline authors" --copyright "Apache-2.0" --description "A desktop GitOps control room" \
    --runtime-image "$work/runtime" --input "$work/app" --main-jar "plumbline-$version.jar" \
    --main-class dev.plumbline.Main --icon "$icon" "${options[@]}" \
    --java-options "-XX:AOTCache=\$APPDIR/window.aot" "$@"
  mkdir -p "$(dirname "$image")"
  mv "$work/image/"* "$image"
  # In the order in which the native launcher gives it to the JVM: in another one the cache is refused.
  sed -n 's:^app\.classpath=\$APPDIR[/\\]::p' "$appdir/$launcher.cfg" | tr -d '\r' | paste -sd: - >"$appdir/classpath"
  printf '%s\n' "${WINDOW_OPTIONS[@]}" >"$appdir/window.options"
  printf '%s\n' "${VERBS_OPTIONS[@]}" >"$appdir/verbs.options"
  find "$image" -exec env TZ=UTC touch -h -t "$STAMP" {} +
}

# The class path in the trained order, with the jars' folder before each.
classpath() {
  local names name joined=
  IFS=: read -ra names <"$appdir/classpath"
  for name in "${names[@]}"; do joined+=${joined:+$separator}$appdir/$name; done
  echo "$joined"
}

# plain MODE [OPTION…] ARGUMENT…: the image's own java, in place of the shell, on the image's class path, as a person without files of their own.
plain() {
  local mode=$1
  shift
  exec env -u DISPLAY -u WAYLAND_DISPLAY HOME="$home" XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state" \
    XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" PLUMBLINE_HOME="$home/plumbline" KUBECONFIG= \
    "$runtime/bin/java" "@$appdir/$mode.options" -cp "$(classpath)" "$@"
}

# train MODE ARGUMENT…
train() {
  local mode=$1
  shift
  say "AOT cache of the $mode"
  (plain "$mode" "-XX:AOTCacheOutput=$appdir/$mode.aot" "$@") >"$home/$mode.log" 2>&1 ||
    { cat "$home/$mode.log" >&2; stop "the training run failed"; }
  [ -s "$appdir/$mode.aot" ] || { cat "$home/$mode.log" >&2; stop "the training run left no AOT cache"; }
}

# A small repository with a past, and a sandbox to compare it with.
rehearsal() {
  local repo=$home/repo sandbox n
  mkdir -p "$repo/envs/dev" "$repo/envs/prod"
  (
    cd "$repo" || exit 1
    export GIT_CONFIG_NOSYSTEM=1 HOME=$home
    git init -q -b main .
    for n in 1 2 3; do
      for env in dev prod; do
        cp "$root/packaging/rehearsal.yaml" "envs/$env/shop.yaml"
        echo "# $n" >>"envs/$env/shop.yaml"
      done
      git add . && git -c user.name=Rehearsal -c user.email=rehearsal@example.org commit -qm "Version $n"
    done
  )
  plain verbs dev.plumbline.Main sandbox --kubeconfig "$home/kubeconfig" >"$home/sandbox.log" 2>&1 &
  sandbox=$!
  # shellcheck disable=SC2064
  trap "kill $sandbox 2>/dev/null || true" EXIT
  for n in $(seq 300); do [ -s "$home/kubeconfig" ] && break; sleep 0.2; done
  [ -s "$home/kubeconfig" ] || { cat "$home/sandbox.log" >&2; stop "the sandbox did not start"; }
  local each=(--repo "$repo" --kubeconfig "$home/kubeconfig" --context sandbox)
  line() { local IFS=$'\t'; echo "${each[*]}	$*"; }
  {
    echo --version
    echo --help
    printf 'drift\t--help\n'
    line envs
    line envs -o json
    line render dev
    line history -n 20
    line history dev -o json
    line drift dev
    line plan dev
    line sync dev --yes --unreviewed rehearsal
    line drift dev -o json
    line activity
  } >"$home/lines"
  train verbs dev.plumbline.app.Rehearsal "$home/lines"
  kill "$sandbox"
  wait "$sandbox" 2>/dev/null || true
  trap - EXIT
  # Drift is 1; all else must have gone well, else the cache lacks what was not done.
  [ "$(grep -c '^exit code 0:' "$home/verbs.log")" = 12 ] && [ "$(grep -c '^exit code 1:.* drift dev$' "$home/verbs.log")" = 1 ] ||
    { cat "$home/verbs.log" >&2; stop "a verb of the training run failed"; }
}

# make_image [JPACKAGE-OPTION…]
make_image() {
  prepare
  home=$work/train
  mkdir -p "$home"
  link
  classes
  app_image "$@"
  train window dev.plumbline.Main tour "$home/tour"
  rehearsal
  say "licences"
  "$root/packaging/licences.sh" "$bin/jar" "$built/lib" "$runtime" "$out/licences"
}
