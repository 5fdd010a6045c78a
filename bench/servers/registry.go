// Registry for benchmarks: HTTP or TLS on loopback at a low cost per byte. Generates layers, checks the size of uploads
// and discards their bytes. Reads its options as the first line of stdin and answers commands, one a line.
package main

import (
	"bufio"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/tls"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type options struct {
	Certificate, Key string // PEM; empty for HTTP
	// Latency of a request, and of each round trip that opens a connection.
	RoundTripMs int
	// For each connection and direction; 0 is unlimited.
	BytesPerSecond int
	Manifests      []manifest
	Blobs          []blob
}

type manifest struct {
	Repository, Reference, MediaType string
	Bytes                            []byte
	digest                           string
}

// A blob with Bytes, or generated from Seed as `virtual` of testkit/registry/content.ts does. Without both, the bytes
// are unknown.
type blob struct {
	Digest string
	Size   int64
	Bytes  []byte
	Seed   string
}

const blockBytes = 256 * 1024

type server struct {
	options
	requests atomic.Int64
	mutex    sync.Mutex
	// By repository and reference, and by repository and digest.
	manifests map[string]manifest
	blobs     map[string]blob
}

func main() {
	input := bufio.NewReaderSize(os.Stdin, 1<<20)
	line, err := input.ReadBytes('\n')
	check(err)
	s := &server{}
	check(json.Unmarshal(line, &s.options))
	s.reset()
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	check(err)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	go s.serve(limited{listener, s.options})
	for {
		command, err := input.ReadString('\n')
		if err != nil {
			return
		}
		if strings.TrimSpace(command) == "empty" {
			s.reset()
		}
		fmt.Println(s.requests.Swap(0))
	}
}

func (s *server) serve(listener net.Listener) {
	web := &http.Server{Handler: s, ErrorLog: log.New(io.Discard, "", 0)}
	if s.Certificate == "" {
		check(web.Serve(listener))
	}
	pair, err := tls.X509KeyPair([]byte(s.Certificate), []byte(s.Key))
	check(err)
	// HTTP/1.1 for all tools.
	web.TLSNextProto = map[string]func(*http.Server, *tls.Conn, http.Handler){}
	web.TLSConfig = &tls.Config{Certificates: []tls.Certificate{pair}}
	check(web.ServeTLS(listener, "", ""))
}

func (s *server) reset() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.manifests = map[string]manifest{}
	s.blobs = map[string]blob{}
	for _, m := range s.Manifests {
		s.put(m)
	}
	for _, b := range s.Blobs {
		s.blobs[b.Digest] = b
	}
}

func (s *server) put(m manifest) {
	m.digest = fmt.Sprintf("sha256:%x", sha256.Sum256(m.Bytes))
	s.manifests[m.Repository+" "+m.Reference] = m
	s.manifests[m.Repository+" "+m.digest] = m
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.requests.Add(1)
	path := strings.TrimPrefix(r.URL.Path, "/v2/")
	if repository, reference, ok := cut(path, "/manifests/"); ok {
		s.serveManifest(w, r, repository, reference)
	} else if repository, id, ok := cut(path, "/blobs/uploads/"); ok {
		s.serveUpload(w, r, repository, id)
	} else if _, digest, ok := cut(path, "/blobs/"); ok {
		s.serveBlob(w, r, digest)
	} else {
		s.wait()
		w.WriteHeader(http.StatusOK)
	}
}

func cut(path, separator string) (string, string, bool) {
	at := strings.LastIndex(path, separator)
	if at < 0 {
		return "", "", false
	}
	return path[:at], path[at+len(separator):], true
}

func (s *server) wait() { time.Sleep(time.Duration(s.RoundTripMs) * time.Millisecond) }

func (s *server) serveManifest(w http.ResponseWriter, r *http.Request, repository, reference string) {
	if r.Method == http.MethodPut {
		content, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		m := manifest{Repository: repository, Reference: reference, MediaType: r.Header.Get("Content-Type"), Bytes: content}
		s.mutex.Lock()
		s.put(m)
		s.mutex.Unlock()
		s.wait()
		w.Header().Set("Docker-Content-Digest", fmt.Sprintf("sha256:%x", sha256.Sum256(content)))
		w.WriteHeader(http.StatusCreated)
		return
	}
	s.mutex.Lock()
	m, found := s.manifests[repository+" "+reference]
	s.mutex.Unlock()
	s.wait()
	if !found {
		refuse(w, http.StatusNotFound, "MANIFEST_UNKNOWN")
		return
	}
	w.Header().Set("Content-Type", m.MediaType)
	w.Header().Set("Docker-Content-Digest", m.digest)
	w.Header().Set("Content-Length", strconv.Itoa(len(m.Bytes)))
	_, _ = w.Write(m.Bytes)
}

