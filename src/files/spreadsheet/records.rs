//! The records of an old workbook (BIFF).

/// The record that ends a part of a workbook.
pub(super) const END: u16 = 0x000a;

/// The records of a workbook: two bytes of kind, two of length, and as many of data.
pub(super) struct Records<'a> {
    pub rest: &'a [u8],
}

pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (two(self.rest, 0)?, two(self.rest, 2)?);
        let data = self.rest.get(4..4 + usize::from(length))?;
        self.rest = &self.rest[4 + data.len()..];
        Some(Record { kind, data })
    }
}

/// Where the records of each sheet begin, in the order of the sheets.
pub(super) fn sheets(book: &[u8]) -> Vec<usize> {
    let globals = (Records { rest: book }).take_while(|record| record.kind != END);
    // BOUNDSHEET
    let starts = globals.filter(|record| record.kind == 0x0085).filter_map(|record| four(record.data, 0));
    starts.map(|start| usize::try_from(start).unwrap_or(usize::MAX)).collect()
}

pub(super) fn two(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

pub(super) fn four(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_follow_each_other() {
        let bytes = [1, 0, 1, 0, 7, 2, 0, 0, 0, 3, 0, 9, 0, 1];
        let kinds: Vec<_> = Records { rest: &bytes }.map(|record| (record.kind, record.data.len())).collect();
        assert_eq!(kinds, [(1, 1), (2, 0)]); // the third is cut off
    }
}
