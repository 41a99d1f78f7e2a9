package main

import (
	"context"
	"crypto"
	"fmt"
	"path/filepath"

	rbacv1 "k8s.io/api/rbac/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	clientcmdapi "k8s.io/client-go/tools/clientcmd/api"
)

const (
	masters    = "system:masters"
	tokenUser  = "token-user"
	tokenValue = "plumbline-test-token"
)

// certificateUsers are the users that log in with a client certificate, each with a kubeconfig of its name.
var certificateUsers = []struct {
	name   string
	newKey func() (crypto.Signer, error)
	groups []string
}{
	{"admin", newRSAKey, []string{masters}},
	{"admin-ec", newECKey, []string{masters}},
	{"viewer", newRSAKey, nil},
	{"controllers", newECKey, []string{masters}},
}

// The default roles. view and edit are filled by a controller, their aggregated halves are not: bound to both, a user has the
// same rights with controllers and without.
var grants = map[string][]string{
	"viewer":  {"view", "system:aggregate-to-view"},
	tokenUser: {"edit", "system:aggregate-to-edit", "system:aggregate-to-view"},
}

// writeCredentials fills dir/pki and writes a kubeconfig for each user.
func writeCredentials(dir, server string) error {
	ca, err := newAuthority()
	if err != nil {
		return err
	}
	serving, err := ca.server()
	if err != nil {
		return err
	}
	accounts, err := newRSAKey()
	if err != nil {
		return err
	}
	accountsPEM, err := encodeKey(accounts)
	if err != nil {
		return err
	}
	files := map[string][]byte{
		"ca.crt":               ca.pem,
		"apiserver.crt":        serving.cert,
		"apiserver.key":        serving.key,
		"service-accounts.key": accountsPEM,
		"tokens.csv":           []byte(fmt.Sprintf("%s,%s,%s\n", tokenValue, tokenUser, tokenUser)),
	}
	for name, content := range files {
		if err := writePrivate(content, dir, "pki", name); err != nil {
			return err
		}
	}

	for _, user := range certificateUsers {
		key, err := user.newKey()
		if err != nil {
			return err
		}
		credential, err := ca.client(key, user.name, user.groups...)
		if err != nil {
			return err
		}
		info := &clientcmdapi.AuthInfo{ClientCertificateData: credential.cert, ClientKeyData: credential.key}
		if err := writeKubeconfig(kubeconfigPath(dir, user.name), server, ca.pem, user.name, info); err != nil {
			return err
		}
	}
	info := &clientcmdapi.AuthInfo{Token: tokenValue}
	return writeKubeconfig(kubeconfigPath(dir, "token"), server, ca.pem, tokenUser, info)
}

func kubeconfigPath(dir, user string) string { return filepath.Join(dir, user+".kubeconfig") }

func writeKubeconfig(path, server string, ca []byte, user string, info *clientcmdapi.AuthInfo) error {
	config := clientcmdapi.NewConfig()
	config.Clusters["plumbline-test"] = &clientcmdapi.Cluster{Server: server, CertificateAuthorityData: ca}
	config.AuthInfos[user] = info
	config.Contexts["plumbline-test"] = &clientcmdapi.Context{Cluster: "plumbline-test", AuthInfo: user}
	config.CurrentContext = "plumbline-test"
	return clientcmd.WriteToFile(*config, path)
}

// grantRoles binds the users to their roles; on a second start from the same folder the bindings are there already.
func grantRoles(ctx context.Context, client kubernetes.Interface) error {
	for user, roles := range grants {
		for _, role := range roles {
			binding := &rbacv1.ClusterRoleBinding{
				ObjectMeta: metav1.ObjectMeta{Name: "plumbline-test:" + user + ":" + role},
				RoleRef:    rbacv1.RoleRef{APIGroup: rbacv1.GroupName, Kind: "ClusterRole", Name: role},
				Subjects:   []rbacv1.Subject{{APIGroup: rbacv1.GroupName, Kind: rbacv1.UserKind, Name: user}},
			}
			_, err := client.RbacV1().ClusterRoleBindings().Create(ctx, binding, metav1.CreateOptions{})
			if err != nil && !apierrors.IsAlreadyExists(err) {
				return fmt.Errorf("bind %s to %s: %w", user, role, err)
			}
		}
	}
	return nil
}
