package segment

import "strings"

// binds lists abbreviations that a name or number follows: their full stop never ends a sentence.
var binds = set(`Mr. Mrs. Ms. Messrs. Dr. Prof. Rev. Fr. Gen. Lt. Col. Maj. Capt. Sgt. Cpl. Pvt. Adm. Cmdr. Brig. Sen. Rep. Reps.
	Sens. Gov. Govs. Pres. Amb. Hon. Supt. Insp. Det. St. Ste. Mt. Ft. No. Nos. Art. Sec. Fig. Vol. pp. vs. v. cf. e.g. i.e. viz. ca. approx.
	Rs. KSh. Ksh. KShs. Tk. Mme. Mlle. M. Sr. Sra. Dra. Hr. Fr. al-. Gen.-. Pt. Atty. Dist. Op. op. no. nos. fig. vol. p.`)

// numbered lists those of them that are words or end sentences where no number follows.
var numbered = set(`No. no. Nos. nos.`)

// mayEnd lists abbreviations whose full stop may end a sentence too.
var mayEnd = set(`Inc. Corp. Ltd. Co. Cos. Bros. Jr. Sr. Ph.D. Esq. etc. al. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
	Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Sun. Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass.
	Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. Ave. Blvd. Rd. Dept. Univ. Assn. Bldg. Intl.
	est. ext. dept. approx. avg. max. min. mln. bln. mil. bn. pct. cts. dlrs. stg. lb. lbs. oz. ft. sq. yr. yrs. hr. hrs. mins. secs. km. kg.`)

// companies lists what follows the name of a company, also where that ends in a mark ("Yahoo! Inc.").
var companies = set(`Inc Inc. Corp Corp. Co Co. Ltd Ltd. LLC PLC Plc AG SA NV Group Holdings`)

// degrees lists abbreviations of more than one part that begin with a word.
var degrees = []string{"Ph.D.", "M.Sc.", "B.Sc.", "LL.M.", "LL.B.", "Ed.D."}

// starters lists capitalised words that open a sentence far more often than they continue one.
var starters = set(`The A An In On At It He She They We I You This That These Those There Here But And Or So Yet If When While As After Before
	Since Although Though However Meanwhile Moreover Also For From By With To Its His Her Their Our My Your What Who Why How Where Which Some Many
	Most Both All Each Every Another Other Under Over During Despite Because Until Once Then Now Today Yesterday Tomorrow Last Next Earlier Later
	According Not No Nor One Two Three Such Instead Still Even Just Only Asked Speaking`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func isAbbreviation(w string) bool { return binds[w] || mayEnd[w] }
