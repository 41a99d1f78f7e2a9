#!/usr/bin/env python3
"""Start-up of the window and of the verbs, measured in one run and printed as tables for src/main/docs/benchmarks.md.

usage: startup.py REPO [--windows N] [--pairs N] [--verbs N]

REPO is a real repository, as a clone of kube-prometheus. Needs what `mvn package` and packaging/linux/build.sh left in target/, a JDK 25
in JAVA_HOME (to compile the two bare programs) and Xvfb. Starts are interleaved: one of each kind, then again, so that the machine's
other work falls on all alike. CPU time is user and system time of the process, at the window's second pulse or at the verb's end.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
IMAGE = ROOT / "target/package/image/plumbline"
APP = IMAGE / "lib/app"
JAVA = IMAGE / "lib/runtime/bin/java"
PULSE = re.compile(r"Second pulse (\d+) ms after the start of the process, (\d+) ms of CPU time")
CLASSPATH = ":".join(str(APP / name) for name in (APP / "classpath").read_text().strip().split(":"))


def options(mode):
    return (APP / f"{mode}.options").read_text().split()


def image_java(mode, cache, *rest, more=""):
    """The image's own java, as bin/plumbline calls it. A class path that begins with the trained one may use the cache."""
    used = [f"-XX:AOTCache={APP / mode}.aot"] if cache else []
    return [str(JAVA), *options(mode), *used, "-Dprism.order=sw", "-cp", CLASSPATH + more, *rest]


def compiled(folder):
    sources = [str(p) for p in (ROOT / "src/test/conformance/bare").glob("*.java")]
    fx = str(ROOT / "target/plumbline/javafx")
    javac = str(Path(os.environ["JAVA_HOME"]) / "bin/javac")
    subprocess.run(
        [javac, "-proc:none", "-d", str(folder / "classes"), "--module-path", fx, "--add-modules", "javafx.controls", "-cp", CLASSPATH]
        + sources,
        check=True,
    )
    jar = folder / "bare.jar"
    subprocess.run([str(Path(javac).parent / "jar"), "cf", str(jar), "-C", str(folder / "classes"), "."], check=True)
    return str(jar)


def window(command, home, env):
    """Milliseconds and CPU milliseconds until the second pulse, which our window logs and the bare one prints."""
    shutil.rmtree(home, ignore_errors=True)
    log = home / "state/plumbline.0.log"
    out = home.with_suffix(".out")
    with open(out, "wb") as f:
        process = subprocess.Popen(command, env=env, stdout=f, stderr=subprocess.STDOUT)
    try:
        until = time.time() + 120
        while time.time() < until:
            for file in (log, out):
                seen = PULSE.search(file.read_text(errors="replace")) if file.exists() else None
                if seen:
                    return int(seen[1]), int(seen[2])
            time.sleep(0.05)
        raise SystemExit(f"no window within two minutes: {' '.join(command)}\n{out.read_text()}")
    finally:
        process.terminate()
        process.wait()


def verb(command, env):
    began = time.time()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or said:
        raise SystemExit(f"{' '.join(command)}: {process.returncode}\n{said.decode()}")
    return round((time.time() - began) * 1000), round((usage.ru_utime + usage.ru_stime) * 1000)


def interleaved(kinds, rounds, measure):
    got = {name: [] for name in kinds}
    for _ in range(rounds):
        for name, command in kinds.items():
            got[name].append(measure(command))
    return got


def table(title, got, against=None):
    print(f"\n{title}; load {os.getloadavg()[0]:.1f}\n")
    print("| | ms, median | min to max | CPU ms, median | min to max | against |")
    print("|---|---|---|---|---|---|")
    for name, figures in got.items():
        wall, cpu = zip(*figures)
        beside = against(name, got) if against else ""
        print(
            f"| {name} | {statistics.median(wall):.0f} | {min(wall)} to {max(wall)} "
            f"| {statistics.median(cpu):.0f} | {min(cpu)} to {max(cpu)} | {beside} |"
        )


def cpu(figures):
    return statistics.median(c for _, c in figures)


def display(number):
    server = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while not Path(f"/tmp/.X11-unix/X{number}").exists():
        time.sleep(0.05)
    return server


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repo")
    parser.add_argument("--windows", type=int, default=6)
    parser.add_argument("--pairs", type=int, default=11)
    parser.add_argument("--verbs", type=int, default=11)
    given = parser.parse_args()
    scratch = Path(tempfile.mkdtemp())
    home = scratch / "home"
    kubeconfig = scratch / "kubeconfig"
    kubeconfig.write_text(
        "apiVersion: v1\nkind: Config\ncurrent-context: eu\n"
        "clusters: [{name: eu, cluster: {server: 'https://127.0.0.1:1'}}]\n"
        "users: [{name: me, user: {token: none}}]\n"
        "contexts: [{name: eu, context: {cluster: eu, user: me}}]\n"
    )
    number = 300 + os.getpid() % 300
    server = display(number)
    env = {
        "PATH": os.environ["PATH"],
        "JAVA_HOME": os.environ["JAVA_HOME"],
        "HOME": str(scratch),
        "PLUMBLINE_HOME": str(home),
        "PLUMBLINE_JAVA_OPTS": "-Dprism.order=sw",
        "DISPLAY": f":{number}",
        "LANG": "C.UTF-8",
    }
    try:
        bare = ":" + compiled(scratch)
        asked = ["--repo", given.repo, "--kubeconfig", str(kubeconfig)]
        installed = str(IMAGE / "bin/plumbline")
        windows = {
            "plain class path": [str(ROOT / "target/plumbline/bin/plumbline"), *asked],
            "app image": image_java("window", False, "dev.plumbline.Main", *asked),
            "app image with AOT cache": [installed, *asked],
        }
        table("Window", interleaved(windows, given.windows, lambda c: window(c, home, env)))

        pair = {
            "bare window, same image and cache": image_java("window", True, "BareWindow", more=bare),
            "Plumbline's window": [installed, *asked],
        }
        got = interleaved(pair, given.pairs, lambda c: window(c, home, env))
        first, second = (cpu(f) for f in got.values())
        table("A bare window beside ours", got)
        print(f"\nCPU time above the bare window: {second - first:.0f} ms (wanted: at most 500)")

        verbs = {
            "bare picocli --help, no cache of its own": image_java("verbs", False, "BareVerb", "--help", more=bare),
            "bare picocli --help, same image and cache": image_java("verbs", True, "BareVerb", "--help", more=bare),
            "plumbline --help": [installed, "--help"],
            "bare picocli --version, no cache of its own": image_java("verbs", False, "BareVerb", "--version", more=bare),
            "bare picocli --version, same image and cache": image_java("verbs", True, "BareVerb", "--version", more=bare),
            "plumbline --version": [installed, "--version"],
            "plumbline envs": [installed, *asked, "envs"],
            "plumbline history -n 20": [installed, *asked, "history", "-n", "20"],
        }
        got = interleaved(verbs, given.verbs, lambda c: verb(c, env))

        def ratio(name, got):
            word = name.split()[-1]
            if not name.startswith("plumbline --"):
                return ""
            times = [cpu(got[name]) / cpu(got[n]) for n in got if n.startswith(f"bare picocli {word},")]
            return " and ".join(f"{t:.2f}" for t in times) + " times"

        table("Verbs (wanted: --help and --version at most 1.5 times the bare one, envs and history at most 700 ms)", got, ratio)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
