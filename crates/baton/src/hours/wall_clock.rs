//! From the clock on the wall to moments, also where the wall's clock jumps. The only file that knows the time zones.

use handover::Timestamp;
use jiff::{
    ToSpan,
    civil::{Date, DateTime},
    tz::{AmbiguousOffset, TimeZone},
};

pub(super) const MINUTES_A_DAY: u16 = 24 * 60;

/// The zone of that IANA name, from the database inside the program.
pub(super) fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok().filter(|zone| !zone.is_unknown())
}

/// The calendar's date in the zone. Moments outside the years -9999 to 9999 count as the nearest inside.
pub(super) fn date_at(zone: &TimeZone, at: Timestamp) -> Date {
    let nearest = if at.0 < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
    zone.to_datetime(jiff::Timestamp::from_millisecond(at.0).unwrap_or(nearest)).date()
}

/// What the wall's clock shows at a later moment, and how many days ahead that is. `None` outside the calendar.
pub(super) fn on_the_wall(zone: &TimeZone, now: Timestamp, later: Timestamp) -> Option<(i32, DateTime)> {
    let shown = zone.to_datetime(jiff::Timestamp::from_millisecond(later.0).ok()?);
    let ahead = date_at(zone, now).until(shown.date()).ok()?.get_days();
    Some((ahead, shown))
}

/// When that many minutes of the date's wall clock first show. `None` past the end of the calendar.
pub(super) fn first(zone: &TimeZone, date: Date, minutes: u16) -> Option<Timestamp> {
    moment(zone, date, minutes, |before, _| before)
}

/// When they last show: later than [`first`] only in an hour that is repeated.
pub(super) fn last(zone: &TimeZone, date: Date, minutes: u16) -> Option<Timestamp> {
    moment(zone, date, minutes, |_, after| after)
}

type Offset = jiff::tz::Offset;

/// `pick` chooses between the offsets before and after the clock was put back.
fn moment(zone: &TimeZone, date: Date, minutes: u16, pick: fn(Offset, Offset) -> Offset) -> Option<Timestamp> {
    let wall = wall(date, minutes)?;
    let moment = match zone.to_ambiguous_timestamp(wall).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(wall),
        AmbiguousOffset::Fold { before, after } => pick(before, after).to_timestamp(wall),
        AmbiguousOffset::Gap { before, .. } => before.to_timestamp(wall).map(|never| jump_before(zone, never)),
    };
    moment.ok().map(|moment| Timestamp(moment.as_millisecond()))
}

fn wall(date: Date, minutes: u16) -> Option<DateTime> {
    let date = date.checked_add(i64::from(minutes / MINUTES_A_DAY).days()).ok()?;
    let minutes = i8::try_from(minutes % MINUTES_A_DAY / 60).ok().zip(i8::try_from(minutes % 60).ok());
    minutes.map(|(hour, minute)| date.at(hour, minute, 0, 0))
}

/// The moment of the jump that skipped a time: what would have been `never` without the jump comes at or after it.
fn jump_before(zone: &TimeZone, never: jiff::Timestamp) -> jiff::Timestamp {
    let including = never.checked_add(1.millisecond()).unwrap_or(never);
    zone.preceding(including).next().map_or(never, |jump| jump.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(name: &str, date: Date, minutes: u16) -> [String; 2] {
        let zone = zone(name).unwrap();
        [first(&zone, date, minutes), last(&zone, date, minutes)].map(|moment| {
            jiff::Timestamp::from_millisecond(moment.unwrap().0).unwrap().strftime("%d. %H:%M").to_string()
        })
    }

    #[test]
    fn a_time_that_is_skipped_is_the_moment_of_the_jump() {
        let spring = jiff::civil::date(2026, 3, 29);
        for minutes in [120, 121, 150, 179, 180] {
            assert_eq!(edges("Europe/Berlin", spring, minutes), ["29. 01:00", "29. 01:00"], "{minutes}");
        }
        assert_eq!(edges("Europe/Berlin", spring, 119), ["29. 00:59", "29. 00:59"]);
        assert_eq!(edges("Europe/Berlin", spring, 181), ["29. 01:01", "29. 01:01"]);
    }

    #[test]
    fn a_time_that_is_repeated_shows_twice() {
        let autumn = jiff::civil::date(2026, 10, 25);
        assert_eq!(edges("Europe/Berlin", autumn, 119), ["24. 23:59", "24. 23:59"]);
        assert_eq!(edges("Europe/Berlin", autumn, 120), ["25. 00:00", "25. 01:00"]);
        assert_eq!(edges("Europe/Berlin", autumn, 179), ["25. 00:59", "25. 01:59"]);
        assert_eq!(edges("Europe/Berlin", autumn, 180), ["25. 02:00", "25. 02:00"]);
    }

    #[test]
    fn a_day_that_a_country_left_out_is_the_moment_it_was_left_out() {
        let skipped = jiff::civil::date(2011, 12, 30);
        assert_eq!(edges("Pacific/Apia", skipped, 0), ["30. 10:00", "30. 10:00"]);
        assert_eq!(edges("Pacific/Apia", skipped, 22 * 60), ["30. 10:00", "30. 10:00"]);
    }

    #[test]
    fn zones_go_by_their_iana_names_old_ones_included() {
        for name in ["Europe/Berlin", "Asia/Calcutta", "UTC", "America/Argentina/Buenos_Aires"] {
            assert!(zone(name).is_some(), "{name}");
        }
        for name in ["", "Berlin", "Europe/Berlim", "CET+1", "Etc/Unknown", "../etc/localtime"] {
            assert!(zone(name).is_none(), "{name}");
        }
    }
}
