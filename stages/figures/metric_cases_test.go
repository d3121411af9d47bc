package figures

import (
	"strings"
	"testing"

	"broadsheet/schemas"
	"broadsheet/stages/dates"
	"broadsheet/stages/quotations"
	"broadsheet/stages/segment"
)

// metricCases holds invented sentences with the metric of each figure, one for each construction and its neighbours.
var metricCases = []struct{ in, want string }{
	{"Net debt stood at $16 million, down from $18 million.", "Net debt; Net debt"},
	{"Shares of the maker fell 5% to $20.", "Shares of the maker; Shares of the maker"},
	{"The ministry said exports of wheat to the south rose by 12 percent.", "exports of wheat to the south"},
	{"Plains make up 65 percent of the surface.", "Plains"},
	{"Spending on roads (€5 million) was cut.", "Spending on roads"},
	{"The city cut the price of bread in shops by 5 percent.", "price of bread in shops"},
	{"Output is expected to rise 4 percent.", "Output"},
	{"The deficit hit a high last year, having increased by $43 million to $419 million.", "deficit; deficit"},
	{"The plant, which opened in 2012, produced 3 tonnes of gold.", "gold"},
	{"The number of people out of work increased 4.7 percent to 553,000.", "number of people out of work; number of people out of work"},
	{"Trade between the two towns totalled $133 million.", "towns; Trade between the two towns"},
	{"The share of staff who have had the jab rose from 49% to 59%.", "share of staff; share of staff"},
	{"The firm sold 336,681 vehicles, a drop of 13% from a year ago.", "vehicles; vehicles"},
	{"Migrants sent home $2.9 billion, the bank said on Friday, a 12 percent rise on the year.", "Migrants sent home; Migrants sent home"},
	{"The firm sold its gas for an average price of $2, a drop of 18 percent.", "average price; average price"},
	{"Oil sold for an average $14.20 a barrel.", "Oil"},
	{"He raised the face value of the stock he offers to $7 from $6.", "face value of the stock; face value of the stock"},
	{"He put his cost of completing the takeover at $2 million.", "cost"},
	{"Remittances fell to $2 billion. In March they totalled $100 million.", "Remittances; Remittances"},
	{"Work will take 36 months and cost $250 million, of which the state will provide $50 million.", "Work; Work; Work"},
	{"About 40 percent of homes have no tap. In villages the figure is 57 percent.", "homes; homes"},
	{"The bank forecasts growth of 5.9%.", "growth"},
	{"The coin has lost 2 percent against the dollar and trades at 87.45.", "coin; coin"},
	{"Union dues account for $66 million of this figure.", "Union dues"},
	{"The mayor promised each bereaved family 2 million francs ($700).", "bereaved family; bereaved family"},
	{"The state pledged €10 billion for road links.", "road links"},
	{"It will book one-off costs of 9 million crowns.", "one-off costs"},
	{"The median sales price for family homes was $3 million.", "median sales price for family homes"},
	{"Some 64 percent of voters approve of the plan, against 51 percent in May.", "voters; voters"},
	{"Ridership totalled 1,400,000 trips.", "Ridership"},
	{"Capacity is to rise from 12 to 60 pairs of trains.", "Capacity; Capacity"},
	{"The deficit will widen to 7.9 percent of GDP.", "deficit"},
	{"Yields on 91-day bills rose to 8.1 percent.", "bills; Yields"},
	{"The towns agreed on Thursday to triple trade to $400 million.", "trade"},
	{"Each place costs the state 34 dollars.", "place"},
	{"A robot filmed 190 hours of video.", "video"},
	{"Matchday income fell to £310,000, and shop income to £120,000.", "Matchday income; shop income"},
	{"Two thirds of those displaced are in schools.", "displaced"},
	{"It exported 9 tonnes of gas, of which 4 tonnes went south.", "gas; gas"},
	{"The speed of light is 299,792 kilometres per second.", "speed of light"},
	{"The new pump uses 35% less energy.", "energy"},
	{"On-time performance improved to 93.7%.", "On-time performance"},
	{"The pressure behind it was 3 bar.", "pressure"},
	{"Room prices in the old town jumped by 9 percent.", "Room prices in the old town"},
	{"Spending by visitors rose 5 percent.", "Spending"},
	{"Oil gained $2 to $40.", "Oil; Oil"},
	{"Between 2014 and 2016 the army lost 400 men.", "men"},
	{"The airline carried 4 million passengers in the 12 months to June.", "passengers; -"},
	{"They snapped an 11-game losing run.", "run"},
	{"The aide filed a 12 page document.", "document"},
	{"The probe made a five-year, 8 million-mile (13m km) voyage.", "voyage; voyage; voyage"},
	{"A gap of 2 mm (about 80% of the pipe's diameter) was found.", "gap; pipe's diameter"},
	{"Acme reported a 14% drop in second-quarter profit.", "profit"},
	{"It targets a return on sales of 10%.", "return on sales"},
	{"The margin fell to 8.5%. Analysts had expected 8.8%.", "margin; margin"},
	{"Volumes grew by 22 percent. The firm plans to bring the figure to 30 percent.", "Volumes; Volumes"},
	{"The total capacity of licensed elevators stands at 13 million tonnes.", "capacity of licensed elevators"},
	{"Third-class wheat was trading at 92,000 tenge per tonne.", "Third-class wheat"},
	{"The mayor was among the 12,000 in attendance.", "attendance"},
	{"The quake struck 26 km south of Dover.", "quake"},
	{"Guards remain there, 18 years after the war.", "-"},
	{"The fund adds 2% on top of the fees of the funds which range from 1% to 3%.", "fund; fees of the funds"},
	{"The firm sits in Baar, and spends $5 million.", "firm"},
	{"Traffic rose 1.6 times to 5,300 boxes.", "Traffic; Traffic"},
	{"Each of the houses costs about $4 million.", "houses"},
	{"She joined the band aged 14.", "-"},
	{"Freight along the line, which links Ruritania, Sylvania and Borduria, reached 3 tonnes.", "Freight along the line"},
	{"The average transit time came down to 18 days from 38.", "average transit time; average transit time"},
	{"The firm employs 500 people, two thirds of them women.", "people; women"},
	{"A cable would carry 4 gigawatts of wind and solar power.", "wind and solar power"},
	{"The town asked Acme for $88 million to rebuild the road.", "rebuild the road"},
	{"Night staff are 40% more likely to develop diabetes.", "develop diabetes"},
	{"They won by a margin of 1,100 votes.", "margin"},
	{"The bank lowered the rate to 2 percent.", "rate"},
	{"It reckons with growth of 1.4 percent, and of 2.3 percent the year after.", "growth; growth"},
	{"The club paid a fee that the report gives as $5 million.", "fee"},
	{"Another nine are still missing and 316 were treated for injuries.", "missing; treated for injuries"},
	{"Two months earlier, 78 drowned.", "-; drowned"},
	{"The law will add $6 million to annual costs.", "annual costs"},
	{"A wave killed at least 17.", "killed"},
	{"He was jailed for embezzling $5 million.", "embezzling"},
	{"They expect a profit before tax of $58 million.", "profit before tax"},
	{"We lose $2 million a month.", "lose"},
	{"Exports fell 5%, the office said, to $3 million.", "Exports; Exports"},
	{"Debt is now 69% of income.", "Debt"},
	{"Last spring they took 62,000 tonnes of yarn. This spring they took 27,000.", "yarn; yarn"},
	{"The fair approved nine projects. Four have been launched.", "projects; projects"},
	{"Hotels took on 22,000 waiters, but builders shed 6,500.", "waiters; waiters"},
	{"The town picked three tonnes.", "town picked"},
	{"Milling wheat for September delivery settled at $196.", "Milling wheat for September delivery"},
	{"The yield on the old 10-year bond rose to 3 percent.", "bond; yield"},
	{"Some $53 million was spent on repairs.", "spent on repairs"},
	{"The number of injured was put at 134.", "number of injured"},
	{"It had to save £12m, after £9m last year.", "save; save"},
	{"Some 41,800 migrants came, compared with 66,300 in 2024.", "migrants; migrants"},
	{"The vessel left with 103 on board.", "on board"},
	{"The average yield amounted to 16 centners per hectare.", "average yield"},
	{"The state subsidises the transport of wheat at a rate of $30 a tonne.", "transport of wheat"},
	{"Shipments to Ruritania, Sylvania and Borduria grew by a third.", "Shipments to Ruritania"},
	{"Wineries, whose output the institute puts at 15 litres, sell abroad.", "output"},
	{"A bottle that we sell in Dover for $5 earns $9 in Deal.", "bottle; bottle"},
	{"It covers the interest on borrowing of up to $5 million.", "borrowing"},
	{"Of the total, $40 million is a grant from the fund and $23 million a loan from the bank.", "grant; loan from the bank"},
	{"It cut its estimate of the harvest to 55 million bags, of which 35 million are arabica.", "estimate of the harvest; arabica"},
	{"The order lifts the number of jets that the airline has on order to 86.", "number of jets"},
	{"$2 million to repair 6 miles of city streets", "repair 6 miles of city streets; city streets"},
	{"The mill is 51 percent owned by the state and 49 percent by a bank.", "mill; mill"},
	{"Some 61 tons of beans went to Dover and 33 tons to Leith.", "beans; beans"},
	{"The train emits 18 kilograms of CO2 per passenger.", "CO2"},
}

