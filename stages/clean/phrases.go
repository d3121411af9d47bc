package clean

import "strings"

// phrases are lines that are boilerplate as they stand: lower-cased, without marks at either end. What sites write between
// and around their texts is much the same everywhere, and no paragraph of news is one of these alone.
var phrases = []struct{ rule, lines string }{
	{"caption", `enlarge this image, toggle caption, hide caption, show caption, enlarge image, view image, illustrative photo, illustrative image, illustration photo,
		file photo, file image, file picture, stock photo, stock image, photo from open sources, photo from archive, archive photo, photo illustration, representational image, representative image,
		getty images, getty, shutterstock, istock, reuters photo, ap photo, afp photo, courtesy photo, media playback is unsupported on your device, play video, view gallery, photo gallery, open gallery`},
	{"subscription", `subscribe, subscribe now, sign up, sign up now, newsletter, newsletters, our newsletter, follow us, follow us on, join us, stay connected, get the app, get our app,
		thank you for subscribing, thanks for subscribing, thank you for signing up, thanks for signing up, thank you for reading, thanks for reading, after newsletter promotion, free daily newsletter, free weekly newsletter, keep up to date, donate, donate now, support us, become a member`},
	{"link", `read more, read more here, read more below, read on, read next, read also, also read, see also, see more, more, more news, more stories, more on this topic, more on this story, more from this author,
		latest news, latest stories, latest articles, latest posts, breaking news, news feed, newsfeed, trending, trending now, trending news, trending stories, popular, popular news, popular stories, popular posts, most popular, most read, most viewed, most shared,
		most commented, top stories, top news, top headlines, editor's pick, editor's picks, editors' picks, editors' choice, editor's choice, must read, must reads, recent posts, recent news, recent articles, recent stories, news of the day,
		related, related news, related stories, related articles, related posts, related topics, related links, related coverage, related content, related video, related videos, recommended, recommended for you, recommended stories, recommended articles, you may like,
		you may also like, you might also like, you may also be interested in, you might also be interested in, you may be interested in, others also read, other news, other stories, from the web, around the web,
		next article, previous article, next story, previous story, next post, previous post, next, previous, older posts, newer posts, read the full story, read the full article, read full story, read full article, full story, continue reading,
		watch, watch now, watch live, watch the video, watch video, watch more, listen, listen to this article, listen to the article, listen to article, listen to this story, home, home page, main page, moreless, more less, suggested topics, go to homepage, source link, link,
		читайте также, читать далее, подробнее, последние новости, новости по теме, по теме, смотрите также, lire aussi, à lire aussi, lire la suite, lesen sie auch, mehr zum thema, weiterlesen, lea también, leer más, te puede interesar, leia também, leia mais, leggi anche, ayrıca oku, ilgili haberler`},
	{"share bar", `share, share this, share this article, share this story, share this post, share this page, share article, share with friends, share with your friends, like this, like loading, loading, tweet, print, print this article, print article,
		email this article, e-mail, email, save, save article, save for later, bookmark, copy link, link copied, copied, this article has been sent to, copy url, embed, comment, comments, view comments, show comments, hide comments, post a comment, add a comment, leave a comment, leave a reply,
		write a comment, no comments, no comments yet, comments are closed, comments are off, join the conversation, join the discussion, log in to comment, login to comment, sign in to comment, please log in to leave a comment, be the first to comment, cancel reply,
		related image expand, expand, collapse, expand / collapse, close, ad, ads, advertisement, advertisements, advertising, advert, sponsored, sponsored content, sponsored links, promoted, promoted content, paid content, paid post, partner content, report this ad,
		back to top, go to top, to top, top of page, skip to content, skip to main content, menu, search, facebook twitter, поделиться, комментарии, реклама, partager, teilen, compartir, compartilhar, paylaş`},
	{"cookies", `cookie policy, cookies policy, cookie settings, cookies settings, cookie preferences, cookie notice, privacy, privacy policy, privacy notice, privacy settings, terms of use, terms of service, terms & conditions, terms and conditions,
		terms, conditions of use, do not sell my personal information, accept all cookies, accept cookies, manage cookies, contact, contact us, about us, about the author, about author, about this site, advertise, advertise with us, faq, sitemap, site map, log in, login, sign in, register, create an account, my account, imprint, impressum`},
	{"credits", `this is a developing story, this story is developing, more to follow, more to come, more follows, more details to follow, more soon, purchase licensing rights, acquire licensing rights, opens new tab, with agency inputs, with inputs from agencies, with input from agencies, agencies, our correspondent, staff report, staff reports`},
	{"end mark", `enditem, explore more on these topics, reuse this content, news provided by, forward-looking statements, forward looking statements, safe harbor statement, cautionary statement, tags, topics, keywords, categories, category, filed under, disclaimer, ends, end of story, media contact, media contacts, press contact, press contacts, contacts, media enquiries, media inquiries, press enquiries, press inquiries, notes to editors, note to editors`},
}

// rulesOfPhrases tells the rule of each phrase.
var rulesOfPhrases = func() map[string]string {
	m := map[string]string{}
	for _, p := range phrases {
		for _, line := range strings.Split(p.lines, ",") {
			m[strings.TrimSpace(line)] = p.rule
		}
	}
	return m
}()

// startsPhrase tells of two letters, by their last five bits, whether a phrase begins with them.
var startsPhrase = func() (t [32][32]bool) {
	for phrase := range rulesOfPhrases {
		if len(phrase) > 1 {
			t[phrase[0]&31][phrase[1]&31] = true
		}
	}
	return t
}()

// longestPhrase is the longest line, in bytes, that is looked for among the phrases.
const longestPhrase = 64

// phraseRule returns the rule by which a line goes that is a phrase, or a bar of phrases: "Privacy Policy | Terms of Service".
func phraseRule(line string) string {
	if len(line) > longestPhrase || len(line) > 0 && line[0] >= 'a' && line[0] <= 'z' && line[len(line)-1] == '.' {
		return "" // "share." is the end of a sentence
	}
	if len(line) > 1 && isASCIILetter(line[0]) && !startsPhrase[line[0]&31][line[1]&31] {
		return ""
	}
	var buf [longestPhrase]byte
	if name := rulesOfPhrases[string(bareLine(line, &buf))]; name != "" || !strings.ContainsAny(line, "|/·•") {
		return name
	}
	name := ""
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("|/·•", r) }) {
		if name = rulesOfPhrases[string(bareLine(part, &buf))]; name == "" {
			return ""
		}
	}
	return name
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// bareLine returns a line of no more than longestPhrase bytes in buf as phrases are written: lower-cased, without marks at its ends.
func bareLine(line string, buf *[longestPhrase]byte) []byte {
	line = strings.Trim(line, " .…:!»>→<*_|[](){}#+^-–—•·✕×▼▲")
	n := 0
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case strings.HasPrefix(line[i:], "’"):
			c = '\''
			i += len("’") - 1
		case c == 0xD0 && i+1 < len(line) && line[i+1] >= 0x90 && line[i+1] <= 0x9F: // А to П
			buf[n] = c
			n++
			i++
			c = line[i] + 0x20
		}
		buf[n] = c
		n++
	}
	return buf[:n]
}
