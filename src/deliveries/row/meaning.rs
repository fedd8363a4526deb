//! What a row of a log is: left out, not delivered, or so many parcels of someone on a day; else what is wrong with it.
//!
//! [`judge`] is the only place that decides it. The counting gives it names that it remembers by the bytes of the row, so
//! that most rows are not read in full; the reading for one courier has them read anew from each row.

use std::borrow::Cow;

use crate::deliveries::row::columns::{SERVICE, place};
use crate::deliveries::row::fault::{Fault, in_field};
use crate::deliveries::row::fields::Fields;
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::when::{Days, When};
use crate::deliveries::row::{cell, no_row};
use crate::tables::no_row::NoRow;

/// What the names in a row come to; `N` is who delivered what for whom, and `S` a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing<N, S> {
    /// It is no row of data.
    NoRow(NoRow),
    /// The map leaves the row out.
    LeftOut,
    /// It was not delivered, and has this status.
    NotDelivered(S),
    /// It was delivered, and the parcel taken back later.
    TakenBack,
    /// It was delivered.
    Delivered(N),
}

impl<N, S> Standing<N, S> {
    /// The same with what the row says beside its names.
    #[inline]
    pub(crate) fn with(self, delivery: Delivery) -> Standing<(N, Delivery), S> {
        match self {
            Self::NoRow(no_row) => Standing::NoRow(no_row),
            Self::LeftOut => Standing::LeftOut,
            Self::TakenBack => Standing::TakenBack,
            Self::NotDelivered(status) => Standing::NotDelivered(status),
            Self::Delivered(names) => Standing::Delivered((names, delivery)),
        }
    }
}

/// What a row that was delivered says beside its names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Delivery {
    pub when: When,
    pub parcels: u64,
    /// Counted from 1, the order of the block that it is of; 0 where nothing is asked of orders.
    pub order: u32,
}

/// Who delivered what, for whom and where.
#[derive(Clone, Debug)]
pub(crate) struct Names<'r> {
    pub courier: Cow<'r, str>,
    pub company: Cow<'r, str>,
    pub area: Cow<'r, str>,
    pub service: Cow<'r, str>,
}

/// What a row is. Where parcels count once, the number of a row that was delivered goes to `number`, which says whether the delivery
/// stands: whether it was met before is known only in the order of all rows, when the block has its turn (`seen_parcels`).
///
/// # Errors
/// The first thing that is wrong with it. Of rows that are left out or not delivered, nothing further is looked at.
#[inline]
pub(crate) fn judge<N, S>(
    standing: Result<Standing<N, S>, Fault>,
    layout: &Layout,
    days: &mut Days,
    row: &impl Fields,
    number: impl FnOnce(&str, When) -> bool,
) -> Result<Standing<(N, Delivery), S>, Fault> {
    match standing? {
        Standing::NoRow(no_row) => Ok(Standing::NoRow(no_row)),
        Standing::LeftOut => Ok(Standing::LeftOut),
        Standing::TakenBack => Ok(Standing::TakenBack),
        Standing::NotDelivered(status) => Ok(Standing::NotDelivered(status)),
        Standing::Delivered(names) => {
            let when = days.read(layout, row)?;
            let parcels = parcels(layout, row)?;
            if let Some(field) = layout.unique()
                && !number(&number_of_parcel(layout, field, row)?, when)
            {
                return Ok(Standing::TakenBack);
            }
            Ok(Standing::Delivered((names, Delivery { when, parcels, order: 0 })))
        }
    }
}

/// What the names in a row come to, read from the row itself.
///
/// # Errors
/// That one of them cannot be read, or that no courier is named.
#[inline(never)]
pub(crate) fn standing<'r>(
    layout: &'r Layout,
    row: &'r impl Fields,
) -> Result<Standing<Names<'r>, Cow<'r, str>>, Fault> {
    if let Some(no_row) = no_row::by_names(layout, row) {
        return Ok(Standing::NoRow(no_row));
    }
    if !layout.keeps(row)? {
        return Ok(Standing::LeftOut);
    }
    if layout.has(place::STATUS) {
        let status = layout.text(place::STATUS, row)?;
        if !layout.counts(&status) {
            return Ok(Standing::NotDelivered(status));
        }
    }
    names(layout, row).map(Standing::Delivered)
}

/// The names in a row, delivered or not.
///
/// # Errors
/// That one of them cannot be read, or that no courier is named.
pub(crate) fn names<'r>(layout: &'r Layout, row: &'r impl Fields) -> Result<Names<'r>, Fault> {
    let courier = cell::id(layout.text(place::COURIER, row)?);
    cell::courier(&courier).map_err(in_field(layout.courier))?;
    let (company, area) = (layout.text(place::COMPANY, row)?, layout.text(place::AREA, row)?);
    let service = layout.text(place::SERVICE, row)?;
    let service = if service.is_empty() { Cow::Borrowed(SERVICE) } else { service };
    Ok(Names { courier, company, area, service })
}

/// How many parcels a row speaks of; one, where the log does not say.
///
/// # Errors
/// That the cell is empty, or is not a whole number that can be.
#[inline]
pub(crate) fn parcels(layout: &Layout, row: &impl Fields) -> Result<u64, Fault> {
    let field = layout.position(place::PARCELS);
    if layout.plain_count {
        let Some(field) = field else { return Ok(1) };
        if let Some(parcels) = cell::quick_parcels(row.field(field)) {
            return Ok(parcels);
        }
    }
    parcels_with_care(layout, field, row)
}

#[inline(never)]
fn parcels_with_care(layout: &Layout, field: Option<usize>, row: &impl Fields) -> Result<u64, Fault> {
    let field = field.unwrap_or(layout.courier);
    let text = if layout.plain_count {
        cell::text(row.field(field), layout.encoding).map_err(in_field(field))?
    } else {
        layout.text(place::PARCELS, row)?
    };
    cell::parcels(&text).map_err(in_field(field))
}

/// The number of the parcel of a row, which stands in that field.
#[inline(never)]
fn number_of_parcel<'r>(layout: &Layout, field: usize, row: &'r impl Fields) -> Result<Cow<'r, str>, Fault> {
    let number = layout.present(field, row)?;
    cell::parcel(&number).map_err(in_field(field))?;
    Ok(number)
}
