//! The help and the mistakes of the command line, in Chinese and in English.

use std::collections::BTreeSet;

use clap::{CommandFactory, Parser};
use wagepact::cli::Cli;
use wagepact::diagnostics::wrap;
use wagepact::report::help::{translate, within};
use wagepact::report::problems::problems;
use wagepact::report::usage::clap_problem;
use wagepact::report::{Catalogue, Language};

/// What the help in Chinese may say in Latin letters: names of formats, of columns, and samples of values.
const CODE: &str = "GB GBK UTF wagepact CSV JSON Schema TOML roff shell SHELL source YYYY MM DD delivery area minimum wage company parcels underpaid \
     median mean p china month weight SQL FROM read log all varchar true csv json md txt toml xlsx Excel Windows";

fn chinese() -> clap::Command {
    translate(Cli::command().term_width(0), &Catalogue::new(Language::Zh))
}

/// What clap answers to a command line that it does not carry out.
fn refused(command: clap::Command, words: &[&str]) -> clap::Error {
    command.try_get_matches_from(words).expect_err("clap answers this by itself")
}

/// Every page of help, short and long, with the words that ask for it.
fn pages() -> Vec<(Vec<String>, String)> {
    let names = Cli::command().get_subcommands().map(|command| command.get_name().to_string()).collect::<Vec<_>>();
    let mut pages = Vec::new();
    for name in names.iter().map(Some).chain([None]) {
        for flag in ["-h", "--help"] {
            pages.push(["wagepact"].into_iter().map(String::from).chain(name.cloned()).chain([flag.into()]).collect());
        }
        pages.push(["wagepact", "help"].into_iter().map(String::from).chain(name.cloned()).collect::<Vec<_>>());
    }
    pages.push(["wagepact", "help", "help"].map(String::from).to_vec());
    let page = |words: Vec<String>| {
        let asked: Vec<&str> = words.iter().map(String::as_str).collect();
        let text = refused(chinese(), &asked).render().to_string();
        (words, text)
    };
    pages.into_iter().map(page).collect()
}

