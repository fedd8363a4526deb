//! When the parcels of a row were delivered.

use crate::deliveries::cell;
use crate::deliveries::columns::place;
use crate::deliveries::fault::Fault;
use crate::deliveries::fault::Reason;
use crate::deliveries::layout::Layout;
use crate::deliveries::row::Row;
use crate::source::encoding::Encoding;
use crate::units::Date;

/// When the parcels of a row were delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub day: Date,
    /// The first delivery, in seconds since midnight, where the row says so.
    pub first_at: Option<u32>,
    /// The last delivery, in seconds since midnight, where the row says so.
    pub last_at: Option<u32>,
}

/// Reads days, and remembers the last one as it was written: in most logs it is that of the next row too.
#[derive(Debug)]
pub(super) struct Days {
    text: [u8; 10],
    date: Date,
}

impl Days {
    pub(super) const fn new() -> Self {
        Self { text: *b"1900-01-01", date: Date::constant(1900, 1, 1) }
    }

    /// The day of a row, and when its first and last parcels were delivered.
    #[inline]
    pub(super) fn read(&mut self, layout: &Layout, row: &impl Row) -> Result<When, Fault> {
        let bounds = (layout.position(place::FIRST_AT), layout.position(place::LAST_AT));
        if let (None, Some(field), (None, None)) =
            (layout.position(place::DATE), layout.position(place::DELIVERED_AT), bounds)
        {
            let (day, at) = self.moment(row.field(field), layout.encoding).map_err(|reason| Fault { reason, field })?;
            return Ok(When { day, first_at: at, last_at: at });
        }
        self.in_full(layout, row)
    }

    #[inline(never)]
    fn in_full(&mut self, layout: &Layout, row: &impl Row) -> Result<When, Fault> {
        let filled =
            |column: usize| layout.position(column).filter(|field| !cell::is_blank(row.field(*field), layout.encoding));
        let delivered = match filled(place::DELIVERED_AT) {
            Some(field) => {
                Some(self.moment(row.field(field), layout.encoding).map_err(|reason| Fault { reason, field })?)
            }
            None => None,
        };
        let day = match (filled(place::DATE), delivered) {
            (Some(field), _) => {
                self.moment(row.field(field), layout.encoding).map_err(|reason| Fault { reason, field })?.0
            }
            (None, Some((day, _))) => day,
            (None, None) => {
                let field = layout.position(place::DATE).or(layout.position(place::DELIVERED_AT));
                return Err(Fault { reason: Reason::DateMissing, field: field.unwrap_or(layout.courier) });
            }
        };
        // A parcel of one day's work may be delivered after midnight; that says nothing of when the day's work ended.
        let at = delivered.filter(|(of, _)| *of == day).and_then(|(_, at)| at);
        let bound = |column: usize| match filled(column) {
            None => Ok(at),
            Some(field) => match cell::time(row.field(field), layout.encoding) {
                Ok((of, _)) if of.is_some_and(|of| of != day) => Err(Fault { reason: Reason::TimeOfAnotherDay, field }),
                Ok((_, time)) => Ok(Some(time)),
                Err(reason) => Err(Fault { reason, field }),
            },
        };
        let (first_at, last_at) = (bound(place::FIRST_AT)?, bound(place::LAST_AT)?);
        if first_at.zip(last_at).is_some_and(|(first, last)| first > last) {
            let field = filled(place::FIRST_AT).or(filled(place::LAST_AT)).unwrap_or(layout.courier);
            return Err(Fault { reason: Reason::FirstAfterLast, field });
        }
        Ok(When { day, first_at, last_at })
    }

    /// A day and perhaps a time. Most are written like those of the row before.
    #[inline]
    fn moment(&mut self, whole: &[u8], encoding: Encoding) -> Result<(Date, Option<u32>), Reason> {
        let raw = match whole {
            [b'"', inside @ .., b'"'] => inside,
            raw => raw,
        };
        if let Some((day, rest)) = raw.split_first_chunk::<10>() {
            let time = match rest {
                [] => Some(None),
                [b' ' | b'T', time @ ..] => time.try_into().ok().and_then(cell::quick_clock).map(Some),
                _ => None,
            };
            if let Some(time) = time {
                if *day == self.text {
                    return Ok((self.date, time));
                }
                if let Some(date) = cell::quick_day(*day) {
                    (self.text, self.date) = (*day, date);
                    return Ok((date, time));
                }
            }
        }
        cell::moment(whole, encoding)
    }
}
