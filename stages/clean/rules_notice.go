package clean

// Parts of credits.
const (
	// writers is a list of people or agencies, with where they are.
	writers = `\p{Lu}[\p{L}/.’'-]*(?:,? (?:\p{Lu}[\p{L}/.’'-]*|[\p{L}\d-]+\.[a-z]{2,4}|and|&|in|for|of|the|de|van|von|al|der|agencies|news|wires?|staff))*`
	// more is what else stands in the line: "; editing by John Roe".
	more = `(?:[;,] ?(?i:(?:additional )?(?:reporting|writing|editing|edited|compiled|translat\w+)\b.*))?`
)

// noticeRules know what a site says of its text: rights, credits, notes, marks of the end.
var noticeRules = []rule{
	{
		name: "cookies", longest: 420,
		first: "we use, we and, this site, this website, by continuing, by using, by clicking, by browsing, by signing, by subscribing, accept cookies, accept all, cookie policy, cookie settings, cookie preferences, cookie notice, cookies policy, cookies settings, manage cookies, manage consent, manage preferences, your privacy",
		pattern: anyOf(
			`(?i:we (?:and our partners )?use cookies\b)`, `(?i:this (?:web)?site uses (?:cookies|akismet))`,
			`(?i:by (?:continuing|using|clicking|browsing|signing up|subscribing)\b.*\b(?:cookies|(?:our|the|these) terms|privacy policy|you (?:agree|accept|consent)))`,
			`(?i:accept (?:all )?cookies)`, `(?i:cookies? (?:policy|settings|preferences|notice)$)`, `(?i:manage (?:cookies|consent|preferences))`,
			`(?i:your privacy (?:choices|matters|settings))`),
		yes: []string{"We use cookies to improve your experience.", "This website uses cookies.", "Accept all cookies", "By continuing to use this site you agree to our terms.", "Cookie policy", "Privacy Policy | Terms of Service"},
		no:  []string{"By using less gas, the country saved money.", "Cookies are small files.", "This site was a prison.", "By using the bridge, the company can offer better terms.", "Privacy policy must change, the minister said."},
	},
	{
		name: "copyright", longest: 420,
		first: "when using, when quoting, when citing, when reprinting, when copying, while using, use of, any use, reproduction, reproduction of, republication, republication of, copying of, reprinting of, all materials",
		cues:  []string{"©", "(c)", "(C)", "opyright", "OPYRIGHT", "ights reserved", "IGHTS RESERVED", "ublished, broadcast", "redistributed", "personal, non-commercial use", "required fields", "unsubscribe at any time", "orward-looking statements"},
		pattern: anyOf(`\([cC]\) \p{Lu}[\p{L}&’'-]*(?: \p{Lu}[\p{L}&’'-]*){0,4}$`, `(?:\([cC]\) ?)+(?:19|20)\d\d\b.*$`, `(?:© ?|(?i:copyright) ?(?:©|\([cC]\)|:)? ?(?:by )?)+(?:(?:19|20)\d\d\b.*|\p{Lu}(?:[^.!?]|\.\S)+(?:\.|,? ?(?:19|20)\d\d.*|\. (?i:all rights|we use cookies|this site|terms|privacy).*)?)$`,
			`.*(?i:all rights reserved)[.!]?(?: .*)?$`, `.*(?i:may not be published, broadcast|may not be (?:reproduced|redistributed)|for (?:your )?personal, non-commercial use).*$`,
			`(?i:this (?:press|news) release\b.*\bforward-looking statements\b)`, `(?i:you (?:can|may) unsubscribe at any time\b)`, `(?i:(?:fill|please fill).*\brequired fields\b.*$)`,
			`(?i:(?:when|while) (?:using|quoting|citing|reprinting|copying)\b.*\b(?:link|hyperlink|reference)\b.*\b(?:required|mandatory|obligatory|necessary))`,
			`(?i:(?:(?:any )?use|reproduction|republication|copying|reprinting) of (?:the |any |all |our |site )*(?:materials?|content|information|articles?|texts?)\b.*\b(?:link|hyperlink|website|permission|consent))`, `(?i:all (?:the )?(?:materials?|content)\b.*\b(?:copyright|hyperlink|link to|permission))`,
			`(?i:reproduction\b.*\bwithout (?:prior |written |express )*(?:permission|consent))`),
		yes: []string{
			"© Example Agency", "© The Herald. We use cookies to improve your experience.", "© 2024 The Herald. All rights reserved.", "Copyright 2024 Example Press", "(c) 2024 Example Media Ltd", "All rights reserved.", "© Example.Az",
			"This material may not be published, broadcast, rewritten or redistributed.", "This copy is for your personal, non-commercial use only.", "Copyright © 2024 The Herald",
			"When using materials, a link to example.kz is required", "Use of materials is permitted only with a hyperlink to example.uz", "Reproduction is prohibited without permission.", "You can unsubscribe at any time. By signing up you agree to our terms.", "This press release contains forward-looking statements within the meaning of the act.",
		},
		no: []string{
			"Copyright law protects the song.", "The copyright on the song expires in May.", "(c) the parties agree on a date;", "(c) The loan shall be granted in dollars.", "(c) Payment.", "Copyright holders sued the company. It denies all claims.",
			"When using the bridge, drivers must pay.", "Use of force is permitted only in defence of life.", "Reproduction of the birds has stopped.", "All information about the victims is protected by law.",
		},
	},
	{
		name: "credits", longest: 420,
		first: `reporting by, reporting and, additional reporting, additional, writing by, writing and, writing, editing by, edited by, editing, editor, author, authors, reported by, reporting, compiled by, compiled, translated by, translated, translation, translation by, producer,
			this article, this story, this report, this post, this piece, this interview, this content, this op-ed, this commentary, this is, this material, the article, the story, our standards, source, sources, via, with, with reporting, with files, with inputs, with input, with additional, with agency, based on, originally published, originally posted, published in,
			republished with, republished from, republished by, more to, more details, updates, adds, corrects, recasts, removes, refiles, repeats, the views, views, the opinions, opinions, all views, disclaimer`,
		cues: []string{"contributed to this", "contributed reporting", "contributed from", "s contributed", "gency contributed", "reported from", "wrote from", "Reprinted with", "Источник:", "Дереккөз:", "Джерело:", "Quelle:", "Fuente:", "Fonte:", "Kaynak:", "Mənbə:", "Manba:"},
		pattern: anyOf(`\((?:Additional )?(?i:reporting|writing|editing|compiled|translated|with (?:inputs?|agency|files|reporting))\b[^()]*\)?\.?$`, `(?:(?i:additional reporting|reporting)|Writing|Editing|Edited|Reported|Compiled|Translated|Translation|Producer) ?(?:and (?:writing|editing) )?(?:by:?|:) ?`+writers+more+`\.?$`,
			`(?:Author|Authors|Editor|Editors|Reporter|Producer): ?`+writers+`$`,
			`\(?This (?:article|story|report|post|piece|interview|content|op-ed|commentary|material)\b.*\b(?:(?:originally|first) (?:published|appeared|posted)|republished|syndicated|(?:has|have) been (?:edited|updated|corrected|amended)|not been edited|will be updated|translated from|is published from|does not necessarily).*$`,
			`\(?This (?:article|story|post|op-ed|piece|content)\b.*\b(?:was|is) (?:(?:published|posted|produced|created) (?:in|on|by|at|with|under)|updated|corrected|edited)\b.*$`,
			`The (?:article|story|report|post) (?:was )?(?:originally|first) (?:published|appeared|posted) (?:in|on|by|at)\b.*$`,
			`This (?:is a|story is|article is) (?:developing|breaking)\b.*$`, `(?i:more (?:to follow|to come|details (?:to follow|soon)))[.…]*$`, `\((?:Updates?|Adds|Corrects|Recasts|Removes|Refiles|Repeats)\b[^()]*\)$`,
			`(?i:(?:disclaimer: ?)?(?:the |all )?(?:views?|opinions?)(?: and (?:views|opinions))? (?:expressed|stated|contained|presented) (?:in|here|herein|by the (?:author|writer|columnist|contributor)|(?:are|is) (?:those|solely|personal|the author|my own|his own|her own))\b.*$)`, `(?i:disclaimer: ?(?:this|the) (?:article|content|views|opinions|information|story|post)\b.*$)`,
			`Originally (?:published|posted) (?:at|by|on|in) [^,]*$`, `Published in \p{Lu}[^.!?]{3,60},? \p{Lu}\p{L}+ \d\d?(?:st|nd|rd|th)?,? \d{4}\.?$`, `Republished (?:with permission|from|by|courtesy)\b.*$`, `Our Standards:.*$`,
			`.+ contributed (?:to this (?:report|story|article|piece)|reporting(?: (?:to this \w+|from [\p{L} ,]+))?)\.?\)?$`, `.+\b(?:writers?|reporters?|correspondents?|journalists?) \p{Lu}.+ contributed(?: from [\p{L} ,]+)?\.?$`,
			`\p{Lu}\p{L}+[’']s? \p{Lu}[\p{L}.’'-]+ \p{Lu}.* (?:reported|wrote)(?: and wrote)? from \p{Lu}[^,]*$`,
			`[—–-]* ?\(?(?i:with (?:additional )?(?:inputs?|files?|reporting|reports|information|contributions?) (?:from|by)|based on reporting by) (?:the |news )?(?:agencies|wires|agency reports|`+writers+`)\.?\)?$`,
			`(?i:sources?|источник|дереккөз|джерело|quellen?|fuente|fonte|kaynak|mənbə|manba): ?[^.:]+$`, `(?i:source|via|источник|дереккөз|quelle|fuente|fonte|kaynak|mənbə|manba): ?\S+$`, `SOURCE:? \p{Lu}[^!?]{2,80}$`),
		yes: []string{
			"(Reporting by Jane Doe; Editing by John Roe)", "Reporting by Jane Doe in Paris; editing by John Roe", "Additional reporting by Jane Doe", "(Writing by Jane Doe)",
			"This article was originally published by The Herald.", "Our Standards: The Principles.", "Jane Doe in Paris contributed to this report.", "Jane Doe contributed reporting from Hong Kong.", "SOURCE: News agencies",
			"Edited by Jane Doe", "Translation: Jane Doe", "This article has been updated to add details.", "This is a developing story. Please check back for updates.", "More to follow...", "(Updates with comment from the company)",
			"The views expressed in this article are those of the author and do not necessarily reflect the views of The Herald.", "Associated Press writer Jane Doe contributed from Geneva.", "With reporting by Jane Doe in Tashkent", "With reporting by AKIpress and 24.kg", "Example’s Jane Doe reported from Manila and John Roe wrote from Hong Kong.", "With files from The Example Press",
			"Based on reporting by Reuters, AFP, and TASS", "Source: https://example.kz/news/1", "Originally published at example.org", "Quelle: dpa", "Источник: example.kz", "SOURCE Example Inc.", "Published in The Example Daily, April 5th, 2025",
		},
		no: []string{
			"Reporting by the paper showed that the mayor knew.", "This report was written by a committee.", "Writing by hand helps memory.", "Editing genes is legal there.", "This story is not over.", "Sources: the bank is to be sold. It declined to comment.",
			"This article of the law was never changed.", "With reporting from the front banned, little is known.", "Based on reporting by inspectors, the plant was closed.", "Originally published in 1950, the book sold a million copies.", "The opinions expressed by the judges differed.",
			"Edited genes were found in the fish.", "More to come, he said, and smiled.", "Two writers of the town contributed.", "The views expressed by the opposition do not matter to the government.", "This report was published by the ministry on Monday.", "With information from Kyiv, the army can plan.", "The network’s crew reported from the front, where shots were heard.", "The story was first told by sailors.",
		},
	},
	{
		name: "end mark", longest: 420,
		first: "reuter, reuters, ends, end, ends-, end-, 30-, 3, —, –, -, topics, tags, keywords, filed under, filed in, disclaimer, newsletter, categories, category, posted in, posted under, labels, press release",
		pattern: anyOf(`(?i:press release (?:no\.?|number) ?:? ?[\d/A-Z-]+$)`,
			`(?:REUTERS?[.…;3]*|Reuter[.…]*|[-–—] ?(?i:ends?|30) ?[-–—]+|ENDS?|(?i:tags|topics|keywords|filed under|filed in|categories|category|posted in|posted under|labels): .+|Posted in \p{Lu}\p{L}+|Tags [^.]+, [^.]+|(?i:disclaimer|newsletter|topics|tags)):?$`),
		yes: []string{"REUTER", "Reuter...", "###", "-ENDS-", "- 30 -", "Tags: trade, energy", "Disclaimer", "---", "PRESS RELEASE NO: 2025/031/ECA", "Categories: News, Politics"},
		no:  []string{"Reuters reported the deal.", "The end", "Ends meet in the middle.", "Topics were discussed for hours.", "Disclaimer: she holds shares in the company, which she bought in 2019 and has not sold since then.", "Categories of goods were listed in the law."},
	},
}
