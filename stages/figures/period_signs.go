package figures

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// side is where a time stands, seen from a figure.
type side uint8

const (
	sideOver   side = iota // the figure is part of it: "the past two years"
	sideBehind             // in the figure's sentence
	sideAhead              // the same
	sideBack               // in a sentence before, of the same paragraph
	sideFar                // in a paragraph before
	sides
)

// sideNames are the names of data/period.tsv.
var sideNames = [sides]string{"over", "behind", "ahead", "back", "far"}

// sign is something that speaks for or against a time as the period of a figure.
type sign uint8

const (
	signAny sign = iota
	signDistance0
	signDistance1
	signDistance2
	signDistance4
	signDistance7
	signDistance12
	signDistance20
	signFarther
	signCommas1
	signCommas2
	signSemicolon
	signColon
	signContrast
	signRelative
	signAnd
	signAndVerb
	signSubordinate
	signQuoteMark
	signDash
	signBracket
	signFigures1
	signFigures2
	signNearest
	signOwned
	signOwnedNext
	signTimes1
	signFirstTime
	signLastTime
	signDay
	signSpan
	signOpenStart
	signOpenEnd
	signUnresolved
	signIn
	signOn
	signSince
	signBy
	signFor
	signFrom
	signOver
	signUntil
	signAt
	signAs
	signLast
	signThis
	signNow
	signOtherWord
	signRecord
	signReportDay
	signOutside
	signLength
	signParticiple
	signCompares
	signEarlier
	signCompared
	signComparedNear
	signListed
	signMoney
	signPercent
	signKindCount
	signMeasure
	signDuration
	signAge
	signIndex
	signRatio
	signPointsBack
	signInRelative
	signTimeInRelative
	signCloses
	signIntroduced
	signLeads
	signSpokenFigure
	signSpokenTime
	signSameQuote
	signSameKind
	signSameUnit
	signChosen
	signChosenNear
	signTimed
	signPresent
	signWill
	signOpensWithPronoun
	signOpensParagraph
	signTwoBack
	signState
	signMoves
	signDayMoves
	signDayCount
	signMarket
	signMarketDay
	signPast
	signChosenHere
	signOnlyTime
	signGoesOn
	signThreeBack
	signLeadSentence
	signOtherClause
	signShareOf
	signPlainNear
	signHasOther
	signComparesOther
	signShared1
	signShared2
	signLeadsSecond
	signAmidSubject
	signOpensClause
	signTurns
	signVerb
	signGerund
	signOfWhich
	signNamesThing
	signCount
)

// signNames are the names of data/period.tsv.
var signNames = strings.Fields(`any distance0 distance1 distance2 distance4 distance7 distance12 distance20 farther commas1 commas2 semicolon colon contrast
	relative and and-verb subordinate quote-mark dash bracket figures1 figures2 nearest owned owned-next times1 first-time last-time day span open-start
	open-end unresolved in on since by for from over until at as last this now other-word record report-day outside length participle
	compares earlier compared compared-near listed money percent count measure duration age index ratio points-back in-relative time-in-relative closes introduced
	leads spoken-figure spoken-time same-quote same-kind same-unit chosen chosen-near timed present will opens-with-pronoun opens-paragraph two-back
	state moves day-moves day-count market market-day past chosen-here only-time goes-on three-back lead-sentence other-clause share-of plain-near has-other compares-other shared1 shared2 leads-second amid-subject opens-clause turns verb gerund of-which names`)

//go:embed data/period.tsv
var periodTable string

// periodWeights are hundredths.
var periodWeights = loadPeriodWeights(periodTable)

func loadPeriodWeights(table string) (w [sides][signCount]int32) {
	at := map[string]*int32{}
	for s, side := range sideNames {
		for k, name := range signNames {
			at[side+"\t"+name] = &w[s][k]
		}
	}
	for line := range strings.Lines(table) {
		i := strings.LastIndexByte(line, '\t')
		n, err := strconv.Atoi(strings.TrimSpace(line[i+1:]))
		if i < 0 || err != nil || at[line[:i]] == nil {
			panic(fmt.Sprintf("data/period.tsv: %q", line))
		}
		*at[line[:i]] = int32(n)
	}
	return w
}

// PeriodSigns returns the names of the signs of PeriodChoice, by number.
func PeriodSigns() []string {
	var out []string
	for _, side := range sideNames {
		for _, name := range signNames {
			out = append(out, side+"\t"+name)
		}
	}
	return out
}

// distance returns the sign of a number of tokens.
func distance(n int) sign {
	switch {
	case n <= 0:
		return signDistance0
	case n == 1:
		return signDistance1
	case n == 2:
		return signDistance2
	case n <= 4:
		return signDistance4
	case n <= 7:
		return signDistance7
	case n <= 12:
		return signDistance12
	case n <= 20:
		return signDistance20
	}
	return signFarther
}

// openingSign returns the sign of the word that opens a time.
func openingSign(w string) sign {
	if s, ok := openingSigns[strings.ToLower(w)]; ok {
		return s
	}
	return signOtherWord
}

func signTable(list map[sign]string) map[string]sign {
	m := map[string]sign{}
	for s, words := range list {
		for _, w := range strings.Fields(words) {
			m[w] = s
		}
	}
	return m
}

var openingSigns = signTable(map[sign]string{signIn: "in during throughout", signOn: "on", signSince: "since", signBy: "by", signFor: "for",
	signFrom: "from between", signOver: "over within across", signUntil: "until till before after", signAt: "at", signAs: "as", signLast: "last",
	signThis: "this", signNow: "now currently today nowadays presently"})

var betweenSigns = signTable(map[sign]string{signSemicolon: ";", signColon: ":", signContrast: "while whereas but although though if yet",
	signRelative:    "who whose where when that",
	signSubordinate: "after before because as until since", signQuoteMark: "“ ” \"", signDash: "– — - --", signBracket: "( )"})

var kindSigns = map[string]sign{"money": signMoney, "percent": signPercent, "count": signKindCount, "measure": signMeasure, "duration": signDuration,
	"age": signAge, "index": signIndex, "ratio": signRatio}

// valued are the kinds of one account: "profit rose 5% to $3 million".
var valued = map[string]bool{"money": true, "percent": true, "index": true, "measure": true}
