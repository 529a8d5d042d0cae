// Command xmod checks a published log with golang.org/x/mod/sumdb, the packages that check Go's own
// checksum database. Nothing of the log's own software is used.
//
//	xmod VKEY LOG OLD RECEIPTS
//
// LOG is the folder of the log, OLD an older checkpoint of it, RECEIPTS a folder of *.entry and
// *.tlog-proof. Exit code 0: everything holds; 1: something does not, and what is said.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8 // of a tile: 256 hashes

func main() {
	log.SetFlags(0)
	if len(os.Args) != 5 {
		log.Fatal("usage: xmod VKEY LOG OLD RECEIPTS")
	}
	verifier, err := note.NewVerifier(os.Args[1])
	must(err)
	keys := note.VerifierList(verifier)
	tree := open(read(os.Args[2], "checkpoint"), keys)
	hashes := tlog.TileHashReader(tree, tiles(os.Args[2]))
	checkEntries(os.Args[2], tree, hashes)
	checkGrowth(open(read(os.Args[3]), keys), tree, hashes)
	fmt.Println(checkReceipts(os.Args[4], keys), "receipts hold")
}

// open verifies a signed checkpoint and reads its three lines.
func open(signed []byte, keys note.Verifiers) tlog.Tree {
	opened, err := note.Open(signed, keys)
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 {
		log.Fatal("a checkpoint has three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

// checkEntries hashes every entry and compares it with the tiles, which are proven to the root.
func checkEntries(folder string, tree tlog.Tree, hashes tlog.HashReader) {
	index := int64(0)
	for bundle := int64(0); index < tree.N; bundle++ {
		width := int64(1 << height)
		if rest := tree.N - index; rest < width {
			width = rest
		}
		bytes := read(folder, "tile/entries/"+path(bundle, int(width)))
		for ; width > 0; width-- {
			end := 2 + int(binary.BigEndian.Uint16(bytes))
			stored, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
			must(err)
			if tlog.RecordHash(bytes[2:end]) != stored[0] {
				log.Fatalf("entry %d is not that of its tile", index)
			}
			bytes = bytes[end:]
			index++
		}
	}
}

// checkGrowth proves that the tree extends the old one.
func checkGrowth(old, tree tlog.Tree, hashes tlog.HashReader) {
	proof, err := tlog.ProveTree(tree.N, old.N, hashes)
	must(err)
	must(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
}

func checkReceipts(folder string, keys note.Verifiers) int {
	proofs, err := filepath.Glob(filepath.Join(folder, "*.tlog-proof"))
	must(err)
	for _, file := range proofs {
		entry := read(strings.TrimSuffix(file, ".tlog-proof") + ".entry")
		head, signed, _ := strings.Cut(string(read(file)), "\n\n")
		lines := strings.Split(head, "\n")
		index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
		must(err)
		var proof tlog.RecordProof
		for _, line := range lines[2:] {
			proof = append(proof, hash(line))
		}
		tree := open([]byte(signed), keys)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)))
	}
	return len(proofs)
}

// tiles reads the files of the log; their paths have no height, as there is only one.
type tiles string

func (folder tiles) Height() int { return height }

func (folder tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	found := make([][]byte, len(wanted))
	for i, tile := range wanted {
		name := fmt.Sprintf("tile/%d/%s", tile.L, path(tile.N, tile.W))
		bytes, err := os.ReadFile(filepath.Join(string(folder), name))
		if err != nil {
			return nil, err
		}
		found[i] = bytes
	}
	return found, nil
}

// path is that of C2SP's tlog-tiles, which writes groups as x/mod does and partial tiles otherwise.
func path(n int64, width int) string {
	name := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	if width < 1<<height {
		name += fmt.Sprintf(".p/%d", width)
	}
	return name
}

func hash(text string) (h tlog.Hash) {
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err)
	if len(bytes) != len(h) {
		log.Fatal("a hash has 32 bytes")
	}
	copy(h[:], bytes)
	return h
}

func read(names ...string) []byte {
	bytes, err := os.ReadFile(filepath.Join(names...))
	must(err)
	return bytes
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
