package schemas

// FigureRow is one row of figures: a number that claims something.
type FigureRow struct {
	FigureID        string
	ArticleID       string
	ParagraphIndex  int32
	SentenceIndex   int32
	CharStart       int32
	CharEnd         int32
	Surface         string
	Kind            string
	Value           float64
	ValueHigh       *float64
	Unit            string
	Dimension       string
	BaseValue       *float64
	BaseUnit        string
	Currency        string
	Bound           string
	Direction       string
	Metric          string
	MetricEntityIDs []string
	PeriodStart     *Date
	PeriodEnd       *Date
	PeriodText      string
	SpeakerEntityID string
	SpeakerName     string
	IsQuoted        bool
	Confidence      float64
	Sentence        string
}

// FigureKinds are the values of figures.kind.
var FigureKinds = []string{"money", "percent", "count", "measure", "duration", "age", "ratio", "index", "other"}

// Dimensions are the values of figures.dimension.
var Dimensions = []string{"mass", "length", "area", "volume", "energy", "power", "time", "temperature", "speed", "data", "pressure", "force", "frequency", "voltage", "current", "angle", "concentration", "flow", "currency", "share", "count"}

// Bounds are the values of figures.bound.
var Bounds = []string{"exact", "approximate", "at_least", "at_most"}

// Directions are the values of figures.direction.
var Directions = []string{"none", "increase", "decrease"}

// Figures is the table of numbers.
var Figures = Table[FigureRow]{
	Name:        "figures",
	Description: "One row per number that claims something: money, shares, counts, measures, durations, ages, rates, ranges, changes.",
	Key:         []string{"figure_id"},
	Order:       "article in the order of articles, then char_start",
	References: []Reference{
		{"article_id", "articles", "article_id"},
		{"metric_entity_ids", "entities", "entity_id"},
		{"speaker_entity_id", "entities", "entity_id"},
	},
	Columns: columns(
		str("figure_id", func(r *FigureRow) *string { return &r.FigureID }).of("article_id, -f and char_start.", "6c0161c907eebdc9-f2014"),
		str("article_id", func(r *FigureRow) *string { return &r.ArticleID }).of("The article that holds the figure.", "6c0161c907eebdc9"),
		whole("paragraph_index", Int32, func(r *FigureRow) *int32 { return &r.ParagraphIndex }).of("Paragraph of the text, from 0.", "7"),
		whole("sentence_index", Int32, func(r *FigureRow) *int32 { return &r.SentenceIndex }).of("Sentence of the text, from 0.", "12"),
		whole("char_start", Int32, func(r *FigureRow) *int32 { return &r.CharStart }).unit("code point").of("Where the figure begins in articles.text.", "2014"),
		whole("char_end", Int32, func(r *FigureRow) *int32 { return &r.CharEnd }).unit("code point").of("Where it ends, exclusive.", "2027"),
		str("surface", func(r *FigureRow) *string { return &r.Surface }).of("Text of the figure: number, scale and unit.", "€42.4 billion"),
		str("kind", func(r *FigureRow) *string { return &r.Kind }).oneOf(FigureKinds).of("money, percent (also percentage and basis points), count, measure (also rates), duration, age, ratio, index, other.", "money"),
		float("value", func(r *FigureRow) *float64 { return &r.Value }).of("The number, scale applied; the low end of a range.", "42400000000"),
		optFloat("value_high", func(r *FigureRow) **float64 { return &r.ValueHigh }).of("The high end of a range.", "12"),
		optStr("unit", func(r *FigureRow) *string { return &r.Unit }).of("Unit in the singular, British spelling; the currency's noun; the counted noun phrase; NULL or point for an index.", "barrel per day"),
		optStr("dimension", func(r *FigureRow) *string { return &r.Dimension }).oneOf(Dimensions).of("What the unit measures.", "mass"),
		optFloat("base_value", func(r *FigureRow) **float64 { return &r.BaseValue }).of("Value in the base unit of the dimension.", "3e10"),
		optStr("base_unit", func(r *FigureRow) *string { return &r.BaseUnit }).few().of("SI or base unit of the dimension.", "kilogram"),
		optStr("currency", func(r *FigureRow) *string { return &r.Currency }).few().of("ISO 4217 code of money.", "EUR"),
		str("bound", func(r *FigureRow) *string { return &r.Bound }).oneOf(Bounds).of("exact, approximate (about, nearly), at_least (more than, exceeded), at_most (up to, less than).", "exact"),
		str("direction", func(r *FigureRow) *string { return &r.Direction }).oneOf(Directions).of("What the text says the number is a change of: none, increase, decrease.", "none"),
		optStr("metric", func(r *FigureRow) *string { return &r.Metric }).of("What is measured, in the text's own words.", "trade in goods with Kazakhstan"),
		list("metric_entity_ids", func(r *FigureRow) *[]string { return &r.MetricEntityIDs }).of("Entities that the metric is about, in text order.", `["location:kazakhstan"]`),
		optWhole("period_start", Day, func(r *FigureRow) **Date { return &r.PeriodStart }).of("First day of the time that the figure covers.", "2023-01-01"),
		optWhole("period_end", Day, func(r *FigureRow) **Date { return &r.PeriodEnd }).of("Last day of that time, included.", "2023-12-31"),
		optStr("period_text", func(r *FigureRow) *string { return &r.PeriodText }).of("The time as written.", "in 2023"),
		optStr("speaker_entity_id", func(r *FigureRow) *string { return &r.SpeakerEntityID }).of("Who says so, where the text attributes it.", "person:josep-borrell"),
		optStr("speaker_name", func(r *FigureRow) *string { return &r.SpeakerName }).of("Canonical name of the speaker.", "Josep Borrell"),
		boolean("is_quoted", func(r *FigureRow) *bool { return &r.IsQuoted }).of("The number stands inside quotation marks.", "true"),
		float("confidence", func(r *FigureRow) *float64 { return &r.Confidence }).of("Of the reading, 0 to 1; 0.5 or more is a statement, less is a hint.", "0.9"),
		str("sentence", func(r *FigureRow) *string { return &r.Sentence }).running().of("The sentence that holds the figure.", "The bloc’s trade in goods …"),
	),
}
