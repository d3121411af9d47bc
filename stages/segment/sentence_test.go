package segment

import (
	"reflect"
	"strings"
	"testing"
)

// Each case is the sentences of one paragraph of news.
func TestNewsSentences(t *testing.T) {
	for _, c := range [][]string{
		// abbreviations
		{"Yahoo! Inc. said it would buy the site.", "Shares rose."},
		{"The Yahoo! chief left."},
		{"Gen. Mark Lee and Lt. Col. Ann Roe met at Ft. Example."},
		{"The U.S. Senate voted.", "The House did not."},
		{"It is based in Washington, D.C.", "The firm has 20 staff."},
		{"He lives in Washington, D.C., with his wife."},
		{"The U.N. Security Council met.", "It voted."},
		{"Trade between the U.S. and the E.U. grew."},
		{"Acme Corp. and Example Co. merged."},
		{"He works for Acme Corp.", "It pays well."},
		{"The bill, i.e. the cost, is high, e.g. for St. Louis vs. Chicago."},
		{"The talks are on Nov. 17.", "They end on Dec. 3."},
		{"On Jan. 5 the court ruled.", "In Feb. it will sit again."},
		{"The shop opens at 9 a.m. on Monday."},
		{"The shop opens at 9 a.m.", "On Monday it stays shut."},
		{"She earned a Ph.D. in physics.", "Later she left."},
		{"George W. Bush and J.K. Rowling met Samuel L. Jackson."},
		{"Sen. John Doe (R-Texas) and Rep. Ann Lee, D-Calif., agreed."},
		{"It lost 3 mln dlrs vs. a profit of 2 mln dlrs."},
		{"See p. 5 and pp. 7-9."},
		{"Beer, wine, etc. are sold here.", "Food is not."},
		{"Martin Luther King Jr. spoke.", "Crowds cheered."},
		// stops before digits
		{"Prices rose 5.5 percent.", "12 firms closed."},
		{"It closed in 2019.", "1,200 people lost their jobs."},
		{"He was born in 1950.", "In 1970 he left."},
		{"The index fell to 3,500.25.", "Traders sold."},
		// quotes
		{"“We agree,” he said.", "“It is time.”"},
		{"“We agree.", "We will sign,” he said."},
		{"“Is it true?” she asked.", "“No!” he said."},
		{"\"We agree.\"", "\"It is time,\" he said."},
		{"He said, \"It is over.\"", "Then he left."},
		{"‘It is over.’", "Then he left."},
		{"He called it “a disgrace.”", "She called it “fair.”"},
		{"(The bank declined to comment.)", "Its shares fell."},
		{"He left (it was late).", "She stayed."},
		{"She asked: “Why now?”", "He did not answer."},
		{"“Go!” they shouted.", "He went."},
		// ellipsis
		{"He paused... then went on."},
		{"He paused…", "Then he went on."},
		{"“We wanted … to win,” he said."},
		// question and exclamation marks
		{"Who won?", "Nobody knows."},
		{"What a game!", "Fans sang."},
		{"Was it the “best game ever?” he asked."},
		// lists and numbers
		{"1. The first point is cost.", "2. The second is time."},
		{"It costs $3.50 or €1.000,50 a day.", "That is a lot."},
		{"Version 2.0 came in May.", "Version 3.1 is due."},
		{"No. 10 declined to comment.", "The No. 2 team won."},
		// names with marks
		{"Node.js and example.com are sites.", "Visit www.example.com.", "It is free."},
		{"The film “Oh, God!” won.", "It is old."},
		{"Fans of Yahoo!Japan and ASP.NET met.", "They left."},
		{"Shares of Yahoo! Corp. and Jack? Ltd. fell."},
		{"It came 3. in the race and 12. overall."},
		{"She has a B.Sc. and an M.Sc. degree."},
		{"E.ON and A.P. Moller rose.", "The DAX fell."},
		{"St. John’s is in Canada.", "Mt. Example is not."},
		// small letters that begin a sentence, capitals that do not
		{"Sales at the firm, called iExample Inc. Ltd., rose."},
		{"It was made by Example Inc., a maker of pumps."},
		// initials at the end
		{"The plan is known as Plan B.", "It has failed."},
		{"He got vitamin C.", "She got none."},
		{"It won in 2014. [17] [18]", "They left."},
		{"No, no.", "Forget it."},
		{"The answer is no.", "He left."},
		{"It pays for travel, field work, etc.", "Manuscripts come later."},
		{"“It is over. ”", "He left."},
		{"He said: \"It is over. \""},
		{"The shop at 10th Sts., once a bank, is open."},
		{"And then . . . nothing."},
		{"So did I.", "We left."},
	} {
		d := Split(strings.Join(c, " "))
		var got []string
		for _, s := range d.Sentences {
			got = append(got, s.Of(d.Text))
		}
		if !reflect.DeepEqual(got, c) {
			t.Errorf("got  %q\nwant %q", got, c)
		}
	}
}
