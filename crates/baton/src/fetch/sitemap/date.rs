//! The dates of a sitemap: W3C's profile of ISO 8601, from a year alone to a fraction of a second with its zone.

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Milliseconds since 1970. What a date leaves out is its beginning; without a zone it is UTC.
pub(super) fn ms(text: &str) -> Option<i64> {
    let (date, time) = match text.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map_or(Some(1), |part| number(part, 2))?;
    let day = parts.next().map_or(Some(1), |part| number(part, 2))?;
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
    let time_ms = time.map_or(Some(0), time_ms)?;
    is_date.then(|| days(year, month, day) * DAY_MS + time_ms)
}

/// `10:30`, `10:30:15.250`, then `Z`, `+02:00` or nothing.
fn time_ms(time: &str) -> Option<i64> {
    let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone_at);
    let mut parts = clock.trim().split(':');
    let hour = number(parts.next()?, 2)?;
    let minute = number(parts.next()?, 2)?;
    let second = match parts.next() {
        Some(part) => number(part.split(['.', ',']).next()?, 2)?,
        None => 0,
    };
    let is_time = hour < 24 && minute < 60 && second <= 60 && parts.next().is_none();
    let ms = hour * HOUR_MS + minute * MINUTE_MS + second * 1_000;
    is_time.then_some(ms - zone_ms(zone)?)
}

fn zone_ms(zone: &str) -> Option<i64> {
    let (sign, offset) = match (zone.strip_prefix('+'), zone.strip_prefix('-')) {
        (Some(offset), _) => (1, offset),
        (_, Some(offset)) => (-1, offset),
        (None, None) => return Some(0),
    };
    let (hours, minutes) = offset.split_once(':').or_else(|| offset.split_at_checked(2))?;
    let minutes = if minutes.is_empty() { 0 } else { number(minutes, 2)? };
    Some(sign * (number(hours, 2)? * HOUR_MS + minutes * MINUTE_MS))
}

fn number(text: &str, digits: usize) -> Option<i64> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// Days since 1970 in the Gregorian calendar: the year begins in March, so that the day which comes and goes is
/// its last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    const DAYS_FROM_YEAR_0_TO_1970: i64 = 719_468;
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
        - DAYS_FROM_YEAR_0_TO_1970
}

#[cfg(test)]
mod tests {
    use super::ms;

    #[test]
    fn every_precision_is_read() {
        assert_eq!(ms("1970-01-01"), Some(0));
        assert_eq!(ms("2024"), Some(1_704_067_200_000));
        assert_eq!(ms("2024-03"), Some(1_709_251_200_000));
        assert_eq!(ms("2024-02-29"), Some(1_709_164_800_000));
        assert_eq!(ms("2024-02-29T12:30Z"), Some(1_709_209_800_000));
        assert_eq!(ms("2024-02-29T12:30:15.250+02:00"), Some(1_709_202_615_000));
        assert_eq!(ms("2024-02-29 12:30:15"), Some(1_709_209_815_000));
        assert_eq!(ms("2024-02-29T12:30:00-0530"), Some(1_709_229_600_000));
        assert_eq!(ms("1969-12-31T23:59:59Z"), Some(-1_000));
        assert_eq!(ms("2000-03-01"), Some(951_868_800_000));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "yesterday",
            "24-01-01",
            "2024-13-01",
            "2024-1-1",
            "2024-01-32",
            "2024-01-01T25:00Z",
            "2024-01-01T10:00:00+xx",
            "2024-01-01-01",
            "٢٠٢٤-01-01",
            "2024-01-01T",
        ] {
            assert_eq!(ms(text), None, "{text}");
        }
    }
}
