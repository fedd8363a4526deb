//! Files as the outside world has them: packed, encoded, in a spreadsheet; here they become text, and are written whole or not
//! at all.

pub mod clock;
pub mod digest;
pub mod encoding;
pub mod failure;
pub mod folder;
pub mod full;
pub mod input;
pub mod named;
pub mod output;
mod pattern;
pub mod quotes;
pub mod target;
pub mod unread;

mod begun;
mod compressed;
mod contents;
mod decode;
mod spreadsheet;
