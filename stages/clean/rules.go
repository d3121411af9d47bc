package clean

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/decode"
)

// longestBoilerplate is the longest block, in bytes, that a block rule may take.
const longestBoilerplate = 420

// rule takes a whole block away. It is asked where the block begins with one of its first words (one or two), or holds one of its
// cues; then its pattern decides. A rule has examples that must match and that must not, which the test holds it to.
type rule struct {
	name    string
	first   string // lower-cased, commas between
	cues    []string
	longest int // bytes
	pattern *regexp.Regexp
	yes, no []string
}

var rules = []rule{
	{
		name: "caption", longest: 420,
		cues: []string{"hoto:", "hotos:", "hoto by", "hoto credit", "hoto courtesy", "hoto via", "hoto copyright", "hoto/", "hotos/", "hotograph:", "hotograph by",
			"HOTO:", "HOTO/", "mage:", "mages:", "mage by", "mage credit", "mage courtesy", "mage copyright", "mage caption", "mage source", "MAGE:",
			"icture:", "ictures:", "icture by", "icture credit", "icture courtesy", "llustration:", "llustration by", "redit:", "redits:", "redit/", "REDIT:"},
		// A credit closes the block, or is all of it.
		pattern: regexp.MustCompile(`(?:^|[.!?)”"’] )\(?(?:(?i:(?:main |featured |cover |file |lead |header )?(?:photo|photograph|photos|image|images|picture|pictures|illustration)s?(?: credits?| courtesy(?: of)?| by| source)?)|(?i:credits?)) ?[:/] ?(?:[^.!?]|\.[^ ])+[.)]?$|\([^()]*\b(?:Photo|Photos|Image|Images|PHOTO)\b(?: by |/|: | courtesy| via )[^()]+\)$|(?i)^(?:photo|image|picture) (?:courtesy of|credit|copyright|caption|source) .+$`),
		yes: []string{
			"Photo credit: example.org", "Main image credit: Getty", "The minister met his colleague in the capital. Photo credit: example.org",
			"Smith (left) and Lee (right) in May. Image: Town Council.", "Jane Doe arrives for talks on Monday. (AP Photo/John Roe)", "(Photo by Jane Doe/Getty Images)",
			"Image: Jane Doe / Agency", "Photo courtesy of the museum", "PHOTO: Reuters", "Image copyright AFP Image caption The mayor at the bridge",
		},
		no: []string{
			"The company lost its credit rating.", "He shared a photo: it showed the bridge. Then he left the room and drove home.", "The image of the party has suffered.",
			"Credit Suisse rose 3 percent.", "She took the picture in 1990.", "Photography is her trade.",
		},
	},
	{
		name: "caption", longest: 300,
		cues:    []string{"Getty Images", "REUTERS/", "AFP/", "/AFP", "/AP", "AP/", "EPA/", "/EPA", "Shutterstock", "via Getty", "/ AP", "/ AFP", "/ EPA", "/ Getty", "iStock", "Unsplash"},
		pattern: regexp.MustCompile(`(?:^|[.!?)”"] |\| ?|[-–—] |\()\(?(?:[\p{Lu}][\p{L}.’'-]+ ){0,4}(?:(?:[\p{Lu}][\p{L}.’'-]+)?(?: [\p{Lu}][\p{L}.’'-]+){0,4} ?/ ?(?:AFP|AP|EPA|Getty|Reuters|Shutterstock)(?:[ /](?:[\p{Lu}][\p{L}/-]*|via))*|(?:REUTERS|AFP|EPA|AP)/\p{Lu}[\p{L}.’'-]*(?:[ /]\p{Lu}[\p{L}.’'-]*){0,4}|(?:AFP via )?Getty Images(?:/[\p{L} ]+)?|Shutterstock|iStock|Unsplash)\)?\.?$`),
		yes:     []string{"Protesters in the square on Sunday. REUTERS/Jane Doe", "Jane Doe/AFP via Getty Images", "The port at dawn | Getty Images", "Jane Doe/Shutterstock"},
		no:      []string{"He sued Getty Images.", "Getty Images said its sales rose in the quarter.", "The AP/NORC poll found that most agree."},
	},
	{
		name: "subscription", longest: 400,
		first:   "subscribe, sign up, signup, register for, register now, register here, register today, get, receive, join us, join our, join the, follow, like us, like our, find us, find me, find our, download, click here, click below, tap here, tap below, click on, tap on, stay up, stay up-to-date, stay informed, stay connected, stay tuned, stay in, never miss, don’t miss, don't miss, want more, want to, if you, follow the, enjoy this, enjoyed this, enjoy reading, donate now, donate here, donate today, support our, become a, become our, for more, for all, for the, to read, to receive, to get, already a, already have, read our",
		pattern: regexp.MustCompile(`(?i)^(?:subscribe (?:to|for|now|today|here|and|via|on|with)\b|subscribe[!.]?$|sign ?up (?:for|to|here|now|today|with|via|and|below)\b|sign ?up[!.]?$|register (?:for free|now|here|today)\b|(?:get|receive) .*\b(?:sent directly to you|(?:in|to) your inbox|newsletter|by e-?mail|our app|stories sent)\b|join (?:us on|our|the conversation)\b|(?:follow|like|find) (?:us|me|our|@)|follow [^.,]+ on (?:twitter|x|facebook|instagram|telegram|linkedin|whatsapp|google news)\b|download (?:our|the [\w ]*app)\b|(?:click|tap) (?:here|below|on the link)\b|stay (?:up[- ]to[- ]date|informed|connected|tuned|in the know)\b|(?:never miss|don[’']t miss) (?:a|an|our|out)\b|want (?:more|to (?:read|get|receive))\b.*(?:subscribe|sign up|newsletter)|enjoy(?:ed)? (?:this|reading)|if you (?:enjoyed|liked|like|love|want|would like|wish|value) .*(?:subscribe|sign ?up|newsletter|join |donat|follow us|support us)|follow [^.]*(?:coverage|updates|live)[^.]* (?:at|on|here)\b.*(?:https?://\S+|here[.:]?)$|get [^.]* delivered (?:straight |directly )?(?:to|through|in) you|donate (?:now|here|today)|(?:support|become) (?:our|a) .*(?:journalism|member|subscriber|patron)|(?:for|to) (?:more|all|the latest|read|receive|get) .*\b(?:follow us|subscribe|sign up|newsletter|download|click here|visit our)\b|already (?:a|have) .*(?:subscriber|account|member)|read our (?:newsletter|full))`),
		yes: []string{
			"Get The Example Times stories sent directly to you! Sign up via the website or subscribe to our Twitter, Facebook and Telegram!", "Subscribe to our newsletter",
			"Sign up for the Morning Brief.", "Follow us on Twitter", "Follow The Herald on Facebook", "Like us on Facebook!", "Join our Telegram channel", "Click here to read more", "For more news, follow us on X",
			"Stay up to date with the latest news", "Already a subscriber? Log in",
			"If you enjoyed this article, sign up for our newsletter.", "Follow the agency’s full coverage of the vote at https://example.org/vote", "Get Example Monthly delivered through your letterbox.",
		},
		no: []string{
			"Subscribers left in droves.", "Like Facebook, the company makes its money with advertising.", "Get ready for a cold winter, forecasters said.", "For more than a year, prices have risen.",
			"Follow the money, he told the court.", "Join the army, the poster said.", "Support for the party fell to 20 percent.", "Find the cause first, she said.", "To get the loan, the country must cut spending.",
			"Sign of the times: the shop has closed.", "Stay at home, the minister told people.", "If you like the sea, go north, she said.",
		},
	},
	{
		name: "link", longest: 200,
		first:   "read, read more, read also, read the, see also, see more, watch, listen, view, show more, show all, load more, load, see, more, more from, more on, more stories, more news, more coverage, more about, earlier, related, recommended, most read, most popular, you may, you might, don't miss, don’t miss, also read, also see, also on, continue reading",
		pattern: regexp.MustCompile(`(?i)^(?:(?:read|see|watch|listen|view|show|load)(?: more| also| next| all| the full (?:story|article|report)| full (?:story|article))?(?: ?[:|»>→…]+ ?.*|)$|(?:read|see|view|show) (?:more|also|next|all|the full story|full story|full article|the full article)(?: (?:about|on|from|at|here|news|stories|in) [^.]*)?[.…»>→]*$|(?:see also|also read|also see|also on|more on this(?: story| topic)?|more from(?: this (?:section|author|series))?|more from|more stories|more news|more coverage|more about|related|recommended|most read|most popular|you may also like|you might also like)(?: (?:articles?|stories|story|topics?|news|content|coverage|links?|posts?|reading|videos?|for you|this week|today))?(?: ?[:|»>→].*)?$|(?:more|earlier) ?[:|].*$|don[’']t miss[.:!…]*$|continue reading\b.*$)`),
		yes: []string{
			"Read more", "Read more: Talks end without a deal", "READ ALSO | Prices rise", "See also: The year in pictures", "Related articles", "Related: Talks end", "More from this section",
			"Recommended for you", "Most read", "You may also like", "Continue reading the main story", "Read more about the talks",
		},
		no: []string{
			"Read the report before you judge, he said.", "See what happens, she said.", "Related costs rose by 5 percent.", "Most people agree.", "More people died in the floods.", "Watch the road.",
			"Related to this is the question of money.", "You may also like to know that prices rose.", "More from less is the plan.", "Read more books.",
		},
	},
	{
		name: "share bar", longest: 200,
		first:   "share, tweet, print, email, e-mail, facebook, twitter, linkedin, whatsapp, copy, save, comments, comment, leave a, advertisement, advertising, advertisment, sponsored, story continues, story continued, article continues, scroll to, loading, skip to, back to, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
		pattern: regexp.MustCompile(`(?i)^(?:share(?: (?:this|on|via)(?: (?:article|story|page|post|on|via|with))*)?(?: (?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|e-?mail))*:?$|(?:(?:share|tweet|print|e-?mail|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|messenger|copy|link|save|pocket|flipboard|pin|comments?|more|this|article|via|and|on)[ |/·•,]*){2,}$|(?:tweet|print|share|comments?|loading)[.…]*$|\d+ (?:comments?|shares?|views?)$|leave a (?:comment|reply)\b.*$|advertise?ment[.:]?$|advertising$|sponsored(?: content)?$|(?:story|article) continue[sd]? below.*$|advertisement (?:continue|scroll|story)\b.*$|scroll to continue.*$|skip to .*$|back to top$)`),
		yes:     []string{"Share", "Share this article", "Facebook Twitter WhatsApp Email", "Share on Facebook", "Print", "12 comments", "Leave a comment", "ADVERTISEMENT", "Story continues below advertisement", "Back to top"},
		no: []string{
			"Share prices fell on Monday.", "Shares of the company rose.", "Facebook and Twitter removed the accounts.", "Print editions will end in May.", "5 people died.", "Comments by the minister drew protests.",
			"Save the Children called for a truce.", "Twitter", "Share buybacks rose to a record of 4 billion.", "Back to top form, the team won again.",
		},
	},
	{
		name: "cookies", longest: 420,
		first:   "we use, we and, this site, this website, by continuing, by using, by clicking, by browsing, by signing, by subscribing, accept cookies, accept all, cookie policy, cookie settings, cookie preferences, cookie notice, cookies policy, cookies settings, manage cookies, manage consent, manage preferences, your privacy",
		pattern: regexp.MustCompile(`(?i)^(?:we (?:and our partners )?use cookies\b|this (?:web)?site uses cookies|by (?:continuing|using|clicking|browsing|signing up|subscribing)\b.*\b(?:cookies|terms|privacy|you (?:agree|accept|consent))|accept (?:all )?cookies|cookies? (?:policy|settings|preferences|notice)$|manage (?:cookies|consent|preferences)|your privacy (?:choices|matters|settings))`),
		yes:     []string{"We use cookies to improve your experience.", "This website uses cookies.", "Accept all cookies", "By continuing to use this site you agree to our terms.", "Cookie policy"},
		no:      []string{"By using less gas, the country saved money.", "Cookies are small files.", "This site was a prison."},
	},
	{
		name: "copyright", longest: 420,
		cues:    []string{"©", "(c)", "(C)", "opyright", "OPYRIGHT", "ights reserved", "IGHTS RESERVED", "ublished, broadcast", "redistributed", "personal, non-commercial use"},
		pattern: regexp.MustCompile(`^(?:\([cC]\) \p{Lu}[\p{L}&’'-]*(?: \p{Lu}[\p{L}&’'-]*){0,4}$|(?:\([cC]\) ?)+(?:19|20)\d\d\b.*$|(?:© ?|(?i:copyright) ?(?:©|\([cC]\)|:)? ?(?:by )?)+(?:(?:19|20)\d\d\b.*|\p{Lu}[^.!?]+(?:\.|,? ?(?:19|20)\d\d.*|\. (?i:all rights).*)?)$|.*(?i:all rights reserved)[.!]?(?: .*)?$|.*(?i:may not be published, broadcast|may not be (?:reproduced|redistributed)|for (?:your )?personal, non-commercial use).*$)`),
		yes: []string{
			"© Example Agency", "© 2024 The Herald. All rights reserved.", "Copyright 2024 Example Press", "(c) 2024 Example Media Ltd", "All rights reserved.",
			"This material may not be published, broadcast, rewritten or redistributed.", "This copy is for your personal, non-commercial use only.", "Copyright © 2024 The Herald",
		},
		no: []string{
			"Copyright law protects the song.", "The copyright on the song expires in May.", "(c) the parties agree on a date;", "(c) The loan shall be granted in dollars.", "(c) Payment.", "Copyright holders sued the company. It denies all claims.",
		},
	},
	{
		name: "credits", longest: 420,
		first:   "reporting by, reporting and, (reporting, additional reporting, (additional, writing by, writing and, (writing, editing by, editing and, (editing, compiled by, (compiled, translated by, (translated, this article, this story, this report, this post, this piece, this interview, (this, our standards, source, sources, write to, email, contact, reach, (with",
		cues:    []string{"contributed to this", "contributed reporting"},
		pattern: regexp.MustCompile(`^(?:\((?:Additional )?(?i:reporting|writing|editing|compiled|translated|with (?:inputs|agency))\b[^()]*\)?\.?$|(?:(?i:additional reporting|reporting)|Writing|Editing|Compiled|Translated) (?:and (?:writing|editing) )?by \p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|and|in|de|van|von|al|der))*(?:[;,].*)?\.?$|\(?This (?:article|story|report|post|piece|interview)\b.*\b(?:(?:originally|first) (?:published|appeared)|republished|syndicated|been edited|translated from|is published from).*$|Our Standards:.*$|.+ contributed (?:to this (?:report|story|article|piece)|reporting(?: (?:to this \w+|from [\p{L} ,]+))?)\.?\)?$|(?i:sources?): ?[^.:]+$|(?i:write to|email|contact|reach) [\p{L} .’-]+ (?:at|on|via) \S+@\S+$)`),
		yes: []string{
			"(Reporting by Jane Doe; Editing by John Roe)", "Reporting by Jane Doe in Paris; editing by John Roe", "Additional reporting by Jane Doe", "(Writing by Jane Doe)",
			"This article was originally published by The Herald.", "Our Standards: The Principles.", "Jane Doe in Paris contributed to this report.", "Jane Doe contributed reporting from Hong Kong.", "SOURCE: News agencies", "Write to Jane Doe at jane.doe@example.org",
		},
		no: []string{
			"Reporting by the paper showed that the mayor knew.", "This report was written by a committee.", "Writing by hand helps memory.", "Editing genes is legal there.", "This story is not over.", "Sources: the bank is to be sold. It declined to comment.", "Contact with the ship was lost at noon.",
		},
	},
	{
		name: "end mark", longest: 120,
		first:   "reuter, reuters, ends, end, -ends-, -end-, -30-, —, –, -, topics, tags, keywords, filed under, filed in, disclaimer, newsletter",
		pattern: regexp.MustCompile(`^(?:REUTERS?[.…;3]*|Reuter[.…]*|[-–—] ?(?i:ends?|30) ?[-–—]+|ENDS?|(?i:tags|topics|keywords|filed under|filed in): .+|Tags [^.]+, [^.]+|(?i:disclaimer|newsletter|topics|tags)):?$`),
		yes:     []string{"REUTER", "Reuter...", "###", "-ENDS-", "- 30 -", "Tags: trade, energy", "Disclaimer", "---"},
		no:      []string{"Reuters reported the deal.", "The end", "Ends meet in the middle.", "Topics were discussed for hours.", "Disclaimer: she holds shares in the company, which she bought in 2019 and has not sold since then."},
	},
}

