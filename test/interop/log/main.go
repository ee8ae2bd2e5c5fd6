// Checks what Démarche signs and proves with another implementation: golang.org/x/mod/sumdb's note and tlog.
//
// Reads one JSON document: a verifier key, a checkpoint, proofs of inclusion and consistency with hashes in base 64.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Index, Size    int64
	LeafHash, Root string
	Path           []string
}

type consistency struct {
	From, To         int64
	FromRoot, ToRoot string
	Path             []string
}

type document struct {
	Key, Checkpoint, Leaf string
	Inclusions            []inclusion
	Consistencies         []consistency
}

func main() {
	var given document
	must(json.NewDecoder(os.Stdin).Decode(&given))
	size, root := checkpoint(given)
	for _, proof := range given.Inclusions {
		must(tlog.CheckRecord(path(proof.Path), proof.Size, hash(proof.Root), proof.Index, hash(proof.LeafHash)))
		if proof.Size == size && hash(proof.Root) != root {
			must(fmt.Errorf("event %d is proven for another root than was signed", proof.Index+1))
		}
	}
	for _, proof := range given.Consistencies {
		must(tlog.CheckTree(tlog.TreeProof(path(proof.Path)), proof.To, hash(proof.ToRoot), proof.From, hash(proof.FromRoot)))
	}
	last := given.Inclusions[len(given.Inclusions)-1]
	if tlog.RecordHash([]byte(given.Leaf)) != hash(last.LeafHash) {
		must(fmt.Errorf("the leaf of event %d has another hash", last.Index+1))
	}
	fmt.Printf("checkpoint of %d events, %d inclusions, %d consistencies\n", size, len(given.Inclusions), len(given.Consistencies))
}

func checkpoint(given document) (int64, tlog.Hash) {
	verifier, err := note.NewVerifier(given.Key)
	must(err)
	opened, err := note.Open([]byte(given.Checkpoint), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	return size, hash(lines[2])
}

func hash(text string) tlog.Hash {
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err)
	var hash tlog.Hash
	if copy(hash[:], bytes) != tlog.HashSize {
		must(fmt.Errorf("%q is no hash", text))
	}
	return hash
}

func path(texts []string) []tlog.Hash {
	hashes := make([]tlog.Hash, len(texts))
	for i, text := range texts {
		hashes[i] = hash(text)
	}
	return hashes
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
