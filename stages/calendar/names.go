package calendar

import "strings"

// monthNames lists the names of the months, January first, in English, German, French, Spanish, Italian, Portuguese,
// Dutch and Russian, lower-cased and without full stops.
var monthNames = [12]string{
	"january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января янв",
	"february feb februar février févr fév febrero febbraio fevereiro fev februari февраля фев",
	"march mar märz mrz mars marzo março maart mrt марта мар",
	"april apr avril avr abril abr aprile апреля апр",
	"may mai mayo maggio mag maio mei мая май",
	"june jun juni juin junio giugno giu junho июня июн",
	"july jul juli juillet juil julio luglio lug julho июля июл",
	"august aug août aout agosto ago augustus августа авг",
	"september sep sept septembre septiembre settembre set setembro сентября сен сент",
	"october oct oktober okt octobre octubre ottobre ott outubro out октября окт",
	"november nov novembre noviembre novembro ноября ноя",
	"december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря дек",
}

var months = func() map[string]int {
	m := map[string]int{}
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			m[name] = i + 1
		}
	}
	return m
}()

// weekdays lists the names of the days of the week in the same languages; of names in two words the first.
var weekdays = func() map[string]int {
	m := map[string]int{}
	for _, name := range strings.Fields(`monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		segunda terça quarta quinta sexta lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
		maandag dinsdag woensdag donderdag vrijdag zaterdag zondag понедельник вторник среда четверг пятница суббота воскресенье`) {
		m[name] = 1
	}
	return m
}()
