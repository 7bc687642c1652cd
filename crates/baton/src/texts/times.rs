//! How long a wait is likely to be, and when the team is there again, as customers read it, in the languages shipped.

use crate::hours::{Opening, OpeningDay};

/// How a language speaks of times. `days` from Monday.
struct Words {
    minute: &'static str,
    minutes: &'static str,
    unknown: &'static str,
    soon: &'static str,
    today: &'static str,
    tomorrow: &'static str,
    days: [&'static str; 7],
    /// Between a day and a time.
    at: &'static str,
}

/// Between the middle and what nine of ten do not wait longer than, in whole minutes; absent: nobody can say.
#[must_use]
pub fn wait(minutes: Option<(i64, i64)>, language: Option<&str>) -> String {
    let words = words(language);
    match minutes {
        None => words.unknown.into(),
        Some((1, 1)) => words.minute.into(),
        Some((least, most)) if least == most => format!("{most} {}", words.minutes),
        Some((least, most)) => format!("{least}–{most} {}", words.minutes),
    }
}

/// When the team is there again, by its own clock; absent: nobody can say.
#[must_use]
pub fn opening(next: Option<&Opening>, language: Option<&str>) -> String {
    let words = words(language);
    let Some(next) = next else { return words.soon.into() };
    let day = match &next.day {
        OpeningDay::Today => words.today,
        OpeningDay::Tomorrow => words.tomorrow,
        OpeningDay::ThisWeek(weekday) => words.days[*weekday % words.days.len()],
        OpeningDay::Later(date) => date,
    };
    format!("{day}{}{}", words.at, next.time)
}

#[rustfmt::skip]
fn words(language: Option<&str>) -> Words {
    match language.unwrap_or("en").get(..2).unwrap_or("en") {
        "ar" => Words { minute: "دقيقة واحدة", minutes: "دقيقة", unknown: "بعض الوقت (لا يمكننا التحديد بعد)", soon: "قريبًا", today: "اليوم", tomorrow: "غدًا",
            days: ["يوم الاثنين", "يوم الثلاثاء", "يوم الأربعاء", "يوم الخميس", "يوم الجمعة", "يوم السبت", "يوم الأحد"], at: " الساعة " },
        "de" => Words { minute: "eine Minute", minutes: "Minuten", unknown: "eine Weile (genau wissen wir es noch nicht)", soon: "bald", today: "heute", tomorrow: "morgen",
            days: ["am Montag", "am Dienstag", "am Mittwoch", "am Donnerstag", "am Freitag", "am Samstag", "am Sonntag"], at: " um " },
        "es" => Words { minute: "un minuto", minutes: "minutos", unknown: "un rato (aún no podemos precisarlo)", soon: "pronto", today: "hoy", tomorrow: "mañana",
            days: ["el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo"], at: " a las " },
        "fr" => Words { minute: "une minute", minutes: "minutes", unknown: "un moment (nous ne pouvons pas encore être plus précis)", soon: "bientôt", today: "aujourd’hui", tomorrow: "demain",
            days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], at: " à " },
        "he" => Words { minute: "דקה", minutes: "דקות", unknown: "זמן מה (עדיין אי אפשר לומר כמה)", soon: "בקרוב", today: "היום", tomorrow: "מחר",
            days: ["ביום שני", "ביום שלישי", "ביום רביעי", "ביום חמישי", "ביום שישי", "בשבת", "ביום ראשון"], at: " בשעה " },
        "hi" => Words { minute: "एक मिनट", minutes: "मिनट", unknown: "कुछ समय (अभी ठीक-ठीक नहीं कह सकते)", soon: "जल्द ही", today: "आज", tomorrow: "कल",
            days: ["सोमवार को", "मंगलवार को", "बुधवार को", "गुरुवार को", "शुक्रवार को", "शनिवार को", "रविवार को"], at: " " },
        "it" => Words { minute: "un minuto", minutes: "minuti", unknown: "un po’ (non possiamo ancora dire quanto)", soon: "presto", today: "oggi", tomorrow: "domani",
            days: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"], at: " alle " },
        "ja" => Words { minute: "1 分", minutes: "分", unknown: "しばらく（まだはっきりしません）", soon: "まもなく", today: "本日", tomorrow: "明日",
            days: ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"], at: " " },
        "nl" => Words { minute: "een minuut", minutes: "minuten", unknown: "een tijdje (we weten het nog niet precies)", soon: "binnenkort", today: "vandaag", tomorrow: "morgen",
            days: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"], at: " om " },
        "pl" => Words { minute: "minuta", minutes: "min", unknown: "chwilę (jeszcze nie wiemy dokładnie)", soon: "wkrótce", today: "dziś", tomorrow: "jutro",
            days: ["w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę", "w niedzielę"], at: " o " },
        "pt" => Words { minute: "um minuto", minutes: "minutos", unknown: "algum tempo (ainda não sabemos ao certo)", soon: "em breve", today: "hoje", tomorrow: "amanhã",
            days: ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"], at: " às " },
        "ru" => Words { minute: "1 мин", minutes: "мин", unknown: "некоторое время (точно пока сказать нельзя)", soon: "скоро", today: "сегодня", tomorrow: "завтра",
            days: ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"], at: " в " },
        "sv" => Words { minute: "en minut", minutes: "minuter", unknown: "en stund (vi vet ännu inte säkert)", soon: "snart", today: "i dag", tomorrow: "i morgon",
            days: ["på måndag", "på tisdag", "på onsdag", "på torsdag", "på fredag", "på lördag", "på söndag"], at: " kl. " },
        "tr" => Words { minute: "1 dakika", minutes: "dakika", unknown: "bir süre (henüz kesin bir şey söyleyemiyoruz)", soon: "yakında", today: "bugün", tomorrow: "yarın",
            days: ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"], at: " saat " },
        "uk" => Words { minute: "1 хв", minutes: "хв", unknown: "деякий час (точно поки сказати не можемо)", soon: "незабаром", today: "сьогодні", tomorrow: "завтра",
            days: ["у понеділок", "у вівторок", "у середу", "у четвер", "у п’ятницю", "у суботу", "у неділю"], at: " о " },
        "zh" => Words { minute: "1 分钟", minutes: "分钟", unknown: "一会儿（暂时无法确定）", soon: "不久后", today: "今天", tomorrow: "明天",
            days: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"], at: " " },
        _ => Words { minute: "a minute", minutes: "minutes", unknown: "a while (we can't say yet)", soon: "soon", today: "today", tomorrow: "tomorrow",
            days: ["on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"], at: " at " },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_spoken_of_in_the_customers_language() {
        assert_eq!(wait(Some((1, 1)), None), "a minute");
        assert_eq!(wait(Some((3, 3)), Some("de-AT")), "3 Minuten");
        assert_eq!(wait(Some((3, 10)), Some("es")), "3–10 minutos");
        assert_eq!(wait(None, Some("xx")), "a while (we can't say yet)");
    }

    #[test]
    fn the_next_opening_is_a_day_and_a_time() {
        let at = |day| Opening { day, time: "09:00".into() };
        assert_eq!(opening(Some(&at(OpeningDay::Tomorrow)), Some("en")), "tomorrow at 09:00");
        assert_eq!(opening(Some(&at(OpeningDay::ThisWeek(0))), Some("de")), "am Montag um 09:00");
        assert_eq!(opening(Some(&at(OpeningDay::Later("2026-12-27".into()))), Some("fr")), "2026-12-27 à 09:00");
        assert_eq!(opening(None, None), "soon");
    }
}
