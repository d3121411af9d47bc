package clean

// A name in a picture's credit, and words that a credit puts between names.
const (
	creditName = `[\p{Lu}@][\p{L}\d.’'&@-]*(?: (?:[\p{Lu}\d][\p{L}\d.’'&-]*|for|via|of|and|de|van|von|al|the|file))*`
	// sources are the agencies that sign pictures.
	sources = `(?:AFP|AP|EPA(?:-EFE)?|EFE|PA|Getty(?: Images)?|REUTERS|Reuters|Shutterstock|Redux|NurPhoto|Xinhua|TASS|Sputnik|Anadolu|Bloomberg|Alamy|ZUMA|iStock|Unsplash|Pexels|Pixabay|Flickr|Wikimedia Commons)`
)

// pictureRules know captions and credits of pictures.
var pictureRules = []rule{
	{
		name: "caption", longest: 420,
		cues: []string{"hoto:", "hotos:", "hoto by", "hoto credit", "hoto Credit", "hoto courtesy", "hoto Courtesy", "hoto via", "hoto copyright", "hoto/", "hotos/", "hotograph:", "hotograph by",
			"HOTO:", "HOTO/", "mage:", "mages:", "mage by", "mage credit", "mage Credit", "mage courtesy", "mage copyright", "mage caption", "mage source", "mage Source", "mage via", "MAGE:",
			"icture:", "ictures:", "icture by", "icture credit", "icture courtesy", "llustration:", "llustration by", "redit:", "redits:", "redit/", "REDIT:",
			"ollage:", "ollage by", "nfographic:", "nfographic by", "creenshot:", "hoto)", "hotos)", "Фото:", "ФОТО:", "Изображение:"},
		// A credit closes the block, or is all of it.
		pattern: closing(
			`\(?(?:(?i:(?:main |featured |cover |file |lead |header |screenshot )?(?:photo|photograph|image|picture|illustration|collage|infographic|screenshot|фото|изображение)s?(?: credits?| courtesy(?: of)?| by| source)?)|(?i:credits?)) ?[:/] ?(?:[^.!?]|\.[^ ])+[.)]?(?: Click [^.]*(?:size|view|image|photo|enlarge)[^.]*\.?)?$`,
			`\((?:\p{Lu}[\p{L}/]* )?(?:[Ff]ile )?[Pp]hotos?\)$`, `\([^()]*\b(?:Photo|Photos|Image|Images|PHOTO)\b(?: by |/|: | courtesy| via )[^()]+\)$`,
			`(?i:(?:photo|image|picture) (?:courtesy of|credit|copyright|caption|source) .+$)`, `(?i:(?:photo|photograph|image|picture|illustration|collage|infographic)s? (?:by|via|courtesy) [^.!?,]+$)`),
		yes: []string{
			"Photo credit: example.org", "Main image credit: Getty", "The minister met his colleague in the capital. Photo credit: example.org",
			"Smith (left) and Lee (right) in May. Image: Town Council.", "Jane Doe arrives for talks on Monday. (AP Photo/John Roe)", "(Photo by Jane Doe/Getty Images)",
			"Image: Jane Doe / Agency", "Photo courtesy of the museum", "PHOTO: Reuters", "Image copyright AFP Image caption The mayor at the bridge",
			"Photo by Example Agency", "Shoppers at a market on Monday. (AA Photo)", "Photo credit: example.org. Click to see the map in full size.", "Collage: Example Agency", "Image Source: Reuters", "Фото: пресс-служба",
		},
		no: []string{
			"The company lost its credit rating.", "He shared a photo: it showed the bridge. Then he left the room and drove home.", "The image of the party has suffered.",
			"Credit Suisse rose 3 percent.", "She took the picture in 1990.", "Photography is her trade.", "The photo by Jane Doe won the prize.", "Photos by the hundred were lost, she said.",
		},
	},
	{
		name: "caption", longest: 300,
		cues: []string{"Getty Images", "via Getty", "REUTERS/", "AFP/", "/AFP", "/AP", "AP/", "EPA/", "/EPA", "Shutterstock", "/ AP", "/ AFP", "/ EPA", "/ Getty", "iStock", "Unsplash",
			"/Redux", "/ Redux", ". / ", "Xinhua/", "TASS/", "/TASS", "Sputnik/", " via AP", "/Reuters", "/ Reuters"},
		// Nothing but names with a slash or a "via" between them, one of which is an agency, behind a sentence or alone.
		pattern: closing(`/ ?[\p{L}\d.-]+\.[a-z]{2,4}$`, `\(?(?:`+creditName+` ?/ ?)*(?:`+creditName+` via `+sources+`|`+sources+` ?/ ?`+creditName+`|`+creditName+` ?/ ?`+sources+`(?: file)?|(?:AFP via )?Getty Images|Shutterstock|iStock|Unsplash)(?: ?/ ?`+creditName+`)*\)?\.?$`),
		yes: []string{"Protesters in the square on Sunday. REUTERS/Jane Doe", "Jane Doe/AFP via Getty Images", "The port at dawn | Getty Images", "Jane Doe/Shutterstock",
			"The port at dawn on Monday. (Xinhua/Jane Doe)", "Jane Doe / AP file", "Jane Doe/The Example Times/Redux", "NurPhoto via Getty Images", "Workers at a mine in the south. / example.kz", "The mayor speaks on Tuesday. (John Roe/The Herald via AP)"},
		no: []string{"He sued Getty Images.", "Getty Images said its sales rose in the quarter.", "The AP/NORC poll found that most agree.", "Trade with Iran/Iraq rose, Reuters/Ipsos said."},
	},
	{
		name: "caption", longest: 420,
		first:   "file, hide caption, media caption, media playback, enlarge this, image copyright, illustrative photo, illustrative image",
		pattern: anyOf(`FILE ?(?:[-–—]|PHOTO ?[:–—-]) ?.+$`, `(?i:file (?:photo|image|picture)) ?(?:[:–—-]|of\b|taken\b|shows\b) ?.+$`, `(?i:hide caption \d+ of \d+)`, `Media caption .+$`, `Media playback is (?:un|not )supported.*$`, `Enlarge this image.+$`, `Illustrative (?:photo|image)[^.!?]*$`),
		yes:     []string{"FILE - The bridge stands empty on Monday.", "FILE PHOTO: A worker walks past the refinery near the town.", "File photo of the mayor at the bridge", "Hide Caption 7 of 14", "Media caption The mayor at the bridge"},
		no:      []string{"File photo archives were lost in the fire.", "Files were stolen.", "Media captions were added."},
	},
}
