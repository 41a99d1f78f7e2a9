#!/bin/sh
# Makes icons/png from the one SVG with rsvg-convert (Debian: librsvg2-bin). The result is committed: builds do not need it.
set -eu
cd "$(dirname "$0")"
mkdir -p png
for size in 16 24 32 48 64 128 256 512 1024; do
  rsvg-convert -w $size -h $size plumbline.svg -o png/plumbline-$size.png
done

# Windows: an .ico is a table of contents and the PNGs behind each other.
python3 - <<'PY'
import struct
sizes = [16, 24, 32, 48, 64, 128, 256]
pictures = [open(f"png/plumbline-{s}.png", "rb").read() for s in sizes]
at = 6 + 16 * len(sizes)
head = struct.pack("<HHH", 0, 1, len(sizes))
for size, picture in zip(sizes, pictures):
    head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
    at += len(picture)
open("plumbline.ico", "wb").write(head + b"".join(pictures))
PY
