package figures

// periodCases holds invented texts of Wednesday, 20 November 2024, with the period and speaker of each figure.
var periodCases = []struct{ in, want string }{
	// The period of the clause.
	{"Trade reached {m $5 billion} in 2023.", "2023-01-01..2023-12-31"},
	{"In 2023, trade reached {m $5 billion} and grew by {p 4%}.", "2023-01-01..2023-12-31; 2023-01-01..2023-12-31"},
	{"Trade rose from {m $4 billion} in 2022 to {m $5 billion} in 2023.", "2022-01-01..2022-12-31; 2023-01-01..2023-12-31"},
	{"Trade rose to {m $5 billion} in 2023 from {m $4 billion} a year earlier.", "2023-01-01..2023-12-31; 2022-01-01..2022-12-31"},
	{"Exports rose {p 4%} in the third quarter compared with the same period of 2023.", "2024-07-01..2024-09-30"},
	{"Exports grew {p 4%} from the previous year.", "-"},
	{"The union’s trade totalled {m $42 billion} in 2023. Its exports were worth {m $12 billion}, and imports reached {m $30 billion}.", "2023-01-01..2023-12-31; 2023-01-01..2023-12-31; 2023-01-01..2023-12-31"},
	{"Output fell {p 3%} in March. The plant has {c 500 workers}.", "2024-03-01..2024-03-31; -"},
	{"Costs will fall from {m 23 cents} today to {m 10 cents} by 2030.", "2024-11-20..2024-11-20; ..2030-12-31"},
	{"The two ministers met on Monday, and {c 15 firms} signed deals.", "2024-11-18..2024-11-18"},
	// When it was said is not when it was.
	{"{O Acme} said on Tuesday that it sold {c 5 ships} last year.", "2023-01-01..2023-12-31 Acme"},
	{"On Tuesday, {O Acme} said it owns {c 5 ships}.", "- Acme"},
	{"In a report released on Monday, the bank put growth at {p 3%} for 2025.", "2025-01-01..2025-12-31"},
	// Relative clauses and lists.
	{"The fund, worth {m $5 billion}, bought a mill, which it sold for {m $2 billion} in 2017.", "-; 2017-01-01..2017-12-31"},
	{"She won {c three titles} with two clubs, Porto in 2004 and Lens in 2010.", "-"},
	{"The leaders of the {c two countries} met on Monday.", "-"},
	// Speakers.
	{"“We sold {c 5 ships} in 2023,” said {P Anna Berg}. “And {c 6 boats}.”", "2023-01-01..2023-12-31 Anna Berg quoted; 2023-01-01..2023-12-31 Anna Berg quoted"},
	{"According to {O Acme}, sales rose {p 5%}.", "- Acme"},
	{"Sales rose {p 5%}, according to officials.", "-"},
	{"{O Reuters} reported that {P Anna Berg} said sales rose {p 5%}.", "- Anna Berg"},
	// What goes on, and what does not.
	{"Trade reached {m $19 billion} last year, up {p 24%} from 2022.\n\nExports were worth {m $18 billion}, while imports reached {m $1 billion}.", "2023-01-01..2023-12-31; 2023-01-01..2023-12-31; 2023-01-01..2023-12-31; 2023-01-01..2023-12-31"},
	{"Oil fell more than {p 2%} on Monday. Brent dropped {m $1.81} to {m $73.23}.", "2024-11-18..2024-11-18; 2024-11-18..2024-11-18; 2024-11-18..2024-11-18"},
	{"Profit rose {p 12%} in the third quarter. Revenue climbed to {m $9 billion} from {m $8 billion} a year earlier. It expects sales of {m $30 billion}.", "2024-07-01..2024-09-30; 2024-07-01..2024-09-30; 2023-07-01..2023-09-30; -"},
	{"Trade rose {p 5%} in 2023. It will reach {m $9 billion}.", "2023-01-01..2023-12-31; -"},
	{"Shares, which have risen {p 35%} so far this year, were up {p 4%}.", "2024-01-01..2024-11-20; -"},
	{"It had {c 54 seats}, down from {c 58 seats} in June.", "-; 2024-06-01..2024-06-30"},
	{"At least {c 23 people} were killed and {c 40 others} wounded when a bus crashed on Sunday.", "2024-11-17..2024-11-17; 2024-11-17..2024-11-17"},
	{"A {m €20 billion} scheme launched in 2019, which {O Eurostat} says created {c 120,000 jobs}, ends.", "2019-01-01..2019-12-31; - Eurostat"},
	{"{O OPEC} cut its forecast for 2024 to {u 1.8 million barrels} from {u 1.9 million barrels} last month.", "2024-01-01..2024-12-31; 2024-10-01..2024-10-31"},
	{"He noted that {c 15 projects} cost {m $3.5 billion}. {P:Trade Minister|Jo Dahl} is new. The minister said {c 4,000 jobs} will be created.", "-; -; - Jo Dahl"},
	{"The index dropped {c 20 points} Friday to {c 1,462}.", "2024-11-15..2024-11-15; 2024-11-15..2024-11-15"},
	{"In composite trading Friday, {O Acme} rose {m $2}, while {O Bravo} fell {m $1}.", "2024-11-15..2024-11-15; 2024-11-15..2024-11-15"},
	{"In the third quarter, {O Acme} posted a loss of {m $5 million}.", "2024-07-01..2024-09-30 Acme"},
	{"The trade, which fell to {m $14 billion} last year, down {m $2 billion} from 2022, is small.", "2023-01-01..2023-12-31; 2023-01-01..2023-12-31"},
	{"Profit fell {p 50%} below the year-earlier {m $4 million}.", "-; 2023-01-01..2023-12-31"},
}
