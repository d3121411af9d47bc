package schemas

// MentionRow is one row of mentions: a name in the text.
type MentionRow struct {
	MentionID      string
	ArticleID      string
	ParagraphIndex int32
	SentenceIndex  int32
	CharStart      int32
	CharEnd        int32
	Surface        string
	EntityID       string
	EntityName     string
	EntityType     string
	MentionForm    string
	CountryCode    string
	Latitude       *float64
	Longitude      *float64
	Role           string
	IsSpeaker      bool
	Linked         bool
	SentimentScore *float64
	SentimentLabel string
	Confidence     float64
	Sentence       string
}

// EntityTypes are the values of every entity_type.
var EntityTypes = []string{"person", "organization", "location", "norp", "event", "agreement", "facility", "product", "other"}

// MentionForms are the values of mention_form.
var MentionForms = []string{"full", "partial", "acronym", "alias", "adjective"}

// Mentions is the table of names.
var Mentions = Table[MentionRow]{
	Name:        "mentions",
	Description: "One row per name in the text.",
	Key:         []string{"mention_id"},
	Order:       "article in the order of articles, then char_start",
	References:  []Reference{{"article_id", "articles", "article_id"}, {"entity_id", "entities", "entity_id"}},
	Columns: columns(
		str("mention_id", func(r *MentionRow) *string { return &r.MentionID }).of("article_id, -m and char_start.", "6c0161c907eebdc9-m96"),
		str("article_id", func(r *MentionRow) *string { return &r.ArticleID }).of("The article that holds the mention.", "6c0161c907eebdc9"),
		whole("paragraph_index", Int32, func(r *MentionRow) *int32 { return &r.ParagraphIndex }).of("Paragraph of the text, from 0.", "0"),
		whole("sentence_index", Int32, func(r *MentionRow) *int32 { return &r.SentenceIndex }).of("Sentence of the text, from 0.", "0"),
		whole("char_start", Int32, func(r *MentionRow) *int32 { return &r.CharStart }).unit("code point").of("Where the mention begins in articles.text.", "96"),
		whole("char_end", Int32, func(r *MentionRow) *int32 { return &r.CharEnd }).unit("code point").of("Where it ends, exclusive.", "106"),
		str("surface", func(r *MentionRow) *string { return &r.Surface }).of("Text of the mention.", "Kazakhstan"),
		str("entity_id", func(r *MentionRow) *string { return &r.EntityID }).of("type:key, one per real-world thing, across documents.", "location:kazakhstan"),
		str("entity_name", func(r *MentionRow) *string { return &r.EntityName }).of("Canonical name.", "Kazakhstan"),
		str("entity_type", func(r *MentionRow) *string { return &r.EntityType }).oneOf(EntityTypes).of("Kind of thing; norp is a nationality, an ethnic or religious group, or adherents.", "location"),
		str("mention_form", func(r *MentionRow) *string { return &r.MentionForm }).oneOf(MentionForms).of("How the name is written here: full, partial (surname, short form), acronym, alias, adjective (demonym).", "full"),
		optStr("country_code", func(r *MentionRow) *string { return &r.CountryCode }).few().of("ISO 3166-1 alpha-2 country of a location or norp, and of any other linked entity that belongs to one.", "KZ"),
		optFloat("latitude", func(r *MentionRow) **float64 { return &r.Latitude }).unit("degree").of("Of a linked location.", "51.17"),
		optFloat("longitude", func(r *MentionRow) **float64 { return &r.Longitude }).unit("degree").of("Of a linked location.", "71.45"),
		optStr("role", func(r *MentionRow) *string { return &r.Role }).of("Title or office that the text gives a person here.", "Deputy Foreign Minister"),
		boolean("is_speaker", func(r *MentionRow) *bool { return &r.IsSpeaker }).of("The text attributes a statement to this mention.", "false"),
		boolean("linked", func(r *MentionRow) *bool { return &r.Linked }).of("true where entity_id comes from the knowledge base, false where it was coined from the text.", "true"),
		optFloat("sentiment_score", func(r *MentionRow) **float64 { return &r.SentimentScore }).of("Tone of the sentence towards this mention, -1 to 1.", "0.12"),
		optStr("sentiment_label", func(r *MentionRow) *string { return &r.SentimentLabel }).oneOf(SentimentLabels).of("The score as a word.", "neutral"),
		float("confidence", func(r *MentionRow) *float64 { return &r.Confidence }).of("Of the tag, 0 to 1; 0.5 or more is a statement, less is a hint.", "0.97"),
		str("sentence", func(r *MentionRow) *string { return &r.Sentence }).running().of("The sentence that holds the mention.", "European capitals have …"),
	),
}

// EntityRow is one row of entities: a distinct entity_id of the snapshot.
type EntityRow struct {
	EntityID     string
	EntityName   string
	EntityType   string
	CountryCode  string
	Latitude     *float64
	Longitude    *float64
	Linked       bool
	MentionCount int32
	ArticleCount int32
}

// Entities is the table of distinct entities, derived from the mentions.
var Entities = Table[EntityRow]{
	Name:        "entities",
	Description: "One row per distinct entity: the key of mentions.entity_id, figures.metric_entity_ids and figures.speaker_entity_id.",
	Key:         []string{"entity_id"},
	Order:       "entity_id",
	Columns: columns(
		str("entity_id", func(r *EntityRow) *string { return &r.EntityID }).of("type:key, one per real-world thing.", "location:kazakhstan"),
		str("entity_name", func(r *EntityRow) *string { return &r.EntityName }).of("Canonical name.", "Kazakhstan"),
		str("entity_type", func(r *EntityRow) *string { return &r.EntityType }).oneOf(EntityTypes).of("Kind of thing, as in mentions.", "location"),
		optStr("country_code", func(r *EntityRow) *string { return &r.CountryCode }).few().of("ISO 3166-1 alpha-2, as in mentions.", "KZ"),
		optFloat("latitude", func(r *EntityRow) **float64 { return &r.Latitude }).unit("degree").of("Of a linked location.", "48"),
		optFloat("longitude", func(r *EntityRow) **float64 { return &r.Longitude }).unit("degree").of("Of a linked location.", "68"),
		boolean("linked", func(r *EntityRow) *bool { return &r.Linked }).of("true where the id comes from the knowledge base.", "true"),
		whole("mention_count", Int32, func(r *EntityRow) *int32 { return &r.MentionCount }).unit("row").of("Rows of mentions in this snapshot.", "42"),
		whole("article_count", Int32, func(r *EntityRow) *int32 { return &r.ArticleCount }).unit("article").of("Articles that mention it in this snapshot.", "4"),
	),
}
