package quotations

// cases holds invented sentences with their statements.
var cases = []struct{ in, want string }{
	// Direct speech.
	{"“We will build it,” said {p Anna Berg}.", "Anna Berg: “We will build it,”; Anna Berg: “We will build it”"},
	{"“We will build it,” {p Anna Berg} said.", "Anna Berg: “We will build it,”; Anna Berg: “We will build it”"},
	{"{p Anna Berg} said: “We will build it.”", "Anna Berg: : “We will build it.”; Anna Berg: “We will build it”"},
	{"“We will build it,” {p Anna Berg}, the head of {o Acme}, told {o Reuters}. “It will cost a lot.”", "Anna Berg: “We will build it,”; Anna Berg: “We will build it”; Anna Berg: “It will cost a lot”"},
	{"{o Acme} said in a statement: “We sold 5 ships.\n\n“We will sell more.”", "Acme: in a statement: “We sold 5 ships; Acme: “We sold 5 ships”; Acme: “We will sell more”"},
	// Reported speech.
	{"{p Anna Berg} said that sales rose 5%.", "Anna Berg: that sales rose 5%"},
	{"Sales rose 5%, {p Anna Berg} said.", "Anna Berg: Sales rose 5%"},
	{"Sales rose 5%, said {p Anna Berg}, who runs {o Acme}.", "Anna Berg: Sales rose 5%"},
	{"According to {o Acme}, sales rose 5%.", "Acme: According to Acme, sales rose 5%"},
	{"Sales rose 5%, according to analysts.", "-: Sales rose 5%, according to analysts"},
	{"{p Anna Berg} spoke. She added that sales rose 5%.", "Anna Berg: that sales rose 5%"},
	{"{p:Trade Minister|Anna Berg} met {p Jo Dahl}. “It is over now,” said the minister.", "Anna Berg: “It is over now,”; Anna Berg: “It is over now”"},
	{"{o Acme} grew. The company said sales rose 5%.", "Acme: sales rose 5%"},
	{"The stock added 5%. {o Acme} added 3%.", ""},
	{"Officials said sales rose 5%.", "-: sales rose 5%"},
}
