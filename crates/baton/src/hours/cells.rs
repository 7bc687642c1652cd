//! The table: one line a moment, with whether it is open and when that changes. Local times carry their offset.

use handover::Timestamp;

use super::{Holiday, Hours, Timetable, Week, Weekly, Window};

/// Moment, open, next change (`-` for none).
type Cell = (&'static str, bool, &'static str);

fn moment(text: &str) -> Timestamp {
    Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
}

fn windows(text: &str) -> Vec<Window> {
    let pairs = text.split_whitespace().map(|pair| pair.split_once('-').unwrap());
    pairs.map(|(from, to)| Window { from: from.into(), to: to.into() }).collect()
}

fn daily(text: &str) -> Week {
    let day = || windows(text);
    Week {
        monday: day(),
        tuesday: day(),
        wednesday: day(),
        thursday: day(),
        friday: day(),
        saturday: day(),
        sunday: day(),
    }
}

fn office() -> Week {
    let day = || windows("09:00-12:00 13:00-17:00");
    Week { monday: day(), tuesday: day(), wednesday: day(), thursday: day(), friday: day(), ..Week::default() }
}

fn timetable(time_zone: &str, week: Week, holidays: &[(&str, &str)]) -> Timetable {
    let holidays = holidays.iter().map(|(date, text)| Holiday {
        date: (*date).into(),
        name: format!("Holiday of {date}"),
        windows: windows(text),
    });
    Hours::from(Weekly { time_zone: time_zone.into(), week, holidays: holidays.collect() }).timetable().unwrap()
}

#[track_caller]
fn holds(timetable: &Timetable, cells: &[Cell]) {
    for (at, open, change) in cells {
        let now = moment(at);
        let change = (*change != "-").then(|| moment(change));
        assert_eq!(timetable.is_open(now), *open, "{at}");
        assert_eq!(timetable.closes_at(now), change.filter(|_| *open), "closes after {at}");
        assert_eq!(timetable.opens_at(now), change.filter(|_| !*open), "opens after {at}");
        assert_eq!(timetable.next_change(now), change, "changes after {at}");
    }
}

#[test]
fn before_inside_between_and_after_the_windows_of_a_day() {
    holds(
        &timetable("Europe/Berlin", office(), &[]),
        &[
            ("2026-11-23T08:59:59.999+01:00", false, "2026-11-23T09:00+01:00"),
            ("2026-11-23T09:00+01:00", true, "2026-11-23T12:00+01:00"),
            ("2026-11-23T11:59:59.999+01:00", true, "2026-11-23T12:00+01:00"),
            ("2026-11-23T12:00+01:00", false, "2026-11-23T13:00+01:00"),
            ("2026-11-23T16:00+01:00", true, "2026-11-23T17:00+01:00"),
            ("2026-11-23T17:00+01:00", false, "2026-11-24T09:00+01:00"),
            ("2026-11-27T17:00+01:00", false, "2026-11-30T09:00+01:00"),
            ("2026-11-29T10:00+01:00", false, "2026-11-30T09:00+01:00"),
        ],
    );
}

#[test]
fn a_window_past_midnight_is_open_on_both_sides_of_it() {
    let week = Week { friday: windows("20:00-02:00"), ..Week::default() };
    holds(
        &timetable("Europe/Berlin", week, &[]),
        &[
            ("2026-11-27T01:00+01:00", false, "2026-11-27T20:00+01:00"),
            ("2026-11-27T20:00+01:00", true, "2026-11-28T02:00+01:00"),
            ("2026-11-28T00:00+01:00", true, "2026-11-28T02:00+01:00"),
            ("2026-11-28T01:59:59.999+01:00", true, "2026-11-28T02:00+01:00"),
            ("2026-11-28T02:00+01:00", false, "2026-12-04T20:00+01:00"),
        ],
    );
}

