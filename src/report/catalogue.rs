//! The message catalogue: every sentence, heading and word for people, in English and Chinese (Project Fluent).

use std::ffi::OsStr;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use crate::diagnostics::Message;
use crate::diagnostics::legible::legible;
use crate::diagnostics::message::Arg;
use crate::units::Currency;
use crate::units::number::grouped;

/// One folder a language, in it one file an area of the program.
static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/report/messages");

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// English
    En,
    /// Chinese (simplified)
    Zh,
}

impl Language {
    /// Its code, `en` or `zh`, which is also the name of its folder.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// Reads `en` or `zh`; `None` for anything else.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::En, Self::Zh].into_iter().find(|language| language.code() == code)
    }

    /// The language of the machine: Chinese where its locale begins with `zh`, else English.
    #[must_use]
    pub fn of_machine() -> Self {
        let chinese = sys_locale::get_locale().is_some_and(|locale| locale.starts_with("zh"));
        if chinese { Self::Zh } else { Self::En }
    }

    /// The language to speak before the command line is understood, so that its help and its mistakes can be told:
    /// that of the last `--lang` with a language that we speak, else the machine's.
    #[must_use]
    pub fn asked_for(arguments: &[impl AsRef<OsStr>]) -> Self {
        let words = || arguments.iter().map(|word| word.as_ref().to_str().unwrap_or_default());
        words()
            .zip(words().skip(1).chain([""]))
            .take_while(|(word, _)| *word != "--")
            .filter_map(|(word, next)| Self::parse(if word == "--lang" { next } else { word.strip_prefix("--lang=")? }))
            .last()
            .unwrap_or_else(Self::of_machine)
    }
}

/// The sentences of one language. Its files are parsed when the first one is asked for.
pub struct Catalogue {
    language: Language,
    bundle: OnceLock<FluentBundle<FluentResource>>,
    /// The currency that it speaks of, where that is not the yuan, and the same sentences in it.
    currency: OnceLock<(Currency, FluentBundle<FluentResource>)>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Catalogue({})", self.language.code())
    }
}