func TestMetricCases(t *testing.T) {
	r := reader(t)
	day, _ := schemas.NewDate(2024, 11, 20)
	for _, c := range metricCases {
		doc := segment.Split(c.in)
		var got []string
		for _, f := range r.Read(Input{Doc: doc, Times: dates.Expressions(doc, &day)}) {
			if f.Metric == "" {
				f.Metric = "-"
			}
			got = append(got, f.Metric)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, strings.Join(got, "; "), c.want)
		}
	}
}

// TestOwners holds whose a figure is: by the metric, the subject, the place, or the body that the text is about.
func TestOwners(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ in, want string }{
		{"{O Acme} sold 5,000 cars.", "Acme"},
		{"Trade between {L Ruritania} and {L Sylvania} reached $5 million.", "Ruritania Sylvania"},
		{"Shares of {O Acme} fell 5%.", "Acme"},
		{"{O Bravo}, the rival of {O Acme}, sold 5,000 cars.", "Bravo"},
		{"Five miners died in {L Ruritania}.", "Ruritania"},
		{"In {L Ruritania}, five miners died.", "Ruritania"},
		{"{O Acme} said its sales doubled to $5 million.", "Acme"},
		{"{O Acme} grew. {O Acme} is big. The firm employs 500 people.", "Acme"},
		{"{O Acme} grew. The firm employs 500 people.", "Acme"},
		{"{O Acme} and {O Bravo} grew. The firm employs 500 people.", ""},
		{"{L Ruritania} and {L Sylvania} want to triple trade to $400 million.", "Ruritania Sylvania"},
		{"{P Jo Dahl} of {O Bravo} said 5 people died.", ""},
		{"{O Acme} sold 53 jets. Its shares rose 5%, as those of {O Bravo} fell.", "Acme Acme"},
		{"{O Acme} delivered 53 jets. {O Bravo} delivered 78.", "Acme Bravo"},
		{"{P Jo Dahl}, a 52-year-old farmer, sold 6 bags.", "Jo Dahl Jo Dahl"},
		{"Shipments to {L Ruritania}, {L Sylvania} and {L Borduria} grew by a third.", "Ruritania Sylvania Borduria"},
		{"{O Acme} made a profit. The Sylvanian side earned $5 million.", "Acme"},
		{"{L Ruritania} sent 5 tonnes of gas to {L Sylvania}.", "Ruritania Sylvania"},
		{"The cost of enlarging the {O Blue Line} was $5 million.", "Blue Line"},
		{"In {L Ruritania} the disease costs the state $5 million.", "Ruritania"},
		{"Sales rose 5%, as demand fell in {L Ruritania}.", ""},
		{"Some 500 refugees from {L Ruritania}, {L Sylvania} and {L Borduria} came.", "Ruritania Sylvania Borduria"},
	} {
		doc, mentions, _ := marked(c.in)
		var got []string
		for _, f := range r.Read(Input{Doc: doc, Mentions: mentions, Statements: quotations.Find(doc, mentions)}) {
			for _, m := range f.MetricMentions {
				got = append(got, mentions[m].Name)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, strings.Join(got, " "), c.want)
		}
	}
}
