#!/usr/bin/env python3
"""Judges `plumbline drift` by `kubectl diff` on real repositories and a real kube-apiserver.

usage: conformance.py PARTS PLUMBLINE CASE.json REPO [-v]

PARTS      folder with control-plane and kubectl (src/test/control-plane/parts.sh path)
PLUMBLINE  target/plumbline/bin/plumbline
CASE.json  which environments of which commit, and ten manual edits (see kubeflow.json)
REPO       a clone of that repository; a plumbline.yaml is committed into a copy of it

Rounds: before anything, after sync, after the edits, after sync again. In each round every object of every environment, as
`render --as-applied` prints it, is given to
`kubectl diff --server-side --field-manager=plumbline --force-conflicts` on its own, and must agree with `drift` on whether there
is any difference. Where kubectl cannot answer because a definition or namespace is missing, ours must be only-in-git and say what
it waits for. Exit 0 when all rounds agree and both are silent after each sync.
"""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

parts, plumbline, case_file, repo = sys.argv[1:5]
verbose = "-v" in sys.argv
kubectl = os.path.join(parts, "kubectl")
case = json.load(open(case_file))
work = tempfile.mkdtemp(prefix="plumbline-conformance-")
os.environ["PLUMBLINE_HOME"] = os.path.join(work, "home")
os.environ["PATH"] = parts + os.pathsep + os.environ["PATH"]


def run(argv, stdin=None, ok=(0,)):
    done = subprocess.run(argv, input=stdin, capture_output=True, text=True)
    if ok is not None and done.returncode not in ok:
        sys.exit("FAILED (%d): %s\n%s%s" % (done.returncode, " ".join(argv), done.stdout[-2000:], done.stderr[-4000:]))
    return done


clone = os.path.join(work, "clone.git")
tree = os.path.join(work, "tree")
run(["git", "clone", "-q", "--no-checkout", repo, tree])
run(["git", "-C", tree, "checkout", "-q", "-b", "conformance", case["commit"]])
with open(os.path.join(tree, "plumbline.yaml"), "w") as f:
    f.write("apiVersion: plumbline.dev/v1\nenvironments:\n")
    for e in case["environments"]:
        f.write("  - name: %s\n    source: {path: %s, revision: conformance}\n    render: %s\n    cluster: test\n"
                % (e["name"], e["path"], e["render"]))
        if "namespace" in e:
            f.write("    namespace: %s\n" % e["namespace"])
run(["git", "-C", tree, "add", "plumbline.yaml"])
run(["git", "-C", tree, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "environments"])
run(["git", "clone", "-q", "--bare", tree, clone])

plane = subprocess.Popen([os.path.join(parts, "control-plane"), "--dir", os.path.join(work, "cp"), "--controllers"],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
ready = json.loads(plane.stdout.readline())
config = ready["kubeconfig"]
context = run([kubectl, "--kubeconfig", config, "config", "current-context"]).stdout.strip()
for ns in case.get("namespaces", []):
    run([kubectl, "--kubeconfig", config, "create", "namespace", ns])


def ours(*argv, ok=(0,)):
    return run([plumbline, "--repo", clone, "--kubeconfig", config, "--context", context, *argv], ok=ok)


def key(ref):
    return (ref["group"], ref["kind"], ref["namespace"], ref["name"])


def key_of(obj):
    group = obj["apiVersion"].rpartition("/")[0]
    meta = obj["metadata"]
    return (group, obj["kind"], meta.get("namespace", ""), meta["name"])


def diff(obj):
    done = run([kubectl, "--kubeconfig", config, "diff", "--server-side", "--field-manager=plumbline",
                "--force-conflicts", "-f", "-"], stdin=json.dumps(obj), ok=None)
    return done.returncode, (done.stdout + done.stderr).strip()


def round_(title, silent=False):
    wrong, counts = [], {}
    for env in case["environments"]:
        rendered = ours("render", env["name"], "--as-applied", "-o", "json", ok=(0, 2))
        objects = json.loads(rendered.stdout)
        drift = json.loads(ours("drift", env["name"], "-o", "json", ok=(0, 1, 2)).stdout)
        verdicts = {key(r["ref"]): r for r in drift["resources"]}
        for p in drift["problems"]:
            wrong.append("%s: %s (%s)" % (env["name"], p["what"], p["where"]))
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(diff, objects))
        for obj, (code, said) in zip(objects, answers):
            k = key_of(obj)
            v = verdicts.pop(k, None)
            word = v["verdict"] if v else "missing"
            missing = code > 1 and ("no matches for kind" in said or "namespaces" in said and "not found" in said)
            good = (word == "in-sync" if code == 0 else
                    word in ("changed", "only-in-git") if code == 1 else
                    word == "only-in-git" and v["waitingFor"] if missing else
                    word == "unknown")
            counts[(word, code)] = counts.get((word, code), 0) + 1
            contested = k[3] in case.get("contested", []) and word == "changed"
            if not good or silent and not (code == 0 or contested or case.get("expectedToWait") and missing):
                wrong.append("%s %s: kubectl %d, ours %s\n    %s\n    %s" % (
                    env["name"], k, code, word, said[:600], json.dumps(v)[:900]))
            elif verbose and code:
                print("   ", env["name"], k, "kubectl", code, "ours", word, [f["path"] for f in v["fields"]])
        for k, v in verdicts.items():
            counts[(v["verdict"], "-")] = counts.get((v["verdict"], "-"), 0) + 1
            if silent or v["verdict"] != "only-in-cluster":
                wrong.append("%s %s: only ours: %s" % (env["name"], k, v["verdict"]))
    total = sum(n for (w, c), n in counts.items() if c != "-")
    print("%s: %d objects, %s" % (title, total, ", ".join(
        "%d %s/kubectl %s" % (n, w, c) for (w, c), n in sorted(counts.items(), key=str))))
    for w in wrong:
        print("  DISAGREE" if not silent else "  NOT SILENT", w)
    return len(wrong)


def sync():
    for env in case["environments"]:
        done = ours("sync", env["name"], "--yes", ok=(0, 2))
        bad = [l for l in done.stdout.splitlines() if "FAILED" in l or "not run" in l or "left out" in l]
        print("  sync %s: %s" % (env["name"], done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr))
        for b in bad:
            print("    ", b[:400])


bad = 0
try:
    print(ready["version"], case["repository"], case["commit"])
    kinds, crds = set(), 0
    for env in case["environments"]:
        for o in json.loads(ours("render", env["name"], "-o", "json", ok=(0, 2)).stdout):
            kinds.add(o["kind"])
            crds += o["kind"] == "CustomResourceDefinition"
    print("%d kinds, %d CustomResourceDefinitions" % (len(kinds), crds))
    bad += round_("before anything")
    sync()
    bad += round_("after sync", silent=True)
    for e in case["edits"]:
        done = run([kubectl, "--kubeconfig", config, *e["do"]], ok=None)
        print("  edit: %s%s" % (e["name"], "" if done.returncode == 0 else "  FAILED: " + done.stderr.strip()))
        bad += done.returncode != 0
    bad += round_("after %d edits" % len(case["edits"]))
    sync()
    bad += round_("after sync again", silent=True)
finally:
    plane.stdin.close()
    plane.wait(30)
print("AGREES" if bad == 0 else "%d DISAGREEMENTS" % bad)
sys.exit(bad != 0)
