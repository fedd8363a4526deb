//! The order of the blocks, kept while they are read out of order: how many lines stand before each.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crate::deliveries::read::blocks::Block;
use crate::diagnostics::Message;
use crate::files::full::is_full;

/// Which blocks are done, and the number of the line with which the first of the others begins.
#[derive(Debug, Default)]
pub(crate) struct LineNumbers {
    state: Mutex<State>,
    advanced: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The first block that is not done.
    next: u64,
    /// How many lines of its file stand before it, where its file does not begin with it.
    lines: u64,
    /// How many rows its file has up to there.
    rows: u64,
    file: Option<Arc<str>>,
    /// Files that have as many rows as a sheet holds.
    full: Vec<(Arc<str>, u64)>,
    /// Blocks after it that are done: the lines before them, where a file begins there, and the lines in them.
    done: BTreeMap<u64, Done>,
}

#[derive(Debug)]
struct Done {
    file: Arc<str>,
    lines_before: Option<u64>,
    lines: u64,
}

impl State {
    fn end_file(&mut self) {
        let file = self.file.take().filter(|_| is_full(self.rows));
        self.full.extend(file.map(|file| (file, self.rows)));
    }
}

impl LineNumbers {
    /// Waits until all earlier blocks are done, then gives the number of the block's first line.
    pub(crate) fn first_line(&self, block: &Block) -> u64 {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let state = self.advanced.wait_while(state, |state| state.next != block.number);
        let state = state.unwrap_or_else(PoisonError::into_inner);
        block.lines_before.unwrap_or(state.lines) + 1
    }

    /// Enters that a block of so many lines is done.
    pub(crate) fn done(&self, block: &Block, lines: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let done = Done { file: Arc::clone(&block.layout.file), lines_before: block.lines_before, lines };
        state.done.insert(block.number, done);
        let before = state.next;
        loop {
            let next = state.next;
            let Some(Done { file, lines_before, lines }) = state.done.remove(&next) else { break };
            if lines_before.is_some() {
                state.end_file();
                state.rows = 0;
            }
            state.file = Some(file);
            state.rows += lines;
            state.lines = lines_before.unwrap_or(state.lines) + lines;
            state.next += 1;
        }
        if state.next != before {
            self.advanced.notify_all();
        }
    }

    /// Tells of files that have exactly as many rows as a sheet holds, when all blocks are done.
    pub(crate) fn full(self) -> Vec<Message> {
        let mut state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        state.end_file();
        let note =
            |(file, rows): (Arc<str>, u64)| Message::new("input-rows-full").with("file", &*file).count("count", rows);
        state.full.into_iter().map(note).collect()
    }

    /// The number of the line after all blocks that are done.
    pub(crate) fn next_line(&self) -> u64 {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).lines + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliveries::csv::record;
    use crate::deliveries::row::layout::Layout;
    use crate::deliveries::row::named::Named;

    #[test]
    fn lines_are_counted_in_the_order_of_the_blocks() {
        let (heading, mut fields) = (b"courier,date", Vec::new());
        record::fields(heading, 0, b',', &mut fields).unwrap();
        let named = Named::plain("log.csv");
        let layout = Layout::new(&named, 1, heading, &fields, &mut Vec::new()).unwrap();
        let layout = Arc::new(layout);
        let block = |number, lines_before| {
            let layout = layout.clone();
            Block { number, ticket: None, layout, end: 0, offset: 0, lines_before }
        };
        // Two blocks of a log whose headings are one line, then one of a log with two lines before its rows.
        let blocks = [block(0, Some(1)), block(1, None), block(2, Some(2))];
        let line_numbers = LineNumbers::default();
        line_numbers.done(&blocks[1], 20);
        assert_eq!(line_numbers.first_line(&blocks[0]), 2);
        line_numbers.done(&blocks[0], 10);
        assert_eq!(line_numbers.next_line(), 32); // 1 + 10 + 20 lines are done
        assert_eq!(line_numbers.first_line(&blocks[2]), 3);
    }
}
