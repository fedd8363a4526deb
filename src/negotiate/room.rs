//! What a window has room for: one proposal or two, and how high the histogram may be.

/// The smallest window that has room for the table, in cells and rows.
pub(crate) const SMALLEST: (u16, u16) = (80, 24);

/// From how many cells on both proposals are shown.
const TWO: u16 = 110;

/// The rows that hold no terms and no bars: title, factors, line of questions, line of keys.
const LINES: u16 = 4;

/// What a window has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    /// Whether both proposals are shown side by side.
    pub(crate) both: bool,
    /// How many cells the terms take.
    pub(crate) terms: u16,
    /// How many cells the costs take.
    pub(crate) costs: u16,
    /// How many rows the bars of the histogram take.
    pub(crate) bars: u16,
    /// How many rows there are for terms and costs.
    pub(crate) body: u16,
}

impl Room {
    /// The room of a window; `None` where it is too small.
    pub(crate) fn of((width, height): (u16, u16)) -> Option<Self> {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let both = width >= TWO;
        let terms = if both { 48 + (width - TWO) * 2 / 5 } else { width * 21 / 40 - 1 };
        let bars = (5 + (height - SMALLEST.1) / 4).min(12);
        let histogram = bars + 2;
        Some(Self { both, terms, costs: width - terms - 1, bars, body: height - LINES - histogram })
    }

    /// The proposals that are shown, of which the keys move `active`.
    pub(crate) fn sides(self, active: usize) -> Vec<usize> {
        if self.both { vec![0, 1] } else { vec![active] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At 80 × 24: 24 rows less 4 lines and 7 of the histogram are 13; 80 cells are 41 + 1 + 38.
    #[test]
    fn it_grows_with_the_window() {
        let small = Room { both: false, terms: 41, costs: 38, bars: 5, body: 13 };
        assert_eq!(Room::of((80, 24)), Some(small));
        assert_eq!(Room::of((79, 24)), None);
        assert!(!Room::of((109, 24)).unwrap().both && Room::of((110, 24)).unwrap().both);
        let large = Room::of((160, 50)).unwrap();
        assert_eq!((large.bars, large.body, large.terms + 1 + large.costs), (11, 33, 160));
    }
}
