//! Business hours as a person writes them, in the API and on the screen. Keeps out what they mean.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(super) const WINDOWS_A_DAY_MAX: usize = 12;
pub(super) const HOLIDAYS_MAX: usize = 400;
pub(super) const HOLIDAY_NAME_MAX_CHARS: usize = 80;

/// `"always"`, or `{"weekly": {…}}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Hours {
    #[default]
    Always,
    Weekly(Box<Weekly>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Weekly {
    /// By its name in the IANA time zone database.
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    pub week: Week,
    /// At most 400, in any order.
    #[schema(max_items = 400)]
    pub holidays: Vec<Holiday>,
}

/// When each day's windows begin: at most 12 a day, in any order, none for a day that is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Week {
    #[schema(max_items = 12)]
    pub monday: Vec<Window>,
    #[schema(max_items = 12)]
    pub tuesday: Vec<Window>,
    #[schema(max_items = 12)]
    pub wednesday: Vec<Window>,
    #[schema(max_items = 12)]
    pub thursday: Vec<Window>,
    #[schema(max_items = 12)]
    pub friday: Vec<Window>,
    #[schema(max_items = 12)]
    pub saturday: Vec<Window>,
    #[schema(max_items = 12)]
    pub sunday: Vec<Window>,
}

/// Two times of day, `HH:MM`. A `to` that is earlier than `from` is on the next day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// From 00:00 to 23:59.
    #[schema(example = "09:00")]
    pub from: String,
    /// From 00:00 to 24:00; the window ends as this minute begins.
    #[schema(example = "17:30")]
    pub to: String,
}

/// One date on which other windows begin than its weekday's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// `YYYY-MM-DD`.
    #[schema(example = "2026-12-25")]
    pub date: String,
    /// At most 80 characters; may be empty.
    #[serde(default)]
    #[schema(example = "Christmas Day", max_length = 80)]
    pub name: String,
    /// None: closed on that day.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub windows: Vec<Window>,
}

impl From<Weekly> for Hours {
    fn from(weekly: Weekly) -> Self {
        Self::Weekly(Box::new(weekly))
    }
}

impl Week {
    /// Each day's field and windows, from Monday.
    pub(super) fn days(&self) -> [(&'static str, &[Window]); 7] {
        [
            ("monday", &self.monday),
            ("tuesday", &self.tuesday),
            ("wednesday", &self.wednesday),
            ("thursday", &self.thursday),
            ("friday", &self.friday),
            ("saturday", &self.saturday),
            ("sunday", &self.sunday),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> serde_json::Result<Hours> {
        serde_json::from_str(json)
    }

    #[test]
    fn hours_read_and_write_as_a_person_would() {
        let json = r#"{"weekly":{"time_zone":"Europe/Berlin","week":{"monday":[{"from":"09:00","to":"17:00"}],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]},"holidays":[{"date":"2026-12-25","name":"Christmas Day","windows":[]}]}}"#;
        let hours = read(json).unwrap();
        assert_eq!(serde_json::to_string(&hours).unwrap(), json);
        assert_eq!(serde_json::to_string(&Hours::Always).unwrap(), r#""always""#);
    }

    #[test]
    fn days_and_holidays_that_are_left_out_are_closed_and_none() {
        let hours = read(r#"{"weekly":{"time_zone":"UTC","week":{"friday":[{"from":"09:00","to":"12:00"}]}}}"#);
        let Hours::Weekly(weekly) = hours.unwrap() else { panic!("weekly") };
        assert_eq!((weekly.week.friday.len(), weekly.week.monday.len(), weekly.holidays.len()), (1, 0, 0));
    }

    #[test]
    fn a_misspelt_field_is_not_swallowed() {
        let misspelt = [
            r#"{"weekly":{"time_zone":"UTC","holiday":[]}}"#,
            r#"{"weekly":{"time_zone":"UTC","week":{"mon":[]}}}"#,
            r#"{"weekly":{"week":{"monday":[{"from":"09:00","till":"17:00"}]}}}"#,
            r#"{"weekly":{},"time_zone":"UTC"}"#,
            r#""sometimes""#,
        ];
        for json in misspelt {
            assert!(read(json).is_err(), "{json}");
        }
    }

    /// Two parts of one object that both allow no further fields would allow no object at all.
    #[test]
    fn the_api_document_allows_what_is_written() {
        let schema = serde_json::to_value(<Hours as utoipa::PartialSchema>::schema()).unwrap();
        assert_eq!(schema["oneOf"][0]["enum"], serde_json::json!(["always"]));
        assert_eq!(schema["oneOf"][1]["properties"]["weekly"]["$ref"], "#/components/schemas/Weekly");
    }
}