impl Catalogue {
    /// The catalogue of a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, bundle: OnceLock::new(), currency: OnceLock::new() }
    }

    /// Its language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Speaks of a currency from here on: where a sentence says yuan it says the code of that one.
    pub fn speak_of(&self, currency: Currency) {
        if currency != Currency::YUAN {
            self.currency.get_or_init(|| (currency, bundle(self.language, currency)));
        }
    }

    /// The currency that it speaks of.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency.get().map_or(Currency::YUAN, |(currency, _)| *currency)
    }

    /// The sentence with its figures filled in. An id that the catalogue does not know is said as it is.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.fill(message, None).unwrap_or_else(|| message.id.to_string())
    }

    /// What would be right, where the sentence tells of a mistake (its attribute `.remedy`).
    #[must_use]
    pub fn remedy(&self, message: &Message) -> Option<String> {
        self.fill(message, Some("remedy"))
    }

    /// A remark on one line: `note: …`, `提示：…`.
    #[must_use]
    pub fn remark(&self, message: &Message) -> String {
        self.say(&Message::new("report-note").with("text", self.say(message)))
    }

    /// A word of the program for people: `word-WORD`, or the word itself where there is none.
    #[must_use]
    pub fn word(&self, word: &str) -> String {
        let id = word.replace(['_', '.'], "-").replace('/', "-of-").replace('>', "-over-").replace('%', "");
        self.plain(&format!("word-{id}")).unwrap_or_else(|| word.to_string())
    }

    /// The heading of a column for people: `column-KEY`, or the key itself where there is none.
    #[must_use]
    pub fn column(&self, key: &str) -> String {
        self.plain(&format!("column-{}", key.replace('_', "-"))).unwrap_or_else(|| key.to_string())
    }

    /// A sentence in which nothing is to be filled in, by an id that is put together; `None` where there is none.
    #[must_use]
    pub fn plain(&self, id: &str) -> Option<String> {
        let pattern = self.bundle().get_message(id)?.value()?;
        Some(self.bundle().format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    fn fill(&self, message: &Message, attribute: Option<&str>) -> Option<String> {
        let found = self.bundle().get_message(message.id)?;
        let pattern = match attribute {
            Some(name) => found.get_attribute(name)?.value(),
            None => found.value()?,
        };
        let args: FluentArgs<'_> = message.args.iter().map(|(name, arg)| (*name, self.value(arg))).collect();
        // what is wrong with a pattern is left standing in the text, where a test finds it
        Some(self.bundle().format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            // What a file says reaches the terminal here.
            Arg::Text(text) => FluentValue::from(legible(text)),
            Arg::Figure(figure) => FluentValue::from(grouped(&figure.to_string())),
            // Fluent holds numbers as floats: one that these cannot hold exactly goes in as text
            Arg::Count(count) if *count >= 1 << 53 => FluentValue::from(grouped(&count.to_string())),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Word(word) => FluentValue::from(self.word(word)),
            Arg::Said(message) => FluentValue::from(self.say(message)),
            Arg::Either { en, zh } => FluentValue::from(legible(match self.language {
                Language::En => en.as_str(),
                Language::Zh => zh.as_str(),
            })),
        }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        let in_currency = self.currency.get().map(|(_, bundle)| bundle);
        in_currency.unwrap_or_else(|| self.bundle.get_or_init(|| bundle(self.language, Currency::YUAN)))
    }
}

/// Reads all files of a language, with a currency in place of the yuan.
fn bundle(language: Language, currency: Currency) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.code().parse().expect("our own codes are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number));
    for file in FILES.get_dir(language.code()).into_iter().flat_map(Dir::files) {
        let text = file.contents_utf8().unwrap_or_default();
        let text = if currency == Currency::YUAN { text.to_string() } else { in_currency(text, currency) };
        // a slip in one of our files costs that one sentence and not the run; tests/catalogue.rs finds it
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The sentences of a file in another currency. Of the words with 元 only 单元格, the cell of a sheet, is no money.
fn in_currency(text: &str, currency: Currency) -> String {
    let (cell, kept) = ("单元格", "\u{1}");
    let text = text.replace(cell, kept).replace("元", currency.code()).replace(kept, cell);
    text.replace("yuan", currency.code())
}

/// Prints counts as people read them.
fn number<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_both_languages() {
        let message =
            Message::new("input-unreadable").with("file", "log.csv").with("reason", "No such file or directory");
        assert_eq!(Catalogue::new(Language::En).say(&message), "\"log.csv\" cannot be read: No such file or directory");
        assert_eq!(Catalogue::new(Language::Zh).say(&message), "无法读取“log.csv”：No such file or directory");
        assert!(Catalogue::new(Language::Zh).remedy(&message).unwrap().contains("文件"));
    }

    #[test]
    fn counts_choose_the_plural_and_show_their_thousands() {
        let outside = |parcels| Message::new("log-outside-days").count("parcels", parcels);
        let english = Catalogue::new(Language::En);
        let rest = "outside the days asked for (--from, --until) and are left out";
        let one = "one parcel lies outside the days asked for (--from, --until) and is left out";
        assert_eq!(english.say(&outside(1)), one);
        assert_eq!(english.say(&outside(66_400_000)), format!("66,400,000 parcels lie {rest}"));
        // 2^53 + 1 is the first whole number that a float cannot hold
        assert_eq!(english.say(&outside(9_007_199_254_740_993)), format!("9,007,199,254,740,993 parcels lie {rest}"));
    }

    #[test]
    fn what_it_does_not_know_it_says_as_it_is() {
        let english = Catalogue::new(Language::En);
        assert_eq!(english.say(&Message::new("no-such-id").with("file", "x")), "no-such-id");
        assert_eq!(english.remedy(&Message::new("no-such-id")), None);
        assert_eq!((english.word("no_such"), english.column("no_such")), ("no_such".into(), "no_such".into()));
    }

    #[test]
    fn finds_the_language_before_the_command_line_is_read() {
        assert_eq!(Language::asked_for(&["wagepact", "--lang", "zh", "pay"]), Language::Zh);
        assert_eq!(Language::asked_for(&["wagepact", "--lang=zh", "--lang=en"]), Language::En);
        let machine = Language::of_machine();
        for odd in [&["wagepact", "--lang"][..], &["wagepact", "--lang", "fr"], &["wagepact", "--", "--lang=zh"]] {
            assert_eq!(Language::asked_for(odd), machine);
        }
    }
}
