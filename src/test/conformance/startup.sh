#!/bin/bash
# Time from the start of the process to the window's second pulse: median of 6 starts on a display (Xvfb when there is none).
# usage: startup.sh PLUMBLINE REPO
set -euo pipefail
plumbline=$1 repo=$2
home=$(mktemp -d)
export PLUMBLINE_HOME=$home PLUMBLINE_JAVA_OPTS="${PLUMBLINE_JAVA_OPTS:-} -Dprism.order=sw"
if [ -z "${DISPLAY:-}" ]; then
  Xvfb :78 -screen 0 1440x900x24 >/dev/null 2>&1 &
  xvfb=$!
  export DISPLAY=:78
  sleep 2
fi
for _ in 1 2 3 4 5 6; do
  rm -rf "$home"/*
  "$plumbline" --repo "$repo" --kubeconfig /nonexistent >/dev/null 2>&1 &
  pid=$!
  for _ in $(seq 300); do
    grep -qs 'Second pulse' "$home"/state/plumbline.0.log && break
    sleep 0.1
  done
  grep -o 'Second pulse [0-9]*' "$home"/state/plumbline.0.log | grep -o '[0-9]*'
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
done | sort -n | tee /dev/stderr | awk '{v[NR]=$1} END {print "median " (v[int((NR+1)/2)]+v[int(NR/2)+1])/2 " ms, load " load}' load="$(cut -d' ' -f1 /proc/loadavg)"
[ -z "${xvfb:-}" ] || kill "$xvfb"
rm -rf "$home"
