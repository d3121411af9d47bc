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
}
