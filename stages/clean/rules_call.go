package clean

// callRules know calls to subscribe, to follow, to write and to give.
var callRules = []rule{
	{
		name: "subscription", longest: 400,
		first: `subscribe, sign up, signup, register for, register now, register here, register today, get, receive, join us, join our, join the, follow, like us, like our, find us, find me, find our, download, click here, click below,
			tap here, tap below, click on, tap on, stay up, stay up-to-date, stay informed, stay connected, stay tuned, stay in, never miss, don’t miss, don't miss, want more, want to, if you, follow the, enjoy this, enjoyed this, enjoy reading, donate now,
			donate here, donate today, support our, become a, become our, for more, for all, for the, to read, to receive, to get, already a, already have, read our, want the, choose to, help us, make sure, please subscribe, please consider, please support, you can, visit our, check out, thank you, thanks for, latest, more news, all news, all the, breaking news, our news, read the, watch the, more`,
		pattern: anyOf(
			`(?i:subscribe (?:to|for|now|today|here|and|via|on|with)\b)`, `(?i:subscribe[!.]?$)`, `(?i:sign ?up (?:for|to|here|now|today|with|via|and|below)\b)`,
			`(?i:sign ?up[!.]?$)`, `(?i:register (?:for free|now|here|today)\b)`,
			`(?i:(?:get|receive) .*\b(?:sent directly to you|(?:in|to) your inbox|newsletter|by e-?mail|our app|stories sent)\b)`,
			`(?i:join (?:us on|our|the conversation)\b)`, `(?i:(?:follow|like|find) (?:us|me|our|@))`,
			`(?i:follow [^.,]+ on (?:our )?(?:twitter|x|facebook|instagram|telegram|linkedin|whatsapp|google news)\b)`,
			`(?i:follow (?:the|our) (?:news|stories|updates?|latest)\b[^.]* (?:on|in|at|via)\b[^.]*)`, `(?i:download (?:our|the [\w ]*app)\b)`,
			`(?i:(?:click|tap) (?:here|below|on the link)\b)`, `(?i:stay (?:up[- ]to[- ]date|informed|connected|tuned|in the know)\b)`,
			`(?i:(?:never miss|don[’']t miss) (?:a|an|our|out)\b)`, `(?i:want (?:the|more|to \w+)\b.*(?:subscribe|sign up|newsletter))`,
			`(?i:enjoy(?:ed)? (?:this|reading))`,
			`(?i:if you (?:enjoyed|liked|like|love|want|would like|wish|value|appreciate) .*(?:subscribe|sign ?up|newsletter|join |donat|follow us|support us))`,
			`(?i:follow [^.]*(?:coverage|updates|live)[^.]* (?:at|on|here)\b.*(?:https?://\S+|here[.:]?)$)`,
			`(?i:get [^.]* delivered (?:straight |directly )?(?:to|through|in) you)`, `(?i:donate (?:now|here|today))`,
			`(?i:(?:support|become) (?:our|a) .*(?:journalism|member|subscriber|patron))`,
			`(?i:(?:for|to) (?:more|all|the latest|read|receive|get) .*\b(?:follow us|subscribe|sign up|newsletter|download|click here|visit our)\b)`,
			`(?i:already (?:a|have) .*(?:subscriber|account|member))`, `(?i:read our (?:newsletter|full))`,
			`(?i:(?:choose to|help us|please (?:consider|support)).*\b(?:journalism|subscri\w+|donat\w+)\b)`, `(?i:please subscribe\b)`,
			`(?i:(?:you can|visit|check out|make sure).*\b(?:subscribe|follow us|our (?:newsletters?|telegram|youtube|facebook|instagram|whatsapp))\b)`,
			`(?i:(?:latest|more|all|breaking|our|read|watch) [^.!?]*\b(?:news|updates|stories)\b[^.!?]* (?:on|in|via) (?:our |the )?(?:telegram|whatsapp|google news|facebook|instagram|twitter|x|youtube)(?: channel| page)?[!:]?$)`,
			`(?i:thanks?(?: you)? for (?:subscribing|signing up|your subscription|reading)[.!]*$)`),
		yes: []string{
			"Get The Example Times stories sent directly to you! Sign up via the website or subscribe to our Twitter, Facebook and Telegram!", "Subscribe to our newsletter",
			"Sign up for the Morning Brief.", "Follow us on Twitter", "Follow The Herald on Facebook", "Like us on Facebook!", "Join our Telegram channel", "Click here to read more", "For more news, follow us on X",
			"Stay up to date with the latest news", "Already a subscriber? Log in",
			"If you enjoyed this article, sign up for our newsletter.", "Follow the agency’s full coverage of the vote at https://example.org/vote", "Get Example Monthly delivered through your letterbox.",
			"Follow the news on our Telegram channel", "Latest news from the region on WhatsApp", "Want to stay up to date? Sign up for our newsletter", "Choose to support independent, quality journalism and subscribe on a monthly basis.",
		},
		no: []string{
			"Subscribers left in droves.", "Like Facebook, the company makes its money with advertising.", "Get ready for a cold winter, forecasters said.", "For more than a year, prices have risen.",
			"Follow the money, he told the court.", "Join the army, the poster said.", "Support for the party fell to 20 percent.", "Find the cause first, she said.", "To get the loan, the country must cut spending.",
			"Sign of the times: the shop has closed.", "Stay at home, the minister told people.", "If you like the sea, go north, she said.", "Choose life, the sign says.", "More news came from the front in the evening.", "You can follow the river to the sea.",
		},
	},
	{
		name: "contact", longest: 300,
		first: `if you, found a, noticed a, spotted a, see a, have a, got a, do you, have you, know more, contact, reach, email, e-mail, write to, you can, send, twitter, x, instagram, telegram, facebook, media contact, press contact, press contacts, media contacts,
			contacts, investor contact, for more, for further, for additional, for media, for press, to contact, to learn, to view, view source, logo, photo -, photo –`,
		cues: []string{"can be reached", "ollow her on", "ollow him on", "ollow them on", "ollow me on", "((", "like to hear", "hear from you"},
		pattern: anyOf(`(?i:(?:if you (?:find|found|have found|notice|noticed|see|spot|spotted)|found|noticed|spotted|see) (?:an?|any) (?:mistake|error|typo|bug|inaccuracy)\b.*(?:ctrl|select|highlight|let us|report it|press|e-?mail|contact))`,
			`(?i:(?:do you have|have you|have|got|if you have) (?:an?|any|more)? ?.{0,40}(?:story|stories|tips?|information|news|photos?|videos?)\b.*(?:\S+@\S+|e-?mail us|contact us|write to us|let us know|get in touch))`,
			`(?i:(?:(?:you can |to )?(?:write to|e-?mail|contact|reach|send)|for (?:media|press) \w+)\b.*\S+@\S+$)`, `(?i:(?:twitter|x|instagram|telegram|facebook|e-?mail)(?: ?[:–-]) ?@?\S+$)`,
			`\(\(.*@.*\)\)$`, `.*(?i:can be reached (?:at|on|via|by) .+$)`, `.*(?i:follow (?:her|him|them|me) on (?:twitter|x|instagram|facebook|linkedin|bluesky|threads|mastodon)\b.{0,80}$)`, `.*(?i:(?:like to hear|hear from you)\b.*\S+@\S+$)`,
			`(?i:(?:media|press|investor)? ?contacts? ?:.*$)`, `(?i:for (?:more|further|additional) (?:information|details)\b.*(?:www\.|https?:|\S@\S|please (?:contact|visit|call)|call \+?\d).*$)`, `(?i:to (?:learn more|view)\b.*https?:.*$)`, `(?i:view source version on .*$)`, `(?i:(?:logo|photo) ?[-–—] ?https?:\S+$)`),
		yes: []string{
			"Write to Jane Doe at jane.doe@example.org", "If you find a mistake in the text, select it and press Ctrl+Enter", "Found a typo? Select the text and press Ctrl+Enter", "Have a news tip? Email tips@example.org",
			"Jane Doe can be reached at jane@example.org", "Jane Doe is a staff writer. Follow her on Twitter @janedoe.", "Twitter: @janedoe", "((jane.doe@example.org; +1 555 0100;))", "Press contact: Jane Doe, press@example.org", "For more information, visit www.example.org.",
			"View source version on example.com: https://example.com/1", "We’d like to hear what you think. Here’s our email: letters@example.org.",
		},
		no: []string{
			"Contact with the ship was lost at noon.", "If you find a mistake, tell us, the minister said to voters.", "Have a nice day, the robber said.", "Twitter: a company in trouble", "For more information about the victims, relatives waited for hours.",
			"Email traffic between the two men was published in May.", "He can be reached, she said, if one tries.", "For further information the police asked witnesses to come forward.", "Do you have a gun? the officer asked.", "Got a raise this year? Few did.",
		},
	},
}
