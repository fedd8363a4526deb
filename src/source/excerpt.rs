//! The one drawer of excerpts: the line in question with a caret under what is meant.

use annotate_snippets::AnnotationKind;
use annotate_snippets::Group;
use annotate_snippets::Level;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;

use crate::source::Place;

/// The words that stand around an excerpt, in the language of the reader.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What kind of remark: "error", "错误".
    pub level: &'a str,
    /// What is wrong.
    pub title: &'a str,
    /// What would be right.
    pub remedy: Option<&'a str>,
    /// What introduces the remedy: "help", "办法".
    pub help: &'a str,
}

/// Draws a remark as a compiler does: title, place, line, caret, remedy. Colour only where asked.
#[must_use]
pub fn draw(words: &Words<'_>, places: &[&Place], colour: bool) -> String {
    let level = Level::ERROR.with_name(words.level);
    let mut groups = Vec::new();
    if places.is_empty() {
        groups.push(Group::with_title(level.primary_title(words.title)));
    } else {
        let first = Group::with_title(level.primary_title(words.title));
        groups.push(places.iter().fold(first, |group, place| group.element(snippet(place))));
    }
    if let Some(remedy) = words.remedy {
        let help = Level::HELP.with_name(words.help).message(remedy);
        let last = groups.pop().expect("a title was pushed");
        groups.push(last.element(help));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&groups).clone()
}

fn snippet(place: &Place) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let line = usize::try_from(place.line).unwrap_or(usize::MAX);
    Snippet::source(place.text.as_str())
        .path(place.file.as_ref())
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(place.span.clone()))
}
