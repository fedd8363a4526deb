//! The page on which the parcels of a key were counted last, kept with its names.

use crate::deliveries::count::periods::EACH_DAY;

/// Where a page lies whose days are counted each for itself or all as one: so little that it finds room with the names of a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenPage {
    /// Its first cell.
    cell: u32,
    /// Months since the year 0; 0: no page.
    pub month: u16,
    by_day: bool,
}

impl OpenPage {
    pub(crate) const NONE: Self = Self { cell: 0, month: 0, by_day: false };

    /// Of a page of that month, whose days begin periods so and whose first cell that is; `None` of one of other periods.
    pub(crate) fn of(month: u32, begins: u32, cell: u32) -> Option<Self> {
        let month = u16::try_from(month).ok()?;
        matches!(begins, 1 | EACH_DAY).then_some(Self { cell, month, by_day: begins == EACH_DAY })
    }

    /// The place of a day's cell among all.
    #[inline]
    pub(crate) fn place(self, day: u8) -> usize {
        self.cell as usize + if self.by_day { usize::from(day) } else { 0 }
    }
}
