//! When the parcels of a row were delivered.

use crate::deliveries::cell;
use crate::deliveries::columns::{COLUMNS, place};
use crate::deliveries::fault::{Fault, Reason};
use crate::deliveries::layout::Layout;
use crate::deliveries::row::Row;
use crate::files::encoding::Encoding;
use crate::tables::map::format::Moment;
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
    /// For each column what was read last by a map, and what it came to.
    recent: [(Vec<u8>, Option<Moment>); COLUMNS.len()],
}

impl Days {
    pub(super) fn new() -> Self {
        Self { text: *b"1900-01-01", date: Date::constant(1900, 1, 1), recent: Default::default() }
    }

    /// The day of a row, and when its first and last parcels were delivered.
    #[inline]
    pub(super) fn read(&mut self, layout: &Layout, row: &impl Row) -> Result<When, Fault> {
        let bounds = (layout.position(place::FIRST_AT), layout.position(place::LAST_AT));
        if let (None, Some(field), (None, None)) =
            (layout.position(place::DATE), layout.position(place::DELIVERED_AT), bounds)
            && layout.plain_days
        {
            let (day, at) = self.moment(row.field(field), layout.encoding).map_err(|reason| Fault { reason, field })?;
            return Ok(When { day, first_at: at, last_at: at });
        }
        self.in_full(layout, row)
    }

    #[inline(never)]
    fn in_full(&mut self, layout: &Layout, row: &impl Row) -> Result<When, Fault> {
        let delivered = self.day_and_time(place::DELIVERED_AT, layout, row)?;
        let Some((day, _)) = self.day_and_time(place::DATE, layout, row)?.or(delivered) else {
            let field = layout.position(place::DATE).or(layout.position(place::DELIVERED_AT));
            return Err(Fault { reason: Reason::DateMissing, field: field.unwrap_or(layout.courier) });
        };
        // A parcel of one day's work may be delivered after midnight; that says nothing of when the day's work ended.
        let at = delivered.filter(|(of, _)| *of == day).and_then(|(_, at)| at);
        let mut bound = |column: usize| match self.time(column, layout, row)? {
            None => Ok((at, None)),
            Some((of, _)) if of.is_some_and(|of| of != day) => Err(Fault {
                reason: Reason::TimeOfAnotherDay,
                field: layout.position(column).unwrap_or(layout.courier),
            }),
            Some((_, time)) => Ok((Some(time), layout.position(column))),
        };
        let ((first_at, first_field), (last_at, last_field)) = (bound(place::FIRST_AT)?, bound(place::LAST_AT)?);
        if first_at.zip(last_at).is_some_and(|(first, last)| first > last) {
            let field = first_field.or(last_field).unwrap_or(layout.courier);
            return Err(Fault { reason: Reason::FirstAfterLast, field });
        }
        Ok(When { day, first_at, last_at })
    }

    /// What a column says of the day and the time of it; `None` where it says nothing.
    fn day_and_time(
        &mut self,
        column: usize,
        layout: &Layout,
        row: &impl Row,
    ) -> Result<Option<(Date, Option<u32>)>, Fault> {
        if !layout.plain_days {
            let Some(Moment { day, time }) = self.mapped(column, layout, row)? else { return Ok(None) };
            let field = layout.position(column).unwrap_or(layout.courier);
            let day = day.ok_or(Fault { reason: Reason::DateUnreadable, field })?;
            return Ok(Some((day, time)));
        }
        let Some(field) = filled(column, layout, row) else { return Ok(None) };
        self.moment(row.field(field), layout.encoding).map(Some).map_err(|reason| Fault { reason, field })
    }

    /// What a column says of a time, and of the day before it, where there is one.
    fn time(&mut self, column: usize, layout: &Layout, row: &impl Row) -> Result<Option<(Option<Date>, u32)>, Fault> {
        if !layout.plain_days {
            let Some(Moment { day, time }) = self.mapped(column, layout, row)? else { return Ok(None) };
            let field = layout.position(column).unwrap_or(layout.courier);
            let time = time.ok_or(Fault { reason: Reason::TimeUnreadable, field })?;
            return Ok(Some((day, time)));
        }
        let Some(field) = filled(column, layout, row) else { return Ok(None) };
        cell::time(row.field(field), layout.encoding).map(Some).map_err(|reason| Fault { reason, field })
    }

    /// What a column says by the map. The same text as in the row before is not read again.
    fn mapped(&mut self, column: usize, layout: &Layout, row: &impl Row) -> Result<Option<Moment>, Fault> {
        let Some(laid) = &layout.laid else { return Ok(None) };
        let Some(field) = laid.single(column) else { return laid.moment(column, layout.encoding, row) };
        let recent = &mut self.recent[column];
        if let Some(moment) = recent.1.filter(|_| recent.0 == row.field(field)) {
            return Ok(Some(moment));
        }
        let moment = laid.moment(column, layout.encoding, row)?;
        recent.0.clear();
        recent.0.extend_from_slice(row.field(field));
        recent.1 = moment;
        Ok(moment)
    }

    /// Forgets what was read: the next log may write it in another way.
    pub(super) fn forget(&mut self) {
        self.recent = Default::default();
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

/// Where a column stands, if the row says anything in it.
fn filled(column: usize, layout: &Layout, row: &impl Row) -> Option<usize> {
    layout.position(column).filter(|field| !cell::is_blank(row.field(*field), layout.encoding))
}
