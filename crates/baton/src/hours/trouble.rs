//! What can be wrong with business hours, in sentences that name the field and say what to do.

use garde::{
    Validate,
    error::{Path, Report},
};

use super::{
    Hours,
    settings::{HOLIDAY_NAME_MAX_CHARS, HOLIDAYS_MAX, WINDOWS_A_DAY_MAX},
};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct Trouble {
    /// Such as `week.monday[0].from`.
    pub field: String,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("must be the name of a time zone, such as Europe/Berlin or America/New_York")]
    UnknownZone,
    #[error("must be a time of day written as HH:MM, from 00:00 to 24:00")]
    NotATime,
    #[error("must be 23:59 or earlier: a window that begins at midnight begins at 00:00 of the next day")]
    BeginsAtTheEnd,
    #[error("must end at another time than it begins; the whole day is 00:00 to 24:00")]
    Empty,
    #[error("overlaps with {other}: join the two, or move one")]
    Overlaps { other: String },
    #[error("must have at most {WINDOWS_A_DAY_MAX} windows")]
    TooManyWindows,
    #[error("must be a date of the calendar written as YYYY-MM-DD")]
    NotADate,
    #[error("is the date of {other} too: keep one of the two")]
    SameDate { other: String },
    #[error("must have at most {HOLIDAY_NAME_MAX_CHARS} characters")]
    LongName,
    #[error("must have at most {HOLIDAYS_MAX} entries: remove those that are past")]
    TooManyHolidays,
}

/// So that settings which hold hours report their fields along with their own.
impl Validate for Hours {
    type Context = ();

    fn validate_into(&self, (): &(), parent: &mut dyn FnMut() -> Path, report: &mut Report) {
        for trouble in self.check() {
            report.append(parent().join(trouble.field), garde::Error::new(trouble.problem));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Weekly;
    use super::*;

    #[derive(Validate)]
    struct Settings {
        #[garde(dive)]
        hours: Hours,
    }

    #[test]
    fn settings_that_hold_hours_name_the_whole_way_to_the_field() {
        let settings = Settings { hours: Hours::from(Weekly::default()) };
        let report = settings.validate().unwrap_err();
        assert_eq!(
            report.to_string().trim(),
            "hours.time_zone: must be the name of a time zone, such as Europe/Berlin or America/New_York"
        );
        assert!(Settings { hours: Hours::Always }.validate().is_ok());
    }
}
