//! Several layouts of the log in one map: `[[layout]]`.

use std::sync::Arc;

use toml::de::DeTable;

use crate::diagnostics::toml_file::Node;
use crate::diagnostics::{Message, toml_file};
use crate::tables::headings::Input;
use crate::tables::map::part::{LogLayout, Part};
use crate::tables::map::read::{LAYOUT, Reader, keys};

/// The key by which a layout names its files.
const FILES: &str = "files";

impl Reader<'_> {
    /// The layouts; what the top of the map says of how files are written and which rows count holds for each that does not say it.
    pub(super) fn layouts(&mut self, root: &DeTable<'_>) -> Vec<LogLayout> {
        let Some(node) = toml_file::get(root, LAYOUT) else { return Vec::new() };
        if let Some(span) = toml_file::key_span(root, "columns") {
            self.critic.wrong(span, Message::new("map-column-two").with("first", LAYOUT).with("second", "columns"));
        }
        if node.get_ref().as_array().is_none_or(|all| all.iter().any(|one| one.get_ref().as_table().is_none())) {
            self.critic.wrong_type(LAYOUT, "shape-layouts", node);
            return Vec::new();
        }
        toml_file::many(node).filter_map(|node| self.layout(root, node)).collect()
    }

    fn layout(&mut self, root: &DeTable<'_>, node: &Node<'_>) -> Option<LogLayout> {
        let table = node.get_ref().as_table()?;
        let known: Vec<&str> = [FILES].into_iter().chain(keys(Input::Log)).collect();
        self.keys(table, &known);
        let files = toml_file::get(table, FILES).map(|node| self.words(FILES, node)).unwrap_or_default();
        if files.is_empty() && !table.contains_key("columns") {
            self.critic.wrong(node.span(), Message::new("map-layout-of-nothing"));
        }
        let part = Part { is_layout: true, ..self.part(Input::Log, table, Some(root)) };
        Some(LogLayout { files, part: Arc::new(part) })
    }
}
