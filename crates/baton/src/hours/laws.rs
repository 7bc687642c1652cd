//! What holds for any hours, in any zone, at any moment.

use handover::Timestamp;
use jiff::{ToSpan, tz::TimeZone};
use proptest::{prelude::*, sample::select};

use super::{Holiday, Hours, Timetable, Week, Weekly, Window};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
const SAMPLES: i64 = 300;

/// Zones with every oddity: none, half hours, half-hour saving, a skipped day, clocks put back over midnight.
const ZONES: [&str; 12] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Africa/Cairo",
    "America/Havana",
    "Antarctica/Troll",
];

#[derive(Clone, Debug)]
struct Case {
    weekly: Weekly,
    now: Timestamp,
}

impl Case {
    fn timetable(&self) -> Timetable {
        Hours::from(self.weekly.clone()).timetable().unwrap()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::get(&self.weekly.time_zone).unwrap()
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn pairs(cuts: &[u16]) -> Vec<Window> {
    cuts.chunks_exact(2).map(|pair| Window { from: clock(pair[0]), to: clock(pair[1]) }).collect()
}

/// A day's windows, and how far the last one runs past midnight if there is room for it.
fn day() -> impl Strategy<Value = (Vec<u16>, Option<u16>)> {
    let some = prop::collection::btree_set(0..=288_u16, 0..8).prop_map(|cuts| {
        let even = cuts.len() / 2 * 2;
        cuts.into_iter().take(even).map(|five| five * 5).collect()
    });
    let cuts =
        prop_oneof![4 => some, 1 => Just(Vec::new()), 1 => Just(vec![0, 1440]), 1 => Just(vec![0, 720, 720, 1440])];
    (cuts, prop::option::of((0..60_u16).prop_map(|five| five * 5)))
}

fn week() -> impl Strategy<Value = Week> {
    prop::array::uniform7(day()).prop_map(|days| {
        let mut windows = days.clone().map(|(cuts, _)| pairs(&cuts));
        for (index, (_, late)) in days.iter().enumerate() {
            let room = days[(index + 1) % 7].0.first().copied().unwrap_or(300);
            if let (Some(late), Some(last)) = (late, windows[index].last_mut())
                && *late <= room
                && clock(*late) < last.from
            {
                last.to = clock(*late);
            }
        }
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = windows;
        Week { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
    })
}

/// Anywhere from 2005 to 2035, or within two days of a moment at which the zone's clock jumps.
fn now(zone: &'static str) -> impl Strategy<Value = Timestamp> {
    let anywhere = 1_104_537_600_000..2_051_222_400_000_i64;
    (anywhere, prop::option::weighted(0.7, -2 * DAY_MS..2 * DAY_MS)).prop_map(move |(ms, near)| {
        let from = jiff::Timestamp::from_millisecond(ms).unwrap();
        let jump = TimeZone::get(zone).unwrap().following(from).next().map(|jump| jump.timestamp().as_millisecond());
        Timestamp(near.zip(jump).map_or(ms, |(off, jump)| jump + off))
    })
}

/// Some of the dates around the moment are holidays.
fn holidays(now: Timestamp) -> impl Strategy<Value = Vec<Holiday>> {
    let special = prop_oneof![Just(Vec::new()), day().prop_map(|(cuts, _)| pairs(&cuts))];
    prop::collection::btree_map(-3..12_i64, special, 0..4).prop_map(move |days| {
        let today = TimeZone::UTC.to_datetime(jiff::Timestamp::from_millisecond(now.0).unwrap()).date();
        let named = |(off, windows): (i64, _)| Holiday {
            date: today.checked_add(off.days()).unwrap().to_string(),
            name: String::new(),
            windows,
        };
        days.into_iter().map(named).collect()
    })
}

fn case() -> impl Strategy<Value = Case> {
    select(&ZONES[..])
        .prop_flat_map(|zone| (Just(zone), now(zone), week()))
        .prop_flat_map(|(zone, now, week)| (Just((zone, now, week)), holidays(now)))
        .prop_map(|((zone, now, week), holidays)| Case {
            weekly: Weekly { time_zone: zone.into(), week, holidays },
            now,
        })
}

/// Moments from `from` up to, and without, `to`.
fn samples(from: Timestamp, to: Timestamp) -> impl Iterator<Item = Timestamp> {
    let step = ((to.0 - from.0) / SAMPLES).max(MINUTE_MS);
    (0..SAMPLES).map(move |index| from.plus(index * step)).take_while(move |at| *at < to)
}

/// What the wall's clock shows, read against the windows as they are written: no moments are worked out.
fn shows_open(case: &Case) -> bool {
    let wall = case.zone().to_datetime(jiff::Timestamp::from_millisecond(case.now.0).unwrap());
    let time = format!("{:02}:{:02}", wall.hour(), wall.minute());
    let today = windows_on(case, wall.date());
    let yesterday = windows_on(case, wall.date().yesterday().unwrap());
    today.iter().any(|window| window.from <= time && (time < window.to || window.to <= window.from))
        || yesterday.iter().any(|window| window.to <= window.from && time < window.to)
}

fn windows_on(case: &Case, date: jiff::civil::Date) -> &[Window] {
    if let Some(holiday) = case.weekly.holidays.iter().find(|holiday| holiday.date == date.to_string()) {
        return &holiday.windows;
    }
    let days = case.weekly.week.days();
    days[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap()].1
}

/// Whether the clock is put forward or back within two days of the moment.
fn is_near_a_jump(case: &Case) -> bool {
    let offset =
        |days: i64| case.zone().to_offset(jiff::Timestamp::from_millisecond(case.now.plus(days * DAY_MS).0).unwrap());
    offset(-2) != offset(0) || offset(0) != offset(2)
}

proptest! {
    #[test]
    fn it_is_open_from_opens_at_on_and_closed_all_the_time_before(case in case()) {
        let timetable = case.timetable();
        if let Some(opens) = timetable.opens_at(case.now) {
            prop_assert!(opens > case.now);
            prop_assert!(timetable.is_open(opens));
            prop_assert!(!timetable.is_open(opens.plus(-1)));
            prop_assert!(samples(case.now, opens).all(|at| !timetable.is_open(at)));
        }
    }

    #[test]
    fn it_is_closed_from_closes_at_on_and_open_all_the_time_before(case in case()) {
        let timetable = case.timetable();
        if let Some(closes) = timetable.closes_at(case.now) {
            prop_assert!(closes > case.now);
            prop_assert!(!timetable.is_open(closes));
            prop_assert!(timetable.is_open(closes.plus(-1)));
            prop_assert!(samples(case.now, closes).all(|at| timetable.is_open(at)));
        }
    }

    #[test]
    fn the_next_change_turns_open_into_closed_and_closed_into_open(case in case()) {
        let timetable = case.timetable();
        let is_open = timetable.is_open(case.now);
        prop_assert_eq!(timetable.closes_at(case.now).is_some() && !is_open, false);
        prop_assert_eq!(timetable.opens_at(case.now).is_some() && is_open, false);
        match timetable.next_change(case.now) {
            Some(change) => prop_assert_eq!(timetable.is_open(change), !is_open),
            None => prop_assert!(samples(case.now, case.now.plus(366 * DAY_MS)).all(|at| timetable.is_open(at) == is_open)),
        }
    }

    #[test]
    fn while_the_wall_clock_shows_a_time_within_a_window_it_is_open(case in case()) {
        let is_open = case.timetable().is_open(case.now);
        prop_assert!(is_open || !shows_open(&case));
        prop_assert!(is_near_a_jump(&case) || is_open == shows_open(&case));
    }

    #[test]
    fn no_moment_is_too_far_to_be_asked_for(case in case(), ms in any::<i64>()) {
        let timetable = case.timetable();
        for now in [Timestamp(ms), Timestamp(i64::MIN), Timestamp(i64::MAX)] {
            let _ = (timetable.is_open(now), timetable.next_change(now), timetable.holiday(now));
        }
    }

    #[test]
    fn any_text_in_any_field_is_taken_or_named(zone in "\\PC{0,12}", time in "[0-9:]{0,6}", date in "[0-9-]{0,11}") {
        let window = || vec![Window { from: time.clone(), to: "24:00".into() }];
        let holiday = Holiday { date, name: String::new(), windows: window() };
        let week = Week { monday: window(), ..Week::default() };
        let hours = Hours::from(Weekly { time_zone: zone, week, holidays: vec![holiday] });
        prop_assert_eq!(hours.check().is_empty(), hours.timetable().is_ok());
    }
}
