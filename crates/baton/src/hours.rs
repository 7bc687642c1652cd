//! Business hours: is the team there, and when does that change? Keeps out the clock (`now` is handed in) and what to do
//! about a customer who comes outside them.
//!
//! [`Hours`] is what a person wrote; [`Hours::timetable`] reads it, or says what is wrong with it; the [`Timetable`]
//! answers. What counts:
//!
//! - A window is open from its first moment up to, and without, its last, by the clock on the wall in the time zone.
//! - A window whose `to` is earlier than its `from` runs past midnight. It belongs to the day on which it begins.
//! - A holiday replaces the windows that begin on its date: none of them, or special ones. What began the evening before
//!   still runs to its end, and a special window may itself run into the next day.
//! - Windows that meet are one stretch: nothing closes at 24:00 if the next day opens at 00:00.
//! - Where the clock jumps forward, an edge that falls into the hour that is skipped is the moment of the jump. Where an
//!   hour is repeated, a window that begins in it begins the first time, and one that ends in it ends the second time.
//!   So 01:30–03:30 lasts an hour less on the day of the jump, an hour more on the day of the repeat, and is never torn.

mod reading;
mod rota;
mod settings;
mod timetable;
mod trouble;
mod wall_clock;

#[cfg(test)]
mod cells;
#[cfg(test)]
mod laws;

pub use settings::{Holiday, Hours, Week, Weekly, Window};
pub use timetable::{Opening, OpeningDay, Timetable};
pub use trouble::{Problem, Trouble};
