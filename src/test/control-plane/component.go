package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// How long a component may take to end by itself before it is killed. kube-apiserver takes a minute while a client watches; its
// data is safe either way, for etcd has it.
const stopGrace = 1500 * time.Millisecond

// component is one child process: this binary under another name, its errors in a log file of that name.
type component struct {
	name    string
	logPath string
	command *exec.Cmd
	owned   io.WriteCloser
	stdout  *bufio.Reader
	ended   chan struct{}
}

// startComponent runs this binary as name. The name is also what the API server notes down as the manager of fields that the
// component writes, as it would in a real cluster.
func startComponent(dir, name string, args ...string) (*component, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	logPath := filepath.Join(dir, name+".log")
	log, err := os.OpenFile(logPath, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer log.Close()

	command := &exec.Cmd{Path: self, Args: append([]string{name}, args...), Stderr: log, Dir: dir}
	command.Env = append(os.Environ(), envOwned+"=1")
	owned, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, stdoutWriter, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	command.Stdout = stdoutWriter
	err = command.Start()
	stdoutWriter.Close()
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}

	c := &component{name, logPath, command, owned, bufio.NewReader(stdout), make(chan struct{})}
	go func() {
		_ = command.Wait()
		close(c.ended)
	}()
	return c, nil
}

// firstLine waits for the first line on the component's standard output.
func (c *component) firstLine() (string, error) {
	line, err := c.stdout.ReadString('\n')
	if err != nil {
		return "", c.failure()
	}
	return strings.TrimSpace(line), nil
}

// failure is the error for a component that ended without being told to.
func (c *component) failure() error {
	<-c.ended
	return fmt.Errorf("%s ended (%v); the end of %s:\n%s", c.name, c.command.ProcessState, c.logPath, c.logTail())
}

func (c *component) logTail() string {
	content, err := os.ReadFile(c.logPath)
	if err != nil {
		return err.Error()
	}
	return string(content[max(0, len(content)-4000):])
}

func (c *component) stop() {
	if err := c.command.Process.Signal(syscall.SIGTERM); errors.Is(err, os.ErrProcessDone) {
		return
	}
	select {
	case <-c.ended:
	case <-time.After(stopGrace):
		_ = c.command.Process.Kill()
		<-c.ended
	}
	c.owned.Close()
}