/// Every page stands within 80 columns, and says what it said: nothing but the ends of its lines is new.
#[test]
fn no_line_of_help_is_wider_than_the_terminal() {
    for language in [Language::En, Language::Zh] {
        let names = Cli::command().get_subcommands().map(|command| command.get_name().to_string()).collect::<Vec<_>>();
        for (name, flag) in names.iter().flat_map(|name| [(name, "-h"), (name, "--help")]) {
            let command = translate(Cli::command().term_width(0), &Catalogue::new(language));
            let page = refused(command, &["wagepact", name, flag]).render().to_string();
            let within = within(&page, 80);
            for line in within.lines() {
                assert!(wrap::cells(line) <= 80, "{name} {flag}: {line}");
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(bare(&within), bare(&page), "{name} {flag}");
        }
    }
}

#[test]
fn what_goes_on_below_stands_behind_its_flag() {
    let page = "\
用法: wagepact pay [选项] <派件记录>... -a <名称|路径>

  -a, --agreement <名称|路径>  协议，写内置的名称或路径；可给多份。
          派件记录，CSV 或电子表格，每行一件或一个件数。
          - gb18030：国标，含 GBK 和 GB2312 两种字符集
";
    assert_eq!(
        within(page, 46),
        "\
用法: wagepact pay [选项] <派件记录>... -a
      <名称|路径>

  -a, --agreement <名称|路径>  协议，写内置的
  名称或路径；可给多份。
          派件记录，CSV 或电子表格，每行一件或
          一个件数。
          - gb18030：国标，含 GBK 和 GB2312 两
            种字符集
"
    );
}

/// The words of Latin letters in a text.
fn latin(text: &str) -> BTreeSet<&str> {
    text.split(|character: char| !character.is_ascii_alphabetic()).filter(|word| word.len() > 1).collect()
}

#[test]
fn help_in_chinese_has_nothing_english_but_flags_and_code_words() {
    let mut known: BTreeSet<String> = CODE.split(' ').map(String::from).collect();
    let root = Cli::command();
    for command in root.get_subcommands().chain([&root]) {
        known.insert(command.get_name().to_string());
        for arg in command.get_arguments() {
            known.extend(arg.get_long().unwrap_or_default().split('-').map(String::from));
            known.extend(arg.get_possible_values().iter().flat_map(|value| {
                value
                    .get_name()
                    .split(|letter: char| !letter.is_ascii_alphabetic())
                    .map(String::from)
                    .collect::<Vec<_>>()
            }));
        }
    }
    known.extend(["help", "version"].map(String::from));
    for (asked, page) in pages() {
        let unknown: Vec<_> = latin(&page).into_iter().filter(|word| !known.contains(*word)).collect();
        assert!(unknown.is_empty(), "{asked:?}: {unknown:?}\n{page}");
    }
}

#[test]
fn every_argument_has_its_own_help_and_none_is_left_over() {
    let pages = pages();
    for (asked, page) in &pages {
        assert!(!page.contains("help-"), "an id that the catalogue lacks, {asked:?}:\n{page}");
    }
    let all: String = pages.into_iter().map(|(_, page)| page).collect();
    let texts = include_str!("../src/report/messages/zh/help.ftl");
    for line in texts.lines().filter(|line| line.starts_with("help-")) {
        let (id, text) = line.split_once(" = ").expect("help is of one line");
        assert!(all.contains(text), "{id} is nowhere shown");
    }
}

#[test]
fn a_page_of_help() {
    let page = refused(chinese(), &["wagepact", "show", "-h"]).render().to_string();
    assert!(
        page.starts_with(
            "\
以可读的文本显示协议：原文、据以计算的内容、未计算的内容。

用法: wagepact show [选项] [名称|路径]...

参数:
  [名称|路径]...  协议，写内置的名称或路径。

选项:
"
        ),
        "{page}"
    );
    assert!(page.ends_with("  -h, --help                   显示帮助\n"), "{page}");
}

#[test]
fn both_languages_understand_the_same() {
    use clap::FromArgMatches;
    let lines: [&[&str]; 4] = [
        &[
            "wagepact",
            "pay",
            "a.csv",
            "-",
            "-a",
            "anji-courier",
            "--rate",
            "delivery=-0.7",
            "--by",
            "area",
            "-f",
            "csv",
        ],
        &["wagepact", "cost", "-a", "x", "--parcels", "66400000", "--change", "delivery +0.10", "--by", "total", "-q"],
        &["wagepact", "--lang", "zh", "show", "anji-courier", "--on", "2022-05-01", "--headings", "zh"],
        &["wagepact", "completions", "bash"],
    ];
    for line in lines {
        let matches = chinese().try_get_matches_from(line).expect("a sound command line");
        let understood = Cli::from_arg_matches(&matches).expect("the same arguments");
        let meant = Cli::try_parse_from(line).expect("a sound command line");
        assert_eq!(format!("{understood:?}"), format!("{meant:?}"));
    }
}

fn told(language: Language, words: &[&str]) -> String {
    let catalogue = Catalogue::new(language);
    let error = refused(translate(Cli::command(), &catalogue), words);
    assert_eq!(error.exit_code(), 2);
    let problem = clap_problem(&error, &Cli::command()).expect("a mistake");
    problems(&[problem], &catalogue, false)
}

#[test]
fn mistakes_are_told_in_both_languages() {
    let pay = ["wagepact", "pay", "may.csv", "-a", "anji-courier"];
    let with = |more: &[&'static str]| [&pay[..], more].concat();
    let cases: [(Vec<&str>, &str, &str); 10] = [
        (
            with(&["--show", "people"]),
            "error: --show belongs to compare\n |\n = help: this command does not take it; see --help for what it takes\n",
            "错误: --show 是 compare 的参数\n |\n = 办法: 本命令没有这个参数；可用的参数见 --help\n",
        ),
        (
            with(&["--ouptut", "x"]),
            "error: --ouptut is not a known argument\n |\n = help: a similar one is --output\n",
            "错误: 此处没有参数 --ouptut\n |\n = 办法: 相近的参数有 --output\n",
        ),
        (
            with(&["--zzz"]),
            "error: --zzz is not a known argument\n |\n = help: see --help for those that are\n",
            "错误: 此处没有参数 --zzz\n |\n = 办法: 可用的参数见 --help\n",
        ),
        (
            vec!["wagepact", "pai"],
            "error: there is no command \"pai\"\n |\n = help: a similar one is pay\n",
            "错误: 没有命令“pai”\n |\n = 办法: 相近的命令有 pay\n",
        ),
        (
            vec!["wagepact", "pay"],
            "error: these arguments are missing: --agreement <NAME|PATH>, <LOG>...\n |\n = help: add them; see --help\n",
            "错误: 缺少参数：--agreement <名称|路径>, <派件记录>...\n |\n = 办法: 请一并写出；用法见 --help\n",
        ),
        (
            with(&["--by", "week"]),
            "error: \"week\" is not a value of --by <BY>\n |\n = help: the values are: courier, company, area, month, total\n",
            "错误: “week”不是 --by <项目> 可用的值\n |\n = 办法: 可用的值：courier, company, area, month, total\n",
        ),
        (
            with(&["--rates"]),
            "error: --rates <FILE> has no value\n |\n = help: write the value after it\n",
            "错误: --rates <文件> 后面没有值\n |\n = 办法: 在其后写出值\n",
        ),
        (
            with(&["--rates", "a.csv", "--rates", "b.csv"]),
            "error: --rates <FILE> is given more than once\n |\n = help: give it once\n",
            "错误: --rates <文件> 写了不止一次\n |\n = 办法: 只写一次\n",
        ),
        (
            with(&["--lines", "--by", "area"]),
            "error: --lines cannot be used with --by <BY>\n |\n = help: use only one of them\n",
            "错误: --lines 不能与 --by <项目> 同时使用\n |\n = 办法: 只用其中一个\n",
        ),
        (
            vec!["wagepact", "schema", "--quiet=3"],
            "error: --quiet does not take the value \"3\"\n |\n = help: omit the value\n",
            "错误: --quiet 不带值，却写了“3”\n |\n = 办法: 去掉这个值\n",
        ),
    ];
    for (words, english, chinese) in cases {
        assert_eq!(told(Language::En, &words), english);
        assert_eq!(told(Language::Zh, &words), chinese);
    }
}

#[test]
fn help_and_version_are_no_mistakes() {
    for words in [&["wagepact", "--help"][..], &["wagepact", "-V"], &["wagepact"], &["wagepact", "help", "pay"]] {
        assert_eq!(clap_problem(&refused(Cli::command(), words), &Cli::command()), None);
    }
}
