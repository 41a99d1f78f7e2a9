package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

const (
	startTimeout = 3 * time.Minute
	portAttempts = 3
)

// What a test of a GitOps tool sees at work in a real cluster. Nodes, volumes and the scheduler are left out: there are none.
var controllers = []string{
	"namespace-controller", "garbage-collector-controller", "deployment-controller", "replicaset-controller",
	"statefulset-controller", "daemonset-controller", "job-controller", "cronjob-controller", "serviceaccount-controller",
	"root-ca-certificate-publisher-controller", "clusterrole-aggregation-controller", "disruption-controller",
	"resourcequota-controller", "endpointslice-controller", "persistentvolumeclaim-protection-controller",
	"ttl-after-finished-controller", "validatingadmissionpolicy-status-controller",
}

type options struct {
	dir           string
	controllers   bool
	runPods       bool
	ignoreStdin   bool
	apiserverArgs []string
}

// ready is the one line on standard output.
type ready struct {
	Ready       bool              `json:"ready"`
	Kubeconfig  string            `json:"kubeconfig"`
	Kubeconfigs map[string]string `json:"kubeconfigs"`
	Server      string            `json:"server"`
	Version     string            `json:"version"`
	Controllers bool              `json:"controllers"`
	Pid         int               `json:"pid"`
	Millis      int64             `json:"millis"`
}

func parseOptions(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("control-plane", flag.ContinueOnError)
	flags.StringVar(&o.dir, "dir", "", "folder for data, logs, certificates and kubeconfigs; started again from it, data and address are the same")
	flags.BoolVar(&o.controllers, "controllers", false, "run the controllers of kube-controller-manager, too")
	flags.BoolVar(&o.runPods, "run-pods", false, "with --controllers: play the kubelet, so that pods become ready, or fail as their image's tag says")
	flags.BoolVar(&o.ignoreStdin, "ignore-stdin", false, "do not stop at the end of standard input (to start one by hand)")
	flags.Func("apiserver-arg", "one more flag for kube-apiserver, such as --v=4 (repeatable)", func(arg string) error {
		o.apiserverArgs = append(o.apiserverArgs, arg)
		return nil
	})
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if o.dir == "" || flags.NArg() > 0 || o.runPods && !o.controllers {
		return o, errors.New("usage: control-plane --dir DIR [--controllers [--run-pods]] [--ignore-stdin] [--apiserver-arg ARG]...")
	}
	dir, err := filepath.Abs(o.dir)
	o.dir = dir
	return o, err
}

// runControlPlane starts the components, prints the ready line and stops them on SIGTERM, an interrupt, the end of standard
// input, or when one of them ends.
func runControlPlane(args []string) error {
	begin := time.Now()
	o, err := parseOptions(args)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	if !o.ignoreStdin {
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			cancel()
		}()
	}

	plane := &controlPlane{options: o, failed: make(chan error, 3)}
	defer plane.stop()
	if err := plane.start(ctx); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	if o.runPods {
		playKubelet(ctx, plane.client)
	}
	if err := plane.printReady(begin); err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return nil
	case err := <-plane.failed:
		return err
	}
}

type controlPlane struct {
	options
	server     string
	client     kubernetes.Interface
	components []*component
	failed     chan error
}

func (p *controlPlane) start(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	if err := os.MkdirAll(filepath.Join(p.dir, "pki"), 0o700); err != nil {
		return err
	}
	etcd, err := p.run("etcd", "--data-dir", filepath.Join(p.dir, "etcd"))
	if err != nil {
		return err
	}
	etcdAddress, err := etcd.firstLine()
	if err != nil {
		return err
	}
	if err := p.startAPIServer(ctx, etcdAddress); err != nil {
		return err
	}
	if err := grantRoles(ctx, p.client); err != nil {
		return err
	}
	if !p.controllers {
		return nil
	}
	manager, err := p.run("kube-controller-manager", p.controllerManagerFlags()...)
	if err != nil {
		return err
	}
	// Without its service account no pod is let in; the namespace's other controllers run by then, too.
	return p.await(ctx, manager, func() bool {
		_, err := p.client.CoreV1().ServiceAccounts("default").Get(ctx, "default", metav1.GetOptions{})
		return err == nil
	})
}

// startAPIServer starts kube-apiserver on a free port, or on the port it had when it ran from this folder before. A port that was
// free a moment ago may be taken now: then it tries another.
func (p *controlPlane) startAPIServer(ctx context.Context, etcdAddress string) error {
	kubeconfig := kubeconfigPath(p.dir, "admin")
	port, again := portOf(kubeconfig)
	for attempt := 1; ; attempt++ {
		if !again {
			port = freePort()
			if err := writeCredentials(p.dir, fmt.Sprintf("https://127.0.0.1:%d", port)); err != nil {
				return err
			}
		}
		config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
		if err != nil {
			return err
		}
		p.server = config.Host
		config.QPS = -1 // the client would hold the polling back
		if p.client, err = kubernetes.NewForConfig(config); err != nil {
			return err
		}
		server, err := startComponent(p.dir, "kube-apiserver", p.apiserverFlags(port, etcdAddress)...)
		if err != nil {
			return err
		}
		err = p.await(ctx, server, func() bool { return p.answers(ctx) })
		if err == nil {
			p.watch(server)
			return nil
		}
		server.stop()
		if again || attempt == portAttempts || !strings.Contains(server.logTail(), "address already in use") {
			return err
		}
	}
}