// byFirst holds the rules to ask by the first word or the first two words of a line.
var byFirst = func() map[string][]*rule {
	m := map[string][]*rule{}
	for i := range rules {
		for _, words := range strings.Split(rules[i].first, ", ") {
			m[words] = append(m[words], &rules[i])
		}
	}
	delete(m, "")
	return m
}()

// ruleOf returns the name of the rule that takes the whole line away, empty where none does.
func ruleOf(line string, kind decode.Kind) string {
	if kind == decode.Caption {
		return "caption"
	}
	if len(line) > longestBoilerplate {
		return ""
	}
	if !hasWord(line) {
		return "end mark"
	}
	line = strings.Trim(line, " *_#>[]|")
	if strings.HasPrefix(line, "http") && strings.IndexByte(line, ' ') < 0 {
		return "link"
	}
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLower(r) {
		var buf [longestFirst]byte
		one, two := firstWords(line, &buf)
		for _, words := range [][]byte{one, two} {
			for _, r := range byFirst[string(words)] {
				if r.matches(line) {
					return r.name
				}
			}
		}
	}
	return cued(line)
}

func (r *rule) matches(line string) bool {
	return len(line) <= r.longest && r.pattern.MatchString(line)
}

// cue is a string that a rule looks for.
type cue struct {
	text string
	rule *rule
}

