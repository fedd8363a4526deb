//! A proposal as a file that `cost --proposal` reads, and that the table reads again.

use crate::agreement::Words;
use crate::agreement::proposal::Proposal;

/// The text of the file.
pub(crate) fn text(proposal: &Proposal, title: &Words) -> String {
    let mut file = format!("title = {}\n", both(title));
    for change in &proposal.changes {
        file.extend(["\n[[change]]\nchange = ", &quoted(&change.text), "\n"]);
        file.extend(change.from.map(|day| format!("from = {day}\n")));
        if change.on_top_of_earlier {
            file.push_str("on-top-of-earlier = true\n");
        }
        file.extend(change.reason.as_ref().map(|reason| format!("reason = {}\n", both(reason))));
    }
    file
}

/// The title of a proposal: as it was read, else the name of its file.
pub(crate) fn title(proposal: &Proposal, path: &str) -> Words {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let name = name.strip_suffix(".toml").unwrap_or(name);
    proposal.title.clone().unwrap_or_else(|| Words { en: name.into(), zh: name.into() })
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

fn both(words: &Words) -> String {
    if words.en == words.zh {
        return quoted(&words.en);
    }
    format!("{{ en = {}, zh = {} }}", quoted(&words.en), quoted(&words.zh))
}