#[test]
fn windows_that_meet_at_midnight_or_at_noon_are_one_stretch() {
    let week = Week { monday: windows("12:00-24:00"), tuesday: windows("12:00-14:00 00:00-12:00"), ..Week::default() };
    holds(
        &timetable("UTC", week, &[]),
        &[
            ("2026-11-23T11:00Z", false, "2026-11-23T12:00Z"),
            ("2026-11-23T13:00Z", true, "2026-11-24T14:00Z"),
            ("2026-11-24T00:00Z", true, "2026-11-24T14:00Z"),
            ("2026-11-24T14:00Z", false, "2026-11-30T12:00Z"),
        ],
    );
}

#[test]
fn a_holiday_closes_its_day() {
    let days = timetable("Europe/Berlin", office(), &[("2026-12-25", ""), ("2026-12-24", "")]);
    holds(
        &days,
        &[
            ("2026-12-23T16:00+01:00", true, "2026-12-23T17:00+01:00"),
            ("2026-12-23T17:00+01:00", false, "2026-12-28T09:00+01:00"),
            ("2026-12-24T10:00+01:00", false, "2026-12-28T09:00+01:00"),
            ("2026-12-25T10:00+01:00", false, "2026-12-28T09:00+01:00"),
        ],
    );
    assert_eq!(days.holiday(moment("2026-12-25T00:00+01:00")), Some("Holiday of 2026-12-25"));
    assert_eq!(days.holiday(moment("2026-12-25T23:59:59+01:00")), Some("Holiday of 2026-12-25"));
    assert_eq!(days.holiday(moment("2026-12-26T00:00+01:00")), None);
}

#[test]
fn a_holiday_can_have_hours_of_its_own_in_place_of_the_weekdays() {
    holds(
        &timetable(
            "Europe/Berlin",
            office(),
            &[("2026-12-31", "10:00-11:00 22:00-01:00"), ("2027-01-02", "14:00-15:00")],
        ),
        &[
            ("2026-12-31T09:30+01:00", false, "2026-12-31T10:00+01:00"),
            ("2026-12-31T10:30+01:00", true, "2026-12-31T11:00+01:00"),
            ("2026-12-31T14:00+01:00", false, "2026-12-31T22:00+01:00"),
            ("2027-01-01T00:30+01:00", true, "2027-01-01T01:00+01:00"),
            ("2027-01-01T16:59+01:00", true, "2027-01-01T17:00+01:00"),
            ("2027-01-01T17:00+01:00", false, "2027-01-02T14:00+01:00"),
            ("2027-01-02T15:00+01:00", false, "2027-01-04T09:00+01:00"),
        ],
    );
}

#[test]
fn a_holiday_leaves_the_tail_of_the_eve_and_takes_its_own_tail_away() {
    let days = timetable("Europe/Berlin", daily("22:00-06:00"), &[("2026-11-23", "")]);
    holds(
        &days,
        &[
            ("2026-11-22T23:00+01:00", true, "2026-11-23T06:00+01:00"),
            ("2026-11-23T05:00+01:00", true, "2026-11-23T06:00+01:00"),
            ("2026-11-23T06:00+01:00", false, "2026-11-24T22:00+01:00"),
            ("2026-11-23T23:00+01:00", false, "2026-11-24T22:00+01:00"),
            ("2026-11-24T05:00+01:00", false, "2026-11-24T22:00+01:00"),
        ],
    );
    assert_eq!(days.holiday(moment("2026-11-23T05:00+01:00")), Some("Holiday of 2026-11-23"));
}

#[test]
fn special_hours_that_meet_the_tail_of_the_eve_are_one_stretch_with_it() {
    holds(
        &timetable("UTC", daily("22:00-06:00"), &[("2026-11-23", "05:00-08:00")]),
        &[
            ("2026-11-22T23:00Z", true, "2026-11-23T08:00Z"),
            ("2026-11-23T05:30Z", true, "2026-11-23T08:00Z"),
            ("2026-11-23T08:00Z", false, "2026-11-24T22:00Z"),
        ],
    );
}

