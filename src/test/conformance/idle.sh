#!/bin/bash
# CPU time and memory of the window while nobody touches it: after 20 s of settling, over 30 s (Xvfb when there is no display).
# usage: idle.sh PLUMBLINE ARGUMENT...      as: idle.sh target/plumbline/bin/plumbline --repo REPO
set -euo pipefail
settle=${SETTLE:-20} over=${OVER:-30}
home=$(mktemp -d)
export PLUMBLINE_HOME=$home PLUMBLINE_JAVA_OPTS="${PLUMBLINE_JAVA_OPTS:-} -Dprism.order=sw"
if [ -z "${DISPLAY:-}" ]; then
  Xvfb :79 -screen 0 1440x900x24 >/dev/null 2>&1 &
  xvfb=$!
  export DISPLAY=:79
  sleep 2
fi
"$@" >/dev/null 2>&1 &
started=$!
sleep "$settle"
pid=$started
[ "$(cat "/proc/$pid/comm")" = java ] || pid=$(pgrep -P "$started" java)
ticks() { awk '{print $14 + $15}' "/proc/$pid/stat"; }
before=$(ticks)
sleep "$over"
after=$(ticks)
awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v s="$over" 'BEGIN {printf "idle CPU %.2f %% of one core over %d s\n", 100 * t / hz / s, s}'
awk '/VmRSS/ {printf "resident %.0f MB\n", $2 / 1024}' "/proc/$pid/status"
echo "load $(cut -d' ' -f1 /proc/loadavg)"
kill "$pid" 2>/dev/null || true
wait "$started" 2>/dev/null || true
[ -z "${xvfb:-}" ] || kill "$xvfb"
rm -rf "$home"
