//! The screen of the table: terms on the left, costs on the right, the spread of pay below, and the keys.

use ratatui::Frame;

use crate::negotiate::Session;

pub(crate) fn draw(_session: &Session, _frame: &mut Frame<'_>) {}
