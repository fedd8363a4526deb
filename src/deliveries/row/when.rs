//! When the parcels of a row were delivered.

use crate::deliveries::row::cell;
use crate::deliveries::row::columns::{COLUMNS, is_time, place};
use crate::deliveries::row::fault::{Fault, Reason, in_field};
use crate::deliveries::row::fields::Fields;
use crate::deliveries::row::layout::Layout;
use crate::files::encoding::Encoding;
use crate::units::date::YEARS;
use crate::units::time::Moment;
use crate::units::{Date, time};

/// When the parcels of a row were delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct When {
    pub day: Date,
    /// The first delivery, in seconds since midnight, where the row says so.
    pub first_at: Option<u32>,
    /// The last delivery, in seconds since midnight, where the row says so.
    pub last_at: Option<u32>,
}

/// Reads days, and remembers the last one as it was written: in most logs it is that of the next row too.
#[derive(Debug)]
pub(crate) struct Days {
    text: [u8; 10],
    date: Date,
    /// For each column what was read last by a map, and what it came to.
    recent: [(Vec<u8>, Option<Moment>); COLUMNS.len()],
}

impl Days {
    pub(crate) fn new() -> Self {
        Self { text: *b"1900-01-01", date: Date::constant(1900, 1, 1), recent: Default::default() }
    }

    /// The day of a row, and when its first and last parcels were delivered.
    #[inline]
    pub(crate) fn read(&mut self, layout: &Layout, row: &impl Fields) -> Result<When, Fault> {
        let bounds = (layout.position(place::FIRST_AT), layout.position(place::LAST_AT));
        if let (None, Some(field), (None, None)) =
            (layout.position(place::DATE), layout.position(place::DELIVERED_AT), bounds)
            && layout.plain_days
        {
            let (day, at) = self.plain(row.field(field), layout.encoding).map_err(in_field(field))?;
            return Ok(When { day, first_at: at, last_at: at });
        }
        self.in_full(layout, row)
    }

    #[inline(never)]
    fn in_full(&mut self, layout: &Layout, row: &impl Fields) -> Result<When, Fault> {
        let delivered = self.day(place::DELIVERED_AT, layout, row)?;
        let Some((day, _)) = self.day(place::DATE, layout, row)?.or(delivered) else {
            let field = layout.position(place::DATE).or(layout.position(place::DELIVERED_AT));
            return Err(Fault { reason: Reason::DateMissing, field: field.unwrap_or(layout.courier) });
        };
        // A parcel of one day's work may be delivered after midnight; that says nothing of when the day's work ended.
        let at = delivered.filter(|(of, _)| *of == day).and_then(|(_, at)| at);
        let mut bound = |column: usize| {
            let fault = in_field(layout.position(column).unwrap_or(layout.courier));
            match self.moment(column, layout, row)? {
                None => Ok((at, None)),
                Some(Moment { time: None, .. }) => Err(fault(Reason::TimeUnreadable)),
                Some(Moment { day: Some(of), .. }) if of != day => Err(fault(Reason::TimeOfAnotherDay)),
                Some(Moment { time, .. }) => Ok((time, layout.position(column))),
            }
        };
        let ((first_at, first_field), (last_at, last_field)) = (bound(place::FIRST_AT)?, bound(place::LAST_AT)?);
        if first_at.zip(last_at).is_some_and(|(first, last)| first > last) {
            let field = first_field.or(last_field).unwrap_or(layout.courier);
            return Err(Fault { reason: Reason::FirstAfterLast, field });
        }
        Ok(When { day, first_at, last_at })
    }

    /// What a column says of the day and the time of it; `None` where it says nothing.
    fn day(&mut self, column: usize, layout: &Layout, row: &impl Fields) -> Result<Option<(Date, Option<u32>)>, Fault> {
        let Some(Moment { day, time }) = self.moment(column, layout, row)? else { return Ok(None) };
        let field = layout.position(column).unwrap_or(layout.courier);
        match day {
            Some(day) if YEARS.contains(&day.year()) => Ok(Some((day, time))),
            Some(_) => Err(Fault { reason: Reason::YearUnlikely, field }),
            None => Err(Fault { reason: Reason::DateUnreadable, field }),
        }
    }

    /// What a column says of when; `None` where it says nothing.
    fn moment(&mut self, column: usize, layout: &Layout, row: &impl Fields) -> Result<Option<Moment>, Fault> {
        if !layout.plain_days {
            return self.mapped(column, layout, row);
        }
        let raw = |field: &usize| !cell::is_blank(row.field(*field), layout.encoding);
        let Some(field) = layout.position(column).filter(raw) else { return Ok(None) };
        let raw = row.field(field);
        let moment = if !is_time(column) {
            self.plain(raw, layout.encoding).map(|(day, time)| Moment { day: Some(day), time })
        } else if let Some(time) = raw.try_into().ok().and_then(time::parse_quickly) {
            Ok(Moment { day: None, time: Some(time) })
        } else {
            cell::text(raw, layout.encoding).and_then(|text| cell::time(&text))
        };
        moment.map(Some).map_err(in_field(field))
    }

    /// What a column says by the map. The same text as in the row before is not read again.
    fn mapped(&mut self, column: usize, layout: &Layout, row: &impl Fields) -> Result<Option<Moment>, Fault> {
        let Some([field]) = layout.map.fields(column) else { return layout.moment(column, row) };
        let recent = &mut self.recent[column];
        if let Some(moment) = recent.1.filter(|_| recent.0 == row.field(*field)) {
            return Ok(Some(moment));
        }
        let moment = layout.moment(column, row)?;
        recent.0.clear();
        recent.0.extend_from_slice(row.field(*field));
        recent.1 = moment;
        Ok(moment)
    }

    /// Forgets what was read: the next log may write it in another way.
    pub(crate) fn forget(&mut self) {
        self.recent = Default::default();
    }

    /// A day and perhaps a time. Most are written like those of the row before.
    #[inline]
    fn plain(&mut self, whole: &[u8], encoding: Encoding) -> Result<(Date, Option<u32>), Reason> {
        if let Some((day, time)) = whole.try_into().ok().and_then(|text| self.quick_moment(text)) {
            return Ok((day, Some(time)));
        }
        let raw = match whole {
            [b'"', inside @ .., b'"'] => inside,
            raw => raw,
        };
        if let Some((day, rest)) = raw.split_first_chunk::<10>() {
            let time = match rest {
                [] => Some(None),
                [b' ' | b'T', time @ ..] => time.try_into().ok().and_then(time::parse_quickly).map(Some),
                _ => None,
            };
            if let Some(time) = time
                && let Some(day) = self.quick_day(*day)
            {
                return Ok((day, time));
            }
        }
        let moment = cell::moment(&cell::text(whole, encoding)?)?;
        Ok((moment.day.ok_or(Reason::DateUnreadable)?, moment.time))
    }

    /// A day and the time of it, written as `YYYY-MM-DD HH:MM:SS`; `None` for anything else, which is then read with care.
    #[inline]
    pub(crate) fn quick_moment(&mut self, text: &[u8; 19]) -> Option<(Date, u32)> {
        let (day, rest) = text.split_first_chunk()?;
        let (b' ' | b'T', time) = rest.split_first()? else { return None };
        let time = time::parse_quickly(time.try_into().ok()?)?;
        Some((self.quick_day(*day)?, time))
    }

    #[inline]
    fn quick_day(&mut self, text: [u8; 10]) -> Option<Date> {
        if text != self.text {
            (self.date, self.text) = (cell::quick_day(text)?, text);
        }
        Some(self.date)
    }
}
