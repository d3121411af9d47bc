package calendar

import "strings"

// monthNames lists the names of the months, January first, as they stand in dates; lower-cased, without full stops, other
// forms and abbreviations behind a slash. Croatian is left out: its listopad is October, the Czech and Polish one November.
var monthNames = []struct{ language, names string }{
	{"en", "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec"},
	{"de", "januar/jänner/jan februar/feb märz/mrz april mai juni juli august september oktober/okt november dezember/dez"},
	{"fr", "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc"},
	{"es", "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic"},
	{"it", "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre"},
	{"pt", "janeiro fevereiro/fev março abril maio junho julho agosto setembro/set outubro/out novembro dezembro"},
	{"ca", "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre"},
	{"ro", "ianuarie/ian februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"},
	{"nl", "januari februari maart/mrt april mei juni juli augustus september oktober november december"},
	{"sv", "januari februari mars april maj juni juli augusti september oktober november december"},
	{"da", "januar februar marts april maj juni juli august september oktober november december"},
	{"nb", "januar februar mars april mai juni juli august september oktober november desember/des"},
	{"fi", "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu"},
	{"pl", "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień"},
	{"cs", "ledna února března dubna května června července srpna září října listopadu prosince"},
	{"sk", "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"},
	{"hu", "január február március április május június július augusztus szeptember október november december"},
	{"el", "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου"},
	{"ru", "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя декабря/декабрь/дек"},
	{"uk", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"},
	{"bg", "януари февруари март април май юни юли август септември октомври ноември декември"},
	{"sr", "јануара/januara/јануар фебруара/februara/фебруар марта/marta/март априла/aprila/април маја/maja/мај јуна/juna/јун јула/jula/јул августа/avgusta/август септембра/septembra/септембар октобра/oktobra/октобар новембра/novembra/новембар децембра/decembra/децембар"},
	{"tr", "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık"},
	{"az", "yanvar fevral mart aprel may iyun/i̇yun iyul/i̇yul avqust sentyabr oktyabr noyabr dekabr"},
	{"uz", "yanvar fevral mart aprel may iyun iyul avgust sentabr/sentyabr oktabr/oktyabr noyabr dekabr"},
	{"uz", "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр"},
	{"kk", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"},
	{"tg", "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри"},
	{"id", "januari februari maret april mei juni juli agustus september oktober november desember"},
	{"ar", "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر"},
}

var months = func() map[string]int {
	m := map[string]int{}
	for _, l := range monthNames {
		for i, names := range strings.Fields(l.names) {
			for _, name := range strings.Split(names, "/") {
				m[name] = i + 1
			}
		}
	}
	return m
}()

// weekdays lists the names of the days of the week; of names in two words the first.
var weekdays = func() map[string]int {
	m := map[string]int{}
	for _, name := range strings.Fields(`monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		segunda terça quarta quinta sexta lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
		maandag dinsdag woensdag donderdag vrijdag zaterdag zondag понедельник вторник среда четверг пятница суббота воскресенье
		понеділок вівторок середа четвер пʼятниця субота неділя poniedziałek wtorek środa czwartek piątek sobota niedziela
		måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag pazartesi salı çarşamba perşembe cuma cumartesi pazar
		дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі luni marți miercuri joi vineri sâmbătă duminică senin selasa rabu kamis jumat sabtu minggu`) {
		m[name] = 1
	}
	return m
}()

// yearWords stand behind a year that comes first: "2024 жылғы 26 қыркүйек", "2024-yil 26-sentabr".
var yearWords = []string{"жылғы", "жылы", "жылдың", "жылдын", "жыл", "йил", "yil", "yılı"}

// yearMarks may stand behind the year at the end: "27 сентября 2024 года".
var yearMarks = []string{" года", " год", " г.", " року", " р.", " жылы", " жыл", " ж.", " r.", " roku", " yil", " йил", " yılı"}
