package entities

import "strings"

// fields marks the words that say what a minister is minister of, so that they are part of the office and of no name: "Energy
// and Water Resources" before "Minister Ann Lee", "Digital Development and Transport" behind "Minister of".
func (t *reading) fields() {
	for i := range t.tokens {
		if !t.has(i, office) {
			continue
		}
		switch one := strings.TrimSuffix(strings.ToLower(t.d.Word(i)), "s"); one {
		case "minister", "secretary", "commissioner", "vice-minister":
		default:
			continue
		}
		t.mark(t.fieldsBefore(i), i)
		if i+2 < len(t.tokens) && (t.d.Word(i+1) == "of" || t.d.Word(i+1) == "for") {
			first := i + 2
			if t.d.Word(first) == "the" && first+1 < len(t.tokens) {
				first++
			}
			if last := t.fieldsBehind(first); last > first && last < len(t.tokens) && t.is(last, capital) {
				t.mark(first, last)
			}
		}
	}
}

func (t *reading) mark(first, last int) {
	for i := first; i < last; i++ {
		t.tokens[i].flags |= field
	}
}

// fieldsBefore returns where the list of fields begins that ends at end.
func (t *reading) fieldsBefore(end int) int {
	first := end
	for i := end - 1; i >= 0; i-- {
		switch {
		case t.ofOffice(i):
			first = i
		case first < end && i > 0 && t.lists(i) && t.ofOffice(i-1):
		default:
			return first
		}
	}
	return first
}

// fieldsBehind returns where the list of fields ends that begins at first.
func (t *reading) fieldsBehind(first int) int {
	last := first
	for i := first; i < len(t.tokens); i++ {
		switch {
		case t.ofOffice(i):
			last = i + 1
		case last > first && i+1 < len(t.tokens) && t.lists(i) && t.ofOffice(i+1):
		default:
			return last
		}
	}
	return last
}

// ofOffice tells whether the word at i names a field of government.
func (t *reading) ofOffice(i int) bool { return t.is(i, capital) && governed[t.d.Word(i)] }

func (t *reading) lists(i int) bool {
	w := t.d.Word(i)
	return w == "and" || w == "," || w == "&"
}

// governed holds the words that ministries are named for.
var governed = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`Affairs Aged Aging Agrarian Agriculture Agricultural Antiquities Artificial Aviation Budget Building Business
		Care Change Children Cities Citizenship Civil Climate Commerce Communication Communications Communities Community Competition
		Construction Consumer Cooperation Coordination Culture Cyber Data Diplomacy Defence Defense Development Digital Digitalization Disaster
		Ecology Economic Economy Education Electricity Emergencies Emergency Employment Energy Enterprise Enterprises Entrepreneurship
		Environment Environmental Equality Europe European Exports External Families Family Finance Finances Fisheries Food Foreign Forestry
		Forests Gas Gender Geology Growth Hajj Health Heritage Higher Home Homeland Housing Human Hydrocarbons Immigration Industrial Industries Industry
		Information Infrastructure Innovation Innovations Integration Intelligence Interior Internal International Investment Investments
		Irrigation Islamic Jobs Justice Labor Labour Land Lands Language Livestock Local Management Manpower Marine Maritime Market Media Migration
		Mineral Minerals Mines Mining Modernisation Modernization National Natural Nature Nuclear Oceans Oil Parliamentary Peace Pensions
		Petroleum Planning Policy Ports Post Poverty Power Prevention Primary Production Promotion Protection Public Rail Railways Reconstruction Reduction
		Reform Refugees Regional Regions Relations Religious Renewable Research Resources Revenue Rights Road Roads Rural Safety Science
		Security Services Shipping Situations Skills Small Social Society Space Sport Sports State Steel Strategic Sustainability Sustainable
		Taxes Technologies Technology Telecommunications Territorial Textiles Tourism Trade Transformation Transition Transport Transportation
		Treasury Tribal Urban Utilities Veterans Water Waterways Welfare Women Work Works Youth`) {
		out[w] = true
	}
	return out
}()