func (s *server) serveUpload(w http.ResponseWriter, r *http.Request, repository, id string) {
	received, err := io.CopyBuffer(io.Discard, struct{ io.Reader }{r.Body}, make([]byte, blockBytes))
	if err != nil {
		return
	}
	s.wait()
	// The session's name has the number of bytes received so far.
	before, _ := strconv.ParseInt(id, 10, 64)
	size := before + received
	location := fmt.Sprintf("/v2/%s/blobs/uploads/%d", repository, size)
	switch r.Method {
	case http.MethodPost:
		w.Header().Set("Location", location)
		w.WriteHeader(http.StatusAccepted)
	case http.MethodPatch:
		w.Header().Set("Location", location)
		w.Header().Set("Range", fmt.Sprintf("0-%d", size-1))
		w.WriteHeader(http.StatusAccepted)
	case http.MethodPut:
		digest := r.URL.Query().Get("digest")
		s.mutex.Lock()
		s.blobs[digest] = blob{Digest: digest, Size: size}
		s.mutex.Unlock()
		w.Header().Set("Docker-Content-Digest", digest)
		w.WriteHeader(http.StatusCreated)
	default:
		refuse(w, http.StatusMethodNotAllowed, "UNSUPPORTED")
	}
}

func (s *server) serveBlob(w http.ResponseWriter, r *http.Request, digest string) {
	s.mutex.Lock()
	b, found := s.blobs[digest]
	s.mutex.Unlock()
	s.wait()
	if !found {
		refuse(w, http.StatusNotFound, "BLOB_UNKNOWN")
		return
	}
	w.Header().Set("Docker-Content-Digest", digest)
	w.Header().Set("Content-Length", strconv.FormatInt(b.Size, 10))
	if r.Method == http.MethodHead {
		return
	}
	if b.Seed == "" {
		_, _ = w.Write(b.Bytes)
		return
	}
	generate(w, b)
}

func generate(w io.Writer, b blob) {
	key := sha256.Sum256([]byte(b.Seed))
	engine, err := aes.NewCipher(key[:16])
	check(err)
	random := make([]byte, blockBytes)
	cipher.NewCTR(engine, make([]byte, 16)).XORKeyStream(random, random)
	stamp, _ := hex.DecodeString("1f8b0800" + hex.EncodeToString(key[16:20]) + "0000000000000000")
	copy(random, stamp)
	for index := int64(0); index*blockBytes < b.Size; index++ {
		binary.BigEndian.PutUint32(random[12:], uint32(index))
		if _, err := w.Write(random[:min(blockBytes, b.Size-index*blockBytes)]); err != nil {
			return
		}
	}
}

func refuse(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	body := bytes.NewBufferString(`{"errors":[{"code":"` + code + `","message":"not here"}]}`)
	_, _ = w.Write(body.Bytes())
}

// Accepts connections with latency and limited bandwidth.
type limited struct {
	net.Listener
	options
}

func (l limited) Accept() (net.Conn, error) {
	accepted, err := l.Listener.Accept()
	if err != nil || l.RoundTripMs == 0 && l.BytesPerSecond == 0 {
		return accepted, err
	}
	// Without a limit, the kernel would take megabytes at once.
	_ = accepted.(*net.TCPConn).SetReadBuffer(blockBytes)
	trips := 1
	if l.Certificate != "" {
		trips = 2
	}
	return &slowConn{Conn: accepted, rate: l.BytesPerSecond, opening: time.Duration(trips*l.RoundTripMs) * time.Millisecond}, nil
}

type slowConn struct {
	net.Conn
	rate             int
	opening          time.Duration
	opened           sync.Once
	readDue, sentDue time.Time
}

func (c *slowConn) Read(into []byte) (int, error) {
	c.opened.Do(func() { time.Sleep(c.opening) })
	n, err := c.Conn.Read(into)
	c.pace(&c.readDue, n)
	return n, err
}

func (c *slowConn) Write(from []byte) (int, error) {
	c.pace(&c.sentDue, len(from))
	return c.Conn.Write(from)
}

// Sleeps when the bytes are due more than a millisecond from now, the resolution of timers.
func (c *slowConn) pace(due *time.Time, n int) {
	if c.rate == 0 {
		return
	}
	now := time.Now()
	if due.Before(now) {
		*due = now
	}
	*due = due.Add(time.Duration(float64(n) / float64(c.rate) * float64(time.Second)))
	if wait := due.Sub(now); wait > time.Millisecond {
		time.Sleep(wait)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
