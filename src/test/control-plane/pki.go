package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// authority signs the certificates of one control plane. It lives only as long as this process and a few days at most.
type authority struct {
	cert *x509.Certificate
	key  crypto.Signer
	pem  []byte
}

// credential is a certificate with its key, both as PEM.
type credential struct{ cert, key []byte }

func newAuthority() (*authority, error) {
	key, err := newECKey()
	if err != nil {
		return nil, err
	}
	template := newTemplate(pkix.Name{CommonName: "plumbline-test-ca"})
	template.IsCA, template.BasicConstraintsValid = true, true
	template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	return &authority{cert: cert, key: key, pem: pemBlock("CERTIFICATE", der)}, nil
}

func (a *authority) server() (credential, error) {
	key, err := newECKey()
	if err != nil {
		return credential{}, err
	}
	template := newTemplate(pkix.Name{CommonName: "kube-apiserver"})
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	template.IPAddresses = []net.IP{net.ParseIP("127.0.0.1"), net.ParseIP("10.0.0.1")}
	template.DNSNames = []string{"localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc"}
	return a.sign(template, key)
}

// client makes a client certificate; the API server takes the user from the common name, the groups from the organizations.
func (a *authority) client(key crypto.Signer, user string, groups ...string) (credential, error) {
	template := newTemplate(pkix.Name{CommonName: user, Organization: groups})
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}
	return a.sign(template, key)
}

func (a *authority) sign(template *x509.Certificate, key crypto.Signer) (credential, error) {
	der, err := x509.CreateCertificate(rand.Reader, template, a.cert, key.Public(), a.key)
	if err != nil {
		return credential{}, err
	}
	keyPEM, err := encodeKey(key)
	return credential{cert: pemBlock("CERTIFICATE", der), key: keyPEM}, err
}

// newRSAKey makes a key of the kind that kubeadm and kind put into kubeconfigs; newECKey one of the kind that k3s does.
func newRSAKey() (crypto.Signer, error) { return rsa.GenerateKey(rand.Reader, 2048) }

func newECKey() (crypto.Signer, error) { return ecdsa.GenerateKey(elliptic.P256(), rand.Reader) }

func encodeKey(key crypto.Signer) ([]byte, error) {
	switch k := key.(type) {
	case *rsa.PrivateKey:
		return pemBlock("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(k)), nil
	case *ecdsa.PrivateKey:
		der, err := x509.MarshalECPrivateKey(k)
		return pemBlock("EC PRIVATE KEY", der), err
	default:
		der, err := x509.MarshalPKCS8PrivateKey(key)
		return pemBlock("PRIVATE KEY", der), err
	}
}

func newTemplate(name pkix.Name) *x509.Certificate {
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	return &x509.Certificate{
		SerialNumber: serial,
		Subject:      name,
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(7 * 24 * time.Hour),
		KeyUsage:     x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
	}
}

func pemBlock(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}

func writePrivate(content []byte, path ...string) error {
	return os.WriteFile(filepath.Join(path...), content, 0o600)
}