#[test]
fn in_berlin_the_night_of_the_jump_is_an_hour_shorter() {
    let days = timetable("Europe/Berlin", daily("01:30-03:30"), &[]);
    holds(
        &days,
        &[
            ("2026-03-28T02:00+01:00", true, "2026-03-28T03:30+01:00"),
            ("2026-03-29T01:29+01:00", false, "2026-03-29T01:30+01:00"),
            ("2026-03-29T01:59:59.999+01:00", true, "2026-03-29T03:30+02:00"),
            ("2026-03-29T03:00+02:00", true, "2026-03-29T03:30+02:00"),
            ("2026-03-29T03:30+02:00", false, "2026-03-30T01:30+02:00"),
        ],
    );
    assert_eq!(moment("2026-03-29T03:30+02:00").0 - moment("2026-03-29T01:30+01:00").0, 3_600_000);
}

#[test]
fn in_berlin_the_night_of_the_repeat_is_an_hour_longer() {
    let days = timetable("Europe/Berlin", daily("01:30-03:30"), &[]);
    holds(
        &days,
        &[
            ("2026-10-25T01:30+02:00", true, "2026-10-25T03:30+01:00"),
            ("2026-10-25T02:30+02:00", true, "2026-10-25T03:30+01:00"),
            ("2026-10-25T02:30+01:00", true, "2026-10-25T03:30+01:00"),
            ("2026-10-25T03:30+01:00", false, "2026-10-26T01:30+01:00"),
        ],
    );
    assert_eq!(moment("2026-10-25T03:30+01:00").0 - moment("2026-10-25T01:30+02:00").0, 3 * 3_600_000);
}

#[test]
fn an_edge_in_the_skipped_hour_is_the_moment_of_the_jump() {
    holds(
        &timetable("Europe/Berlin", daily("01:00-02:30"), &[]),
        &[
            ("2026-03-29T01:59+01:00", true, "2026-03-29T03:00+02:00"),
            ("2026-03-29T03:00+02:00", false, "2026-03-30T01:00+02:00"),
        ],
    );
    holds(
        &timetable("Europe/Berlin", daily("02:30-04:00"), &[]),
        &[
            ("2026-03-29T01:59+01:00", false, "2026-03-29T03:00+02:00"),
            ("2026-03-29T03:00+02:00", true, "2026-03-29T04:00+02:00"),
        ],
    );
    holds(
        &timetable("Europe/Berlin", daily("02:15-02:45"), &[]),
        &[
            ("2026-03-29T01:59+01:00", false, "2026-03-30T02:15+02:00"),
            ("2026-03-29T03:00+02:00", false, "2026-03-30T02:15+02:00"),
        ],
    );
}

#[test]
fn an_edge_in_the_repeated_hour_begins_the_first_time_and_ends_the_second() {
    holds(
        &timetable("Europe/Berlin", daily("02:10-02:20 02:40-02:50"), &[]),
        &[
            ("2026-10-25T02:09+02:00", false, "2026-10-25T02:10+02:00"),
            ("2026-10-25T02:30+02:00", true, "2026-10-25T02:50+01:00"),
            ("2026-10-25T02:05+01:00", true, "2026-10-25T02:50+01:00"),
            ("2026-10-25T02:50+01:00", false, "2026-10-26T02:10+01:00"),
        ],
    );
}

#[test]
fn in_new_york_the_clock_jumps_on_other_days() {
    holds(
        &timetable("America/New_York", daily("01:30-03:30"), &[]),
        &[
            ("2026-03-08T01:30-05:00", true, "2026-03-08T03:30-04:00"),
            ("2026-03-08T03:30-04:00", false, "2026-03-09T01:30-04:00"),
            ("2026-11-01T01:29-04:00", false, "2026-11-01T01:30-04:00"),
            ("2026-11-01T01:00-05:00", true, "2026-11-01T03:30-05:00"),
            ("2026-03-29T02:30-04:00", true, "2026-03-29T03:30-04:00"),
        ],
    );
}

