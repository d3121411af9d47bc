package clean

// linkRules know teasers of other texts, share bars and what else a page writes around its text.
var linkRules = []rule{
	{
		name: "link", longest: 200,
		first: `read, read more, read also, read the, see also, see more, watch, listen, view, show, show more, show all, load more, load, see, more, more from, more on, more stories, more news, more coverage, more about, more in, trending, earlier, related, recommended, most read,
			most popular, you may, you might, don't miss, don’t miss, also read, also see, also on, continue reading, video, next post, previous post, next article, previous article, next story, previous story, home, must watch, must read`,
		pattern: anyOf(
			`(?i:(?:read|see|watch|listen|view|show|load)(?: more| also| next| all| the full (?:story|article|report)| full (?:story|article))?(?: ?[:|»>→…]+ ?.*|)$)`,
			`(?i:(?:read|see|view|show) (?:more|also|next|all|the full story|full story|full article|the full article)(?: (?:about|on|from|at|here|news|stories|in) [^.]*)?[.…»>→]*$)`,
			`(?i:(?:see also|also read|see also|also on|more on this(?: story| topic)?|more from(?: this (?:section|author|series))?|more from|more stories|more news|more coverage|more about|related|recommended|most read|most popular|you may also like|you might also like)(?: (?:articles?|stories|story|topics?|news|content|coverage|links?|posts?|reading|videos?|for you|this week|today))?(?: ?[:|»>→].*)?$)`,
			`(?i:(?:more|earlier|trending|most popular) ?[:|].*$)`, `(?i:more in this (?:section|series|category|topic) ?[:|»>→].*$)`, `(?i:don[’']t miss[.:!…]*$)`, `(?i:continue reading\b.*$)`, `(?i:video ?[:|] ?[^.?!]+$)`,
			`(?i:(?:next|previous) (?:post|article|story) ?[:|»>→].*$)`, `(?i:must (?:watch|read) .* \d\d:\d\d$)`, `(?i:Home ?[>»›/|→] ?\p{Lu}[^.!?]*$)`),
		yes: []string{
			"Read more", "Read more: Talks end without a deal", "More in this section: Talks end", "TRENDING: Talks end", "READ ALSO | Prices rise", "See also: The year in pictures", "Related articles", "Related: Talks end", "More from this section",
			"Recommended for you", "Most read", "You may also like", "Continue reading the main story", "Read more about the talks", "Read more here", "Home > News > Politics", "Home › Energy › News", "Next post: The bridge",
		},
		no: []string{
			"Read the report before you judge, he said.", "See what happens, she said.", "Related costs rose by 5 percent.", "Most people agree.", "More people died in the floods.", "More in this series was shown at night.", "Watch the road.",
			"Related to this is the question of money.", "You may also like to know that prices rose.", "More from less is the plan.", "Read more books.", "Home prices rose.", "Video: evidence or not? The court decides today.",
		},
	},
	{
		// A headline that its link has followed.
		name: "link", longest: 240,
		cues: []string{" Read more", " READ MORE"},
		pattern: anyOf(
			`[^.…]{12,}[^.…,;:] (?:Read more|READ MORE)(?: here)?[.…»>→ ]*$`),
		yes: []string{"Council agrees to build a second bridge Read more"},
		no:  []string{"The council met on Monday. It agreed. Read more", "They read more, and then they Read more of it."},
	},
	{
		// An address with its label.
		name: "link", longest: 200,
		cues: []string{"http://", "https://", "www."},
		pattern: anyOf(
			`(?:[\p{L}\d ’'-]{1,30}[:–—-] ?)?(?:https?://|www\.)\S+$`),
		yes: []string{"Download: https://example.org/1", "www.example.org"},
		no:  []string{"The report is at https://example.org/report.", "See https://example.org and judge."},
	},
	{
		name: "link", longest: 300,
		cues:    []string{"Читайте также", "ЧИТАЙТЕ ТАКЖЕ", "Смотрите также", "Подписывайтесь на", "Подпишитесь на", "ire aussi", "Lesen Sie auch", "Lea también", "Leia também", "Leggi anche"},
		pattern: anyOf(`(?i:читайте также|смотрите также|(?:à )?lire aussi|lesen sie auch|lea también|leia também|leggi anche) ?:`, `(?i:подписывайтесь|подпишитесь) на (?:наш|нас|\p{L}+ ?-? ?канал)`),
		yes:     []string{"Читайте также: Переговоры завершены", "Подписывайтесь на наш Telegram-канал", "À lire aussi : Le pont"},
		no:      []string{"Подпишитесь на петицию, сказал он."},
	},
	{
		name: "share bar", longest: 200,
		first: `share, tweet, print, email, e-mail, facebook, twitter, linkedin, whatsapp, copy, save, comments, comment, leave a, advertisement, advertising, advertisment, sponsored, story continues, story continued, article continues, the story, the article, scroll to, loading,
			skip to, back to, your email, you must, please enable, please log, please sign, log in, an error, something went, sorry`,
		pattern: anyOf(
			`(?i:share(?: (?:this|on|via)(?: (?:article|story|page|post|on|via|with))*)?(?: (?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|e-?mail|bluesky|threads|mastodon|viber|vk))*:?$)`,
			`(?i:(?:(?:share|tweet|print|e-?mail|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|messenger|bluesky|threads|mastodon|viber|vk|copy|link|save|pocket|flipboard|pin|comments?|more|this|article|story|page|via|and|on)[ |/·•,:–—-]*){2,}$)`,
			`(?i:(?:tweet|print|share|comments?|loading)[.…]*$)`, `(?i:comments? ?\(\d+\)$)`, `(?i:leave a (?:comment|reply)\b.*$)`,
			`(?i:advertise?ment[.:]?[-–— ]*$)`, `(?i:advertising$)`, `(?i:sponsored(?: content)?$)`, `(?i:(?:the )?(?:story|article) continue[sd]? (?:below|after).{0,40}$)`,
			`(?i:advertisement ?(?:[-–—] ?)?(?:continue|scroll|story)\b.*$)`, `(?i:scroll to continue.*$)`, `(?i:skip to .*$)`, `(?i:back to top$)`,
			`(?i:your e-?mail (?:address )?will not be (?:published|shared)\b.*$)`,
			`(?i:(?:you must be|please) (?:logged in|log in|sign in) to (?:post|leave|read|view|comment)\b.*$)`, `(?i:log in to (?:post|leave) a comment.*$)`,
			`(?i:please enable javascript\b.*$)`, `(?i:(?:an error (?:has )?occurred|something went wrong|sorry, something went wrong)\b.*\btry again\b.*$)`),
		yes: []string{"Share", "Share this article", "Facebook Twitter WhatsApp Email", "Share this: Facebook | X | LinkedIn", "Share on: Facebook – Bluesky – WhatsApp", "Comments (14)", "Share on Facebook", "Print", "Leave a comment", "ADVERTISEMENT", "Story continues below advertisement", "The story continues after the ad", "Back to top",
			"- Advertisement -", "Advertisement - Scroll to continue", "Your email address will not be published. Required fields are marked *", "An error has occurred, please try again later."},
		no: []string{
			"Share prices fell on Monday.", "Shares of the company rose.", "Facebook and Twitter removed the accounts.", "Print editions will end in May.", "Comments by the minister drew protests.",
			"Save the Children called for a truce.", "Twitter", "Share buybacks rose to a record of 4 billion.", "Back to top form, the team won again.", "An error has occurred in the count, the commission said.",
		},
	},
	{
		// How old the text is, how long to read, how often read.
		name: "share bar", longest: 60,
		first: "reading time, read time, views, updated, last updated, published, posted, about, a, an, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
		pattern: anyOf(`(?i:[\d.,]+[km]? (?:comments?|shares?|views?|reads)$)`,
			`(?i:(?:read(?:ing)? time|views)(?: ?:)? ?[\d.,]+(?: ?min(?:ute)?s?\.?)?$)`, `(?i:\d+[ -]?min(?:ute)?s?\.?(?: read)?$)`,
			`(?i:(?:(?:last )?(?:updated|published|posted)(?: ?:)? )?(?:about )?(?:\d+|an?) ?(?:sec|second|min|minute|hour|hr|day|week|month)s? ago[.]?$)`),
		yes: []string{"12 comments", "4 min read", "Reading time: 3 minutes", "Updated 2 hours ago", "1,234 views", "views: 212"},
		no:  []string{"5 people died.", "2 hours ago it was quiet.", "1,234 views were recorded.", "A minute ago it rained."},
	},
}
