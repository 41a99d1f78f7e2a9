// Command control-plane gives the tests a real Kubernetes API server: etcd, kube-apiserver and, on request, the controllers of
// kube-controller-manager, all from their Go modules and all on the loopback interface.
//
// It is one binary under several names. What it is called by (argv[0]) decides what it is: etcd, kube-apiserver,
// kube-controller-manager, kubectl, kustomize, or, under any other name, the program that starts the first three.
// One process for each component, because apiserver and controllers register the same flags and metrics.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	_ "time/tzdata" // time zones of CronJobs, wherever the tests run

	_ "k8s.io/client-go/plugin/pkg/client/auth"
	"k8s.io/component-base/cli"
	"k8s.io/component-base/logs"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	kubectl "k8s.io/kubectl/pkg/cmd"
	kubectlutil "k8s.io/kubectl/pkg/cmd/util"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	kustomize "sigs.k8s.io/kustomize/kustomize/v5/commands"
)

// Set for the components that this program starts itself: their standard input is a pipe that only it holds open.
const envOwned = "PLUMBLINE_CONTROL_PLANE_OWNED"

func main() {
	if os.Getenv(envOwned) != "" {
		go exitWithOwner()
	}
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	switch name {
	case "etcd":
		exitOn(runEtcd(os.Args[1:]))
	case "kube-apiserver":
		os.Exit(cli.Run(apiserver.NewAPIServerCommand()))
	case "kube-controller-manager":
		os.Exit(cli.Run(controllermanager.NewControllerManagerCommand()))
	case "kubectl":
		_, _ = logs.GlogSetter(kubectl.GetLogVerbosity(os.Args)) // before the flags are read: -v counts for plugins, too
		if err := cli.RunNoErrOutput(kubectl.NewDefaultKubectlCommand()); err != nil {
			kubectlutil.CheckErr(err)
		}
	case "kustomize":
		if err := kustomize.NewDefaultCommand().Execute(); err != nil {
			os.Exit(1)
		}
	default:
		exitOn(runControlPlane(os.Args[1:]))
	}
}

// exitWithOwner ends this process when the one that started it is gone, however it died: the kernel then closes the pipe.
func exitWithOwner() {
	_, _ = io.Copy(io.Discard, os.Stdin)
	os.Exit(0)
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "control-plane: "+err.Error())
		os.Exit(1)
	}
	os.Exit(0)
}
