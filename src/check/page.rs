//! The page of a check: the doc comment of its file, in the language of the reader.

use crate::check::Check;

/// The heading under which a doc comment goes on in Chinese.
const CHINESE: &str = "# 中文";

impl Check {
    /// What it looks for, why, an example, and the clause, in Markdown; in Chinese where that is asked for.
    #[must_use]
    pub fn page(&self, chinese: bool) -> String {
        let lines = self.source.lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = lines.map(|line| line.trim_start_matches("//!").trim_start_matches(' ')).collect();
        let text = text.join("\n");
        let (english, other) = text.split_once(CHINESE).unwrap_or((&text, ""));
        if chinese { other } else { english }.trim().to_string()
    }

    /// The first sentence of its page.
    #[must_use]
    pub fn title(&self, chinese: bool) -> String {
        self.page(chinese).lines().next().unwrap_or_default().to_string()
    }
}
