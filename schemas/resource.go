package schemas

import (
	"crypto/sha256"
	"encoding/hex"
)

// Resource is a lexicon, knowledge base or model that takes part in a run: a snapshot names what it was made with.
type Resource struct {
	Name   string `json:"name"` // the stage and the file: "figures/units.tsv"
	SHA256 string `json:"sha256"`
}

// NewResource describes a resource by its content.
func NewResource[C ~string | ~[]byte](name string, content C) Resource {
	sum := sha256.Sum256([]byte(content))
	return Resource{Name: name, SHA256: hex.EncodeToString(sum[:])}
}
