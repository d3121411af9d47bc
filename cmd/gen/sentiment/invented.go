package main

import (
	_ "embed"
	"log"
	"strings"

	"broadsheet/stages/segment"
	"broadsheet/stages/sentiment"
)

// NewsMTSC seldom puts praise and blame into one sentence, and its sentences are of politics. Invented lines say plainly who
// does what to whom, for many verbs and in many constructions, and that trade and statistics judge nobody.

//go:embed data/words.tsv
var wordsTSV string

// frames are lines with the tone towards A, B and C in turn: +, - or 0. A word in braces is drawn from words.tsv.
var frames = []struct{ tones, line string }{
	{"0+", "A {patient-positive} B."},
	{"0+", "On Monday A {patient-positive} B for {deed}."},
	{"+0", "A was {patient-positive} by B."},
	{"+", "A has been {patient-positive} for {deed}, {who} said."},
	{"0-", "A {patient-negative} B."},
	{"0-", "A {patient-negative} B over {crime}."},
	{"-0", "A was {patient-negative} by B in March."},
	{"-", "A, who has been accused of {crime}, did not comment."},
	{"0-", "A accused B of {crime}."},
	{"-0", "A was accused by B of {crime}."},
	{"-0", "A {agent-negative} B."},
	{"-0", "A has {agent-negative} B for years, {who} said."},
	{"+0", "A {agent-positive} B."},
	{"+0", "{who} said that A had {agent-positive} B."},
	{"00", "A {neutral} B."},
	{"00", "A {neutral} B on Tuesday, {who} said."},
	{"+-", "A is {good}, but B is {bad}."},
	{"-+", "{who} called A {bad} and B {good}."},
	{"+-", "A, {good} and {good}, replaced the {bad} B."},
	{"0-", "A {neutral} the {bad} B."},
	{"0+", "A {neutral} the {good} B."},
	{"-+", "Unlike the {bad} A, B is {good}."},
	{"-0", "The {bad} A {neutral} B in 2011."},
	{"+0", "The {good} A {neutral} B last year."},
	{"-+", "A {agent-negative} the town, while B {agent-positive} it."},
	{"+-", "A {agent-positive} the firm; B {agent-negative} it."},
	{"+-", "{who} {patient-positive} A and {patient-negative} B."},
	{"-+", "{who} {patient-negative} A for {crime} and {patient-positive} B for {deed}."},
	{"+-", "{who} spoke of A's {good-thing} and of B's {bad-thing}."},
	{"-0", "A's {bad-thing} angered {who}, B reported."},
	{"+0", "A's {good-thing} impressed {who}, B reported."},
	{"-+", "A's {bad-thing} nearly ruined it, but B's {good-thing} saved the day."},
	{"0-", "“B is a {bad-noun},” A said."},
	{"0+", "“B is a {good-noun},” said A."},
	{"0-", "A told reporters that B had {agent-negative} the public."},
	{"0+", "A said that B had {agent-positive} thousands of people."},
	{"0-", "A described B as a {bad-noun}."},
	{"0+", "A described B as a {good-noun}."},
	{"-", "A is a {bad-noun}, {who} said."},
	{"+", "A is a {good-noun}, {who} said."},
	{"+", "A is not {bad}."},
	{"-", "A is not {good}."},
	{"+", "Nobody doubts the {good-thing} of A."},
	{"-", "Nobody trusts A any more."},
	{"0+-", "A {patient-positive} B and {patient-negative} C."},
	{"0-+", "A defended C against the {bad-thing} of B."},
	{"-0+", "A {agent-negative} B, and only C {agent-positive} it."},
	{"+-", "A exposed the {bad-thing} of B."},
	{"-+", "A was {patient-negative} after B, a {good} reporter, revealed its {bad-thing}."},
	{"+0", "The prize went to A, a {good-noun}, and was handed over by B."},
	{"-0", "A, a {bad-noun}, is due in B on Monday."},
	{"00", "A, the head of the agency, {neutral} B."},
	{"+-", "Despite the {bad-thing} of B, A remains {good}."},
	{"-+", "The {bad-thing} of A stands in contrast to the {good-thing} of B."},
	{"0-", "A declined to comment on the charges of {crime} against B."},
	{"-0", "A is charged with {crime}, a court in B said."},
	{"00", "A {fact}."},
	{"00", "A {fact}."},
	{"00", "A {fact}, {who} said."},
	{"00", "In January A {fact}."},
}

// Invented lines are many and count for little. They teach roles, clauses and valences; which words stand near praise in
// general is for the news to say.
const (
	inventedLines  = 2000
	inventedWeight = 0.2
	notInvented    = sentiment.Beside | sentiment.Anywhere
)

// random is splitmix64.
type random uint64

func (r *random) below(n int) int {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

var toneOf = map[byte]string{'+': "positive", '-': "negative", '0': "neutral"}

// names stand for A, B and C.
var names = [3]string{"Harrow", "Velmar", "Lindqvist"}

// invent makes up lines.
func (t *trainer) invent(without sentiment.Group) {
	features, err := sentiment.NewFeatures(t.words, without|notInvented)
	if err != nil {
		log.Fatal(err)
	}
	lists := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(wordsTSV), "\n")[1:] {
		class, words, _ := strings.Cut(line, "\t")
		lists[class] = strings.Split(words, "|")
	}
	rng := random(7)
	for range inventedLines {
		frame := frames[rng.below(len(frames))]
		t.addInvented(features, fill(frame.line, lists, &rng), frame.tones)
	}
}

// fill draws the words in braces and sets the names in.
func fill(line string, lists map[string][]string, rng *random) string {
	for {
		before, rest, found := strings.Cut(line, "{")
		if !found {
			break
		}
		class, after, _ := strings.Cut(rest, "}")
		list := lists[class]
		line = before + list[rng.below(len(list))] + after
	}
	line = strings.ReplaceAll(line, "_", "B")
	words := strings.Split(line, " ")
	for i, w := range words {
		for n, letter := range []string{"A", "B", "C"} {
			rest, found := strings.CutPrefix(strings.TrimPrefix(w, "“"), letter)
			if found && (rest == "" || strings.ContainsAny(rest[:1], "',.;’")) {
				words[i] = strings.Replace(w, letter, names[n], 1)
			}
		}
	}
	line = strings.Join(words, " ")
	return strings.ToUpper(line[:1]) + line[1:]
}

func (t *trainer) addInvented(features *sentiment.Features, line, tones string) {
	d := segment.Split(line)
	var targets []sentiment.Target
	var labels []string
	for i := range d.Tokens {
		for n, name := range names {
			if n < len(tones) && d.Word(i) == name {
				targets = append(targets, sentiment.Target{First: i, Last: i + 1})
				labels = append(labels, toneOf[tones[n]])
			}
		}
	}
	features.Load(d, 0, targets)
	for i, x := range targets {
		e := example{Example: targetExample(features, x.First, x.Last)}
		e.Target[classOf[labels[i]]], e.Weight = 1, inventedWeight
		t.invented = append(t.invented, e)
	}
}
