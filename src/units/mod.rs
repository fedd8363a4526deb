//! The units of the trade: yuan and fen, days, months and times of day, and the one place that rounds.

pub mod currency;
pub mod date;
pub mod money;
pub mod number;
pub mod pay_period;
pub(crate) mod plain_number;
pub mod rounding;
pub mod time;

pub use currency::Currency;
pub use date::{Date, Month, Term};
pub use money::Yuan;
pub use pay_period::{PayCalendar, PayPeriod};
pub use rounding::Rounding;
pub use rust_decimal::Decimal;
pub use time::TimeOfDay;
