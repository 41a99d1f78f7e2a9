#!/bin/bash
# Makes the .deb of an app image.   deb.sh IMAGE LICENCES VERSION ARCH OUT-FOLDER
# /opt/plumbline holds the image, /usr/bin/plumbline names it, and the desktop finds an entry with icons of every size. No
# maintainer script: dpkg removes what it brought, and a person's own files (XDG folders) are never touched.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
image=$1 licences=$2 version=$3 arch=$4 out=$5
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"

mkdir -p "$tree"/{DEBIAN,opt,usr/bin,usr/share/applications,usr/share/doc}
# With their times: the JVM looks at them before it uses the AOT caches.
cp -a "$image" "$tree/opt/plumbline"
cp -r "$licences" "$tree/usr/share/doc/plumbline"
ln -s /opt/plumbline/bin/plumbline "$tree/usr/bin/plumbline"
cp "$here/plumbline.desktop" "$tree/usr/share/applications/"
for size in 16 24 32 48 64 128 256 512; do
  mkdir -p "$tree/usr/share/icons/hicolor/${size}x$size/apps"
  cp "$root/icons/png/plumbline-$size.png" "$tree/usr/share/icons/hicolor/${size}x$size/apps/plumbline.png"
done
mkdir -p "$tree/usr/share/icons/hicolor/scalable/apps"
cp "$root/icons/plumbline.svg" "$tree/usr/share/icons/hicolor/scalable/apps/"

# Names with t64 are those of Debian 13 and Ubuntu 24.04 for the same libraries. No Java: the runtime is inside.
cat >"$tree/DEBIAN/control" <<CONTROL
Package: plumbline
Version: $version
Section: devel
Priority: optional
Architecture: $arch
Maintainer: The Plumbline authors
Installed-Size: $(du -sk --exclude=DEBIAN "$tree" | cut -f1)
Depends: libc6 (>= 2.31), libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, libpangoft2-1.0-0, libfreetype6, libfontconfig1
Recommends: git, fonts-dejavu-core | fonts-liberation
Suggests: kubectl, kustomize, helm
Description: desktop GitOps control room
 Git says what should run; Plumbline shows, field by field, where a cluster left
 that line, who moved it and when, and brings both together again through a plan
 that is seen before anything is written. A window, and the same on the command
 line. The Java runtime is inside.
CONTROL
(cd "$tree" && find opt usr -type f -printf '%p\0' | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f -perm /u+x -exec chmod 755 {} +
find "$tree" -type f ! -perm /u+x -exec chmod 644 {} +
# What is inside is packed already: level 6 saves 8 % and takes eight times as long.
dpkg-deb --root-owner-group -Zxz -z0 --build "$tree" "$out/plumbline_${version}_$arch.deb" >/dev/null
echo "packaging: $out/plumbline_${version}_$arch.deb, $(($(stat -c %s "$out/plumbline_${version}_$arch.deb") / 1000000)) MB"