#[test]
fn where_the_clock_is_put_back_over_midnight_sunday_begins_once() {
    let week = Week { saturday: windows("23:00-23:30"), sunday: windows("00:00-01:00"), ..Week::default() };
    holds(
        &timetable("America/St_Johns", week, &[]),
        &[
            ("2010-11-06T22:59-02:30", false, "2010-11-06T23:00-02:30"),
            ("2010-11-06T23:15-02:30", true, "2010-11-07T01:00-03:30"),
            ("2010-11-06T23:45-03:30", true, "2010-11-07T01:00-03:30"),
            ("2010-11-07T01:00-03:30", false, "2010-11-13T23:00-03:30"),
        ],
    );
    let sunday = Week { sunday: windows("00:00-01:00"), ..Week::default() };
    holds(
        &timetable("America/St_Johns", sunday, &[]),
        &[
            ("2010-11-06T23:59-02:30", false, "2010-11-07T00:00-02:30"),
            ("2010-11-06T23:45-03:30", true, "2010-11-07T01:00-03:30"),
        ],
    );
}

#[test]
fn office_hours_stay_at_nine_whatever_the_season() {
    holds(
        &timetable("Europe/Berlin", office(), &[]),
        &[
            ("2026-03-27T17:00+01:00", false, "2026-03-30T09:00+02:00"),
            ("2026-10-23T17:00+02:00", false, "2026-10-26T09:00+01:00"),
        ],
    );
}

#[test]
fn zones_at_the_edges_of_the_map_and_between_the_hours() {
    holds(
        &timetable("Asia/Kolkata", office(), &[]),
        &[("2026-11-23T03:29:59.999Z", false, "2026-11-23T03:30Z"), ("2026-11-23T03:30Z", true, "2026-11-23T06:30Z")],
    );
    holds(
        &timetable("Pacific/Apia", office(), &[("2026-11-24", "")]),
        &[
            ("2026-11-22T19:59Z", false, "2026-11-22T20:00Z"),
            ("2026-11-23T03:00Z", true, "2026-11-23T04:00Z"),
            ("2026-11-23T04:00Z", false, "2026-11-24T20:00Z"),
        ],
    );
    holds(
        &timetable("Pacific/Pago_Pago", office(), &[]),
        &[("2026-11-23T19:59Z", false, "2026-11-23T20:00Z"), ("2026-11-28T04:00Z", false, "2026-11-30T20:00Z")],
    );
    holds(
        &timetable("Australia/Lord_Howe", daily("01:00-02:15"), &[]),
        &[("2026-10-04T01:30+10:30", true, "2026-10-04T02:30+11:00")],
    );
}

#[test]
fn the_friday_that_samoa_left_out_opens_nothing() {
    let week = Week { friday: windows("09:00-17:00"), ..Week::default() };
    holds(&timetable("Pacific/Apia", week, &[]), &[("2011-12-29T12:00-10:00", false, "2012-01-06T09:00+14:00")]);
}

#[test]
fn hours_without_windows_never_open_and_full_days_never_close() {
    let now = "2026-11-23T12:00Z";
    holds(&timetable("UTC", Week::default(), &[]), &[(now, false, "-")]);
    holds(&timetable("Europe/Berlin", daily("00:00-24:00"), &[]), &[(now, true, "-")]);
    holds(&Hours::Always.timetable().unwrap(), &[(now, true, "-")]);
    assert_eq!(Hours::Always.timetable().unwrap().holiday(moment(now)), None);
}

#[test]
fn full_days_close_for_a_holiday_only() {
    holds(
        &timetable("Europe/Berlin", daily("00:00-24:00"), &[("2026-12-25", "")]),
        &[
            ("2026-11-23T12:00+01:00", true, "2026-12-25T00:00+01:00"),
            ("2026-12-25T00:00+01:00", false, "2026-12-26T00:00+01:00"),
            ("2026-12-26T00:00+01:00", true, "-"),
        ],
    );
}

#[test]
fn a_change_is_looked_for_a_year_ahead() {
    holds(
        &timetable("UTC", Week::default(), &[("2027-11-24", "00:00-24:00")]),
        &[
            ("2026-11-22T23:59:59.999Z", false, "-"),
            ("2026-11-23T00:00Z", false, "2027-11-24T00:00Z"),
            ("2027-11-24T00:00Z", true, "2027-11-25T00:00Z"),
            ("2027-11-25T00:00Z", false, "-"),
        ],
    );
}
