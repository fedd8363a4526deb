//! An agreement: the clauses agreed, as rules that can be computed, each with the words it rests on.
//!
//! One folder is one agreement, each `.toml` in it one document. What is typed becomes, in order: a file whose shape
//! is that of the one description of the format (`format`, `check`), its values compared with each other (`read`), the documents
//! of an agreement compared (`validate`, called by `library`), and, where several are given, one stack (`stack`), in which of two rules on the same thing the one better for the worker holds.

pub mod absence;
pub mod altered;
pub mod asked;
mod calendar;
mod called;
pub mod change;
pub(crate) mod check;
pub mod counting;
pub mod dated;
pub mod document;
pub mod figure;
pub mod format;
pub mod formula;
pub mod in_force;
pub mod interval;
pub mod kinds;
pub mod library;
pub mod measure;
mod names;
mod order_floor;
pub mod order_floors;
pub(crate) mod plain_floor;
pub mod premium;
pub mod proposal;
mod proposed;
pub mod proviso;
mod read;
mod reckoned;
mod references;
pub mod rule;
pub mod schema;
pub mod scope;
pub mod shape;
pub mod stack;
pub mod synonyms;
mod validate;
pub(crate) mod value;

pub use dated::Dated;
pub use document::{Document, NotCovered, PayDay, Source, Words};
pub use rule::Rule;
pub use stack::Agreement;