// answers tells whether the API server serves, and has made what every cluster has: its default roles and namespaces.
func (p *controlPlane) answers(ctx context.Context) bool {
	body, err := p.client.Discovery().RESTClient().Get().AbsPath("/readyz").DoRaw(ctx)
	if err != nil || string(body) != "ok" {
		return false
	}
	_, err = p.client.CoreV1().Namespaces().Get(ctx, "default", metav1.GetOptions{})
	return err == nil
}

func (p *controlPlane) apiserverFlags(port int, etcdAddress string) []string {
	pki := func(name string) string { return filepath.Join(p.dir, "pki", name) }
	flags := []string{
		"--bind-address=127.0.0.1", "--advertise-address=127.0.0.1", fmt.Sprintf("--secure-port=%d", port),
		"--etcd-servers=" + etcdAddress,
		"--cert-dir=" + pki(""),
		"--tls-cert-file=" + pki("apiserver.crt"), "--tls-private-key-file=" + pki("apiserver.key"),
		"--client-ca-file=" + pki("ca.crt"), "--token-auth-file=" + pki("tokens.csv"),
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-account-key-file=" + pki("service-accounts.key"),
		"--service-account-signing-key-file=" + pki("service-accounts.key"),
		"--service-cluster-ip-range=10.0.0.0/24",
		"--authorization-mode=RBAC",
		"--allow-privileged=true",
		// Its endpoint reconciler refuses loopback addresses; nobody in here looks for the API server by a service.
		"--endpoint-reconciler-type=none",
	}
	if !p.controllers {
		flags = append(flags, "--disable-admission-plugins=ServiceAccount")
	}
	return append(flags, p.apiserverArgs...)
}

func (p *controlPlane) controllerManagerFlags() []string {
	return []string{
		"--kubeconfig=" + kubeconfigPath(p.dir, "controllers"),
		"--controllers=" + strings.Join(controllers, ","),
		"--root-ca-file=" + filepath.Join(p.dir, "pki", "ca.crt"),
		"--leader-elect=false",
		"--bind-address=127.0.0.1", "--secure-port=0",
		"--kube-api-qps=500", "--kube-api-burst=1000",
	}
}

// run starts a component that must live as long as this process does.
func (p *controlPlane) run(name string, args ...string) (*component, error) {
	c, err := startComponent(p.dir, name, args...)
	if err == nil {
		p.watch(c)
	}
	return c, err
}

func (p *controlPlane) watch(c *component) {
	p.components = append(p.components, c)
	go func() {
		<-c.ended
		p.failed <- c.failure()
	}()
}

func (p *controlPlane) await(ctx context.Context, c *component, done func() bool) error {
	for !done() {
		select {
		case <-c.ended:
			return c.failure()
		case <-ctx.Done():
			return fmt.Errorf("%s is not ready: %w; the end of %s:\n%s", c.name, ctx.Err(), c.logPath, c.logTail())
		case <-time.After(50 * time.Millisecond):
		}
	}
	return nil
}

// stop ends the components, the last started first.
func (p *controlPlane) stop() {
	for i := len(p.components) - 1; i >= 0; i-- {
		p.components[i].stop()
	}
}

func (p *controlPlane) printReady(begin time.Time) error {
	version, err := p.client.Discovery().ServerVersion()
	if err != nil {
		return err
	}
	kubeconfigs := map[string]string{"token": kubeconfigPath(p.dir, "token")}
	for _, user := range certificateUsers {
		kubeconfigs[user.name] = kubeconfigPath(p.dir, user.name)
	}
	return json.NewEncoder(os.Stdout).Encode(ready{
		Ready: true, Kubeconfig: kubeconfigs["admin"], Kubeconfigs: kubeconfigs, Server: p.server,
		Version: version.GitVersion, Controllers: p.controllers, Pid: os.Getpid(), Millis: time.Since(begin).Milliseconds(),
	})
}

// portOf reads the API server's port from a kubeconfig of an earlier start, if there is one.
func portOf(kubeconfig string) (port int, found bool) {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return 0, false
	}
	server, err := url.Parse(config.Host)
	if err != nil {
		return 0, false
	}
	_, err = fmt.Sscan(server.Port(), &port)
	return port, err == nil
}

// freePort picks a port below the range from which systems serve outgoing connections: so only another test may take it meanwhile.
func freePort() int {
	for {
		port := 20000 + rand.IntN(12000)
		listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			listener.Close()
			return port
		}
	}
}
