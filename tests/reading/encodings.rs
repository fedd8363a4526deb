//! The same log in UTF-8, in GB18030 and in UTF-16: the same figures, the same problems in the same places.

use proptest::collection::vec;
use proptest::prelude::*;
use wagepact::deliveries::Reading;
use wagepact::diagnostics::{Message, Problems};
use wagepact::files::encoding::Stated;

use crate::reading::logs::{Kind, division, log, read, read_as};

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// A reading without the note of how it was read; the problems by what they say and where.
type Outcome = Result<Reading, Vec<(Message, Option<(u64, u64, String)>)>>;

fn outcome(read: Result<Reading, Problems>) -> Outcome {
    let told = |problems: Problems| {
        let place = |place: &wagepact::diagnostics::Place| (place.line, place.column, place.text.clone());
        let message = |mut message: Message| {
            // the file lies in another folder each time
            message.args.retain(|(name, _)| *name != "file");
            message
        };
        problems.into_iter().map(|problem| (message(problem.message), problem.place.as_deref().map(place))).collect()
    };
    read.map(|mut reading| {
        reading.notes.retain(|note| note.id != "log-read-as");
        reading
    })
    .map_err(told)
}

/// Rejected rows without the file that they come from, which lies in another folder each time.
fn without_files(rejects: &[u8]) -> Vec<Vec<String>> {
    let records: Vec<csv::StringRecord> = csv::Reader::from_reader(rejects).records().map(Result::unwrap).collect();
    let kept = |(at, cell): (usize, &str)| (at != 11).then(|| cell.to_string());
    records.iter().map(|record| record.iter().enumerate().filter_map(kept).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_log_says_the_same_in_every_encoding(
        logs in vec(log(Kind::Any), 1..3),
        division in division(),
        sprinkled in vec((any::<prop::sample::Index>(), any::<char>()), 0..6),
    ) {
        // Texts, with characters in them from all of Unicode: those of four bytes in GB18030 too.
        let texts: Vec<String> = logs.iter().map(|log| {
            let mut text: Vec<char> = String::from_utf8_lossy(log).trim_start_matches('\u{feff}').chars().collect();
            let start = text.iter().position(|character| matches!(character, '\n' | '\r')).unwrap_or(text.len());
            for (at, character) in &sprinkled {
                // U+FEFF is a mark, and U+E5E5 has no place in GB18030 as the web reads it.
                let known = gb18030(&character.to_string()) != b"\xa1\xa1" || *character == '\u{3000}';
                if known && *character != '\u{feff}' && !gb18030(&character.to_string()).starts_with(b"&#") {
                    text.insert(start + at.index(text.len() - start + 1), *character);
                }
            }
            text.into_iter().collect()
        }).collect();
        let written = |bytes: &dyn Fn(&str) -> Vec<u8>| texts.iter().map(|text| bytes(text)).collect::<Vec<_>>();
        let marked = |text: &str| format!("\u{feff}{text}");
        let twins = [
            (Some(Stated::Utf8), written(&|text| text.into())),
            (None, written(&|text| marked(text).into())),
            (Some(Stated::Gb18030), written(&gb18030)),
            (None, written(&|text| gb18030(&marked(text)))),
            (Some(Stated::Utf16Le), written(&|text| utf16(text, u16::to_le_bytes))),
            (None, written(&|text| utf16(&marked(text), u16::to_be_bytes))),
        ];
        let mut rejects = Vec::new();
        let expected = outcome(read(&twins[0].1, (1, 1 << 20), Some(&mut rejects)));
        let told = outcome(read(&twins[0].1, (1, 1 << 20), None));
        for (stated, logs) in &twins {
            let mut rejected = Vec::new();
            prop_assert_eq!(&outcome(read_as(*stated, logs, division, Some(&mut rejected))), &expected);
            prop_assert_eq!(without_files(&rejected), without_files(&rejects));
            prop_assert_eq!(&outcome(read_as(*stated, logs, division, None)), &told);
        }
    }

    /// What no one has said is found, whatever stands where and however little is read at a time.
    #[test]
    fn the_encoding_of_a_log_is_found(rows in 0..40usize, ascii in 0..3_000usize, division in division()) {
        let row = |row: usize| format!("K{row},递铺,签收,2022-05-01\n");
        let ascii = "K1,,1,2022-05-02\n".repeat(ascii);
        let text = format!("courier,area,status,date\n{ascii}{}", (0..rows).map(row).collect::<String>());
        let plain = read(&[text.clone().into_bytes()], division, None).unwrap();
        prop_assert_eq!(&plain.notes, &Vec::new());
        let logs = [gb18030(&text), text.clone().into_bytes(), gb18030(&text)];
        let each: Vec<Reading> = logs.iter().map(|log| read_as(None, std::slice::from_ref(log), division, None).unwrap()).collect();
        for reading in &each {
            prop_assert_eq!((&reading.tally, &reading.summary), (&plain.tally, &plain.summary));
        }
        prop_assert_eq!([each[0].notes.len(), each[1].notes.len()], [usize::from(rows > 0), 0]);
        // All of them in one: three times the rows.
        let together = read_as(None, &logs, division, None).unwrap();
        prop_assert_eq!(together.summary.counted, 3 * plain.summary.counted);
        prop_assert_eq!(together.tally.rows.len(), plain.tally.rows.len());
    }
}

#[test]
fn bytes_that_mean_nothing_are_told_with_their_place_in_the_file() {
    // 签收 is C7 A9 CA D5: 25 bytes of headings, then K1, and 递 (B5 DD) with a byte that begins no character.
    let log = b"courier,area,status,date\nK1,\xb5\xdd\xff,\xc7\xa9\xca\xd5,2022-05-01\n".to_vec();
    let problems = read_as(None, std::slice::from_ref(&log), (1, 10), None).unwrap_err();
    let place = problems[0].place.as_ref().unwrap();
    assert_eq!((problems[0].message.id, place.line, place.column), ("log-not-text", 2, 4));
    let args = Message::new("").with("encoding", "GB18030").count("offset", 30).args;
    assert_eq!(problems[0].message.args[2..], args);
    // The same said to be UTF-8: the status is read first, and is plainly GB18030.
    let problems = read(&[log], (1, 10), None).unwrap_err();
    assert_eq!(problems[0].message.id, "log-other-encoding");
    // A byte that means nothing in either.
    let log = b"courier,date\nK\xff,2022-05-01\n".to_vec();
    let problems = read(&[log], (1, 10), None).unwrap_err();
    let args = Message::new("").with("encoding", "UTF-8").count("offset", 14).args;
    assert_eq!(problems[0].message.args[2..], args);
}

#[test]
fn text_cut_off_in_utf16_is_a_mistake_of_the_file() {
    let mut log = utf16("\u{feff}courier,date\nK1,2022-05-01\n", u16::to_le_bytes);
    log.push(0x4e);
    let problems = read_as(None, &[log], (1, 10), None).unwrap_err();
    assert_eq!((problems.len(), problems[0].message.id), (1, "input-not-text"));
    let unmarked = utf16("courier,date\n", u16::to_le_bytes);
    let problems = read_as(Some(Stated::Utf16), &[unmarked], (1, 10), None).unwrap_err();
    assert_eq!(problems[0].message.id, "input-utf16-unmarked");
}
