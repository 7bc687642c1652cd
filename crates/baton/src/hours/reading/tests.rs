//! What is refused, and with which sentence.

use super::super::{Holiday, Hours, Week, Weekly, Window};

fn windows(pairs: &[(&str, &str)]) -> Vec<Window> {
    pairs.iter().map(|(from, to)| Window { from: (*from).into(), to: (*to).into() }).collect()
}

fn holiday(date: &str, pairs: &[(&str, &str)]) -> Holiday {
    Holiday { date: date.into(), name: "Closed".into(), windows: windows(pairs) }
}

fn troubles(time_zone: &str, week: Week, holidays: Vec<Holiday>) -> Vec<String> {
    let hours = Hours::from(Weekly { time_zone: time_zone.into(), week, holidays });
    hours.check().iter().map(ToString::to_string).collect()
}

fn on_monday(pairs: &[(&str, &str)]) -> Vec<String> {
    troubles("UTC", Week { monday: windows(pairs), ..Week::default() }, Vec::new())
}

#[test]
fn hours_as_people_keep_them_are_taken() {
    let week = Week {
        monday: windows(&[("09:00", "12:00"), ("12:00", "17:30")]),
        tuesday: windows(&[("00:00", "24:00")]),
        friday: windows(&[("22:00", "02:00"), ("08:00", "09:00")]),
        saturday: windows(&[("02:00", "03:00"), ("20:00", "00:00")]),
        wednesday: windows(&[("23:59", "23:58")]),
        ..Week::default()
    };
    assert_eq!(troubles("Asia/Kolkata", week, vec![holiday("2028-02-29", &[("10:00", "01:00")])]), [""; 0]);
    assert!(Hours::Always.check().is_empty());
}

#[test]
fn what_is_not_a_time_of_day_is_named() {
    for text in ["", "9:00", "09.00", "0900", "24:01", "25:00", "12:60", "-1:00", "+1:00", "09:00:00", " 9:00", "１2:0"]
    {
        assert_eq!(
            on_monday(&[("09:00", "10:00"), (text, "17:00")]),
            ["week.monday[1].from: must be a time of day written as HH:MM, from 00:00 to 24:00"],
            "{text}"
        );
    }
    assert_eq!(on_monday(&[("x", "y")]).len(), 2);
}

#[test]
fn a_window_without_length_and_one_that_begins_at_24_00_are_named() {
    let empty = "week.monday[0]: must end at another time than it begins; the whole day is 00:00 to 24:00";
    assert_eq!(on_monday(&[("09:00", "09:00")]), [empty]);
    assert_eq!(on_monday(&[("00:00", "00:00")]), [empty]);
    assert_eq!(
        on_monday(&[("24:00", "02:00")]),
        [
            "week.monday[0].from: must be 23:59 or earlier: a window that begins at midnight begins at 00:00 of the next day"
        ]
    );
}

#[test]
fn windows_that_overlap_are_named_also_over_midnight_and_over_the_weekend() {
    assert_eq!(
        on_monday(&[("13:00", "17:00"), ("08:00", "13:01")]),
        ["week.monday[1]: overlaps with week.monday[0]: join the two, or move one"]
    );
    assert_eq!(on_monday(&[("22:00", "02:00"), ("23:00", "23:30")]).len(), 1);
    let week = Week {
        sunday: windows(&[("20:00", "21:00"), ("22:00", "06:00")]),
        monday: windows(&[("05:59", "12:00")]),
        ..Week::default()
    };
    assert_eq!(
        troubles("UTC", week, Vec::new()),
        ["week.monday[0]: overlaps with week.sunday[1]: join the two, or move one"]
    );
}

#[test]
fn special_windows_may_meet_what_the_evening_before_leaves_over() {
    let week = Week { thursday: windows(&[("22:00", "06:00")]), ..Week::default() };
    assert_eq!(troubles("UTC", week, vec![holiday("2026-12-25", &[("05:00", "08:00")])]), [""; 0]);
}

#[test]
fn holidays_are_dates_of_the_calendar_each_once() {
    let listed = ["2026-12-25", "2026-02-29", "25.12.2026", "20261225", "2026-12-25", "2026-12-25T00:00"];
    let found = troubles("UTC", Week::default(), listed.map(|date| holiday(date, &[])).into());
    let not_a_date = "must be a date of the calendar written as YYYY-MM-DD";
    assert_eq!(
        found,
        [
            format!("holidays[1].date: {not_a_date}"),
            format!("holidays[2].date: {not_a_date}"),
            format!("holidays[3].date: {not_a_date}"),
            "holidays[4].date: is the date of holidays[0] too: keep one of the two".into(),
            format!("holidays[5].date: {not_a_date}"),
        ]
    );
    assert_eq!(
        troubles("UTC", Week::default(), vec![holiday("2026-12-25", &[("09:00", "10:00"), ("09:30", "11:00")])]),
        ["holidays[0].windows[1]: overlaps with holidays[0].windows[0]: join the two, or move one"]
    );
}

#[test]
fn everything_wrong_is_named_at_once() {
    let week = Week { monday: windows(&[("9", "17:00")]), friday: windows(&[("09:00", "09:00")]), ..Week::default() };
    let found = troubles("Europe/Atlantis", week, vec![holiday("someday", &[("08:00", "")])]);
    let fields: Vec<&str> = found.iter().filter_map(|sentence| sentence.split(": ").next()).collect();
    assert_eq!(
        fields,
        ["time_zone", "week.monday[0].from", "week.friday[0]", "holidays[0].windows[0].to", "holidays[0].date"]
    );
}

#[test]
fn there_is_an_end_to_windows_holidays_and_names() {
    let minute = |index: usize| (format!("{index:02}:00"), format!("{index:02}:30"));
    let many: Vec<Window> = (0..13).map(minute).map(|(from, to)| Window { from, to }).collect();
    assert_eq!(
        troubles("UTC", Week { sunday: many[..12].to_vec(), ..Week::default() }, Vec::new()),
        [""; 0],
        "twelve are taken"
    );
    assert_eq!(
        troubles("UTC", Week { sunday: many, ..Week::default() }, Vec::new()),
        ["week.sunday: must have at most 12 windows"]
    );
    assert_eq!(
        troubles("UTC", Week::default(), vec![holiday("2026-01-01", &[]); 401]),
        ["holidays: must have at most 400 entries: remove those that are past"]
    );
    let long = Holiday { name: "ü".repeat(81), ..holiday("2026-01-01", &[]) };
    assert_eq!(troubles("UTC", Week::default(), vec![long]), ["holidays[0].name: must have at most 80 characters"]);
}