// byPair holds the cues by their first two bytes, so that one walk over a line finds all of them.
var byPair = func() (t [4096][]cue) {
	for i := range rules {
		for _, c := range rules[i].cues {
			p := pair(c[0], c[1])
			t[p] = append(t[p], cue{c, &rules[i]})
		}
	}
	return t
}()

func pair(a, b byte) int { return (int(a)<<4 ^ int(b)) & 4095 }

// cued returns the name of a rule that takes the line away for a cue in it.
func cued(line string) string {
	for i := 0; i+1 < len(line); i++ {
		for _, c := range byPair[pair(line[i], line[i+1])] {
			if strings.HasPrefix(line[i:], c.text) && c.rule.matches(line) {
				return c.rule.name
			}
		}
	}
	return ""
}

// longestFirst is longer than any first words of a rule.
const longestFirst = 32

// firstWords returns the first word and the first two words of a line in buf, lower-cased and without marks behind the
// last; of a number its first digit. Lines with longer words have none.
func firstWords(line string, buf *[longestFirst]byte) (one, two []byte) {
	n := 0
	for ; n < len(line) && n < longestFirst; n++ {
		c := line[n]
		if c == ' ' {
			if one != nil {
				break
			}
			one = buf[:n]
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[n] = c
	}
	if n == longestFirst && n < len(line) && line[n] != ' ' {
		n = len(one)
	}
	if one == nil {
		one = buf[:n]
	}
	two = buf[:n]
	if isDigit(buf[0]) && n > 0 {
		return buf[:1], nil
	}
	one, two = bytes.TrimRight(one, "!:.|,;"), bytes.TrimRight(two, "!:.|,;")
	if len(two) == len(one) {
		two = nil
	}
	return one, two
}
