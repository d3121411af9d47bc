package schemas

// ArticleRow is one row of articles: a distinct document.
type ArticleRow struct {
	ArticleID           string
	ExternalID          string
	SourceURI           string
	RecordIndex         *int32
	SourceCount         int32
	URL                 string
	Publisher           string
	Title               string
	Authors             []string
	DatelinePlace       string
	DatelineDate        *Date
	PublishedAt         *Time
	PublishedDate       *Date
	PublishedSource     string
	Language            string
	Text                string
	CharCount           int32
	WordCount           int32
	SentenceCount       int32
	RemovedCharCount    int32
	MentionCount        int32
	EntityCount         int32
	FigureCount         int32
	SentimentScore      *float64
	SentimentLabel      string
	DuplicateGroupID    string
	DuplicateSimilarity float64
}

// PublishedSources are the values of published_source, best first.
var PublishedSources = []string{"metadata", "header", "dateline", "url"}

// SentimentLabels are the values of every sentiment_label.
var SentimentLabels = []string{"negative", "neutral", "positive"}

// Articles is the table of distinct documents.
var Articles = Table[ArticleRow]{
	Name:        "articles",
	Description: "One row per distinct document.",
	Key:         []string{"article_id"},
	Order:       "source_uri, record_index",
	References:  []Reference{{"duplicate_group_id", "articles", "article_id"}},
	Columns: columns(
		str("article_id", func(r *ArticleRow) *string { return &r.ArticleID }).of("First 16 hex digits of the SHA-256 of the document's source bytes: of the decompressed file, the JSON line, the WARC record's payload, the canonical JSON of a CSV or Parquet row.", "6c0161c907eebdc9"),
		optStr("external_id", func(r *ArticleRow) *string { return &r.ExternalID }).of("The id that the input record itself carries.", "reuters-21"),
		str("source_uri", func(r *ArticleRow) *string { return &r.SourceURI }).of("Path relative to the input root (the root's own name in front where there are several; stdin for standard input), # and control characters percent-encoded.", "2024/10/05/item.txt"),
		optWhole("record_index", Int32, func(r *ArticleRow) **int32 { return &r.RecordIndex }).of("Which record of the file, from 0, where the file holds many.", "17"),
		whole("source_count", Int32, func(r *ArticleRow) *int32 { return &r.SourceCount }).unit("copy").of("How many byte-identical copies the input held; the row keeps the first source_uri.", "1"),
		optStr("url", func(r *ArticleRow) *string { return &r.URL }).of("Address of the page, where the source says it.", "https://example.org/news/1"),
		optStr("publisher", func(r *ArticleRow) *string { return &r.Publisher }).of("Site or agency, from metadata, the URL's host or the text's own sign-off.", "The Astana Times"),
		optStr("title", func(r *ArticleRow) *string { return &r.Title }).of("Headline.", "EU positions itself as a key partner in Central Asia's future"),
		list("authors", func(r *ArticleRow) *[]string { return &r.Authors }).of("Names in the byline.", `["Jane Doe"]`),
		optStr("dateline_place", func(r *ArticleRow) *string { return &r.DatelinePlace }).of("Place in the dateline, as written.", "Brussels, Belgium"),
		optWhole("dateline_date", Day, func(r *ArticleRow) **Date { return &r.DatelineDate }).of("Date in the dateline.", "2024-09-27"),
		optWhole("published_at", Instant, func(r *ArticleRow) **Time { return &r.PublishedAt }).of("Instant of publication in UTC, where the source gives a time with its zone.", "2024-09-26T13:30:41.000000Z"),
		optWhole("published_date", Day, func(r *ArticleRow) **Date { return &r.PublishedDate }).of("Day of publication: metadata, else header line, else dateline, else the URL; never today.", "2024-09-26"),
		optStr("published_source", func(r *ArticleRow) *string { return &r.PublishedSource }).oneOf(PublishedSources).of("Where published_date was found.", "header"),
		optStr("language", func(r *ArticleRow) *string { return &r.Language }).few().of("BCP 47 tag; NULL where too little text to tell.", "en"),
		str("text", func(r *ArticleRow) *string { return &r.Text }).running().of("Clean body text: paragraphs separated by one blank line, NFC, no markup, no boilerplate; the headline stands in title alone, cross-headings stay.", "European capitals have …"),
		whole("char_count", Int32, func(r *ArticleRow) *int32 { return &r.CharCount }).unit("code point").of("Length of text.", "4512"),
		whole("word_count", Int32, func(r *ArticleRow) *int32 { return &r.WordCount }).unit("word").of("Words in text.", "702"),
		whole("sentence_count", Int32, func(r *ArticleRow) *int32 { return &r.SentenceCount }).unit("sentence").of("Sentences in text.", "28"),
		whole("removed_char_count", Int32, func(r *ArticleRow) *int32 { return &r.RemovedCharCount }).unit("code point").of("Characters of the source that cleaning took away.", "61"),
		whole("mention_count", Int32, func(r *ArticleRow) *int32 { return &r.MentionCount }).unit("row").of("Rows of mentions for this article.", "81"),
		whole("entity_count", Int32, func(r *ArticleRow) *int32 { return &r.EntityCount }).unit("entity").of("Distinct entity_ids among them.", "27"),
		whole("figure_count", Int32, func(r *ArticleRow) *int32 { return &r.FigureCount }).unit("row").of("Rows of figures for this article.", "8"),
		optFloat("sentiment_score", func(r *ArticleRow) **float64 { return &r.SentimentScore }).of("Tone of the article, -1 to 1; NULL where no sentence could be scored (other languages).", "0.21"),
		optStr("sentiment_label", func(r *ArticleRow) *string { return &r.SentimentLabel }).oneOf(SentimentLabels).of("The score as a word.", "neutral"),
		str("duplicate_group_id", func(r *ArticleRow) *string { return &r.DuplicateGroupID }).of("article_id of the first article of its near-duplicate group (its own where it is alone).", "6c0161c907eebdc9"),
		float("duplicate_similarity", func(r *ArticleRow) *float64 { return &r.DuplicateSimilarity }).of("Estimated Jaccard similarity with that article; 1 for itself.", "1"),
	),
}
