//! The employment ended in a protected period, in a way that the law bars then.
//!
//! **What**: the roster's `left` falls in pregnancy, maternity leave or nursing, and `left_reason` says that the employer ended it
//! with notice or laid off (劳动合同法 art. 40, 41): a violation. The end of a term, a reason that is not known and none at all are
//! warnings. Leaving by agreement (art. 36), by the courier's own notice (37, 38), for cause (39) and by retirement (44) are free.
//!
//! **Why**: no arbitrary dismissal; a contract that expires runs on to the end of the period.
//!
//! **Example**: left on the last day of the nursing period with the reason 裁员. The day after it would be none, nor would
//! 个人原因离职.
//!
//! **Clause**: that of the protection; 劳动合同法 art. 36 to 42, 44 and 45.
//!
//! # 中文
//!
//! 保护期内以法律禁止的方式终止劳动关系。
//!
//! **查什么**：花名册的 `left`（离职日期）在孕期、产假或哺乳期之内，而 `left_reason`（离职原因）是用人单位预告解除或裁员（劳动合同法第40条、第41条）：违规。合同到期、原因不明或未记原因的：提醒。协商一致（第36条）、本人辞职（第37条、第38条）、过失性解除（第39条）、退休（第44条）不受限制。
//!
//! **为什么**：不得随意辞退；合同期满的，顺延至该期间结束。
//!
//! **举例**：哺乳期最后一天离职，原因为裁员。次日离职则不算，个人原因离职也不算。
//!
//! **依据**：该保护条款；劳动合同法第36条至第42条、第44条、第45条。

use std::collections::BTreeSet;

use crate::agreement::kinds::Grant;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check = Check {
    code: "dismissed-while-protected",
    severity: Severity::Violation,
    needs: &[Need::Roster, Need::RosterColumn("left"), Need::Protected, Need::Grant(Grant::NoDismissal)],
    reveals_protection: true,
    source: include_str!("dismissed_while_protected.rs"),
    find,
};

/// How an employment ended, by what the roster writes.
#[derive(Clone, Copy)]
enum Ending {
    /// By notice of the employer or a layoff, which art. 42 bars.
    Barred,
    /// By agreement, own notice, for cause, by retirement or death.
    Free,
    /// At the end of the term, which art. 45 puts off.
    Term,
    /// In a way that is not known.
    Unknown,
}

/// Words of each: the first kind that has a word of the reason is its kind, so that 不是个人原因 and 劝退 are not taken for own notice.
const WORDS: &[(Ending, &[&str])] = &[
    (Ending::Unknown, &["不是", "非个人", "非本人", "并非", "not "]),
    (
        Ending::Barred,
        &[
            "裁员",
            "裁减",
            "辞退",
            "解雇",
            "优化",
            "胜任",
            "医疗期满",
            "情况变化",
            "情况发生",
            "laid off",
            "layoff",
            "dismiss",
            "redundan",
        ],
    ),
    (
        Ending::Free,
        &[
            "辞职",
            "个人原因",
            "离职申请",
            "主动离职",
            "自愿离职",
            "自动离职",
            "自离",
            "协商",
            "协议解除",
            "违纪",
            "违法",
            "失职",
            "过失",
            "开除",
            "不符合录用条件",
            "退休",
            "死亡",
            "resign",
            "own notice",
            "agreement",
            "for cause",
            "misconduct",
            "retire",
        ],
    ),
    (Ending::Term, &["到期", "期满", "届满", "不续签", "expir", "end of term", "end of contract"]),
    // Of itself, what is protected is no ground: 国务院令第619号 art. 5.
    (Ending::Barred, &["怀孕", "生育", "哺乳", "产假", "pregnan", "maternity"]),
];

fn ending(reason: &str) -> Ending {
    let reason: String = reason.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let has = |(_, words): &&(Ending, &[&str])| words.iter().any(|word| reason.contains(word));
    WORDS.iter().find(has).map_or(Ending::Unknown, |(ending, _)| *ending)
}

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let Some(roster) = payroll.workforce.roster.as_deref() else { return Vec::new() };
    let mut findings = Vec::new();
    // Several rows of a courier may repeat one and the same leaving.
    let mut seen = BTreeSet::new();
    for terms in roster.people().flat_map(|(_, rows)| rows) {
        let Some(left) = terms.left.filter(|left| payroll.months.contains(&payroll.calendar.period(*left))) else {
            continue;
        };
        if !seen.insert((&terms.courier, &terms.company, left)) {
            continue;
        }
        let (said, severity) = match ending(&terms.left_reason) {
            Ending::Free => continue,
            Ending::Barred => ("check-dismissed", Severity::Violation),
            Ending::Term => ("check-dismissed-term", Severity::Warning),
            Ending::Unknown if terms.left_reason.is_empty() => ("check-dismissed-unsaid", Severity::Warning),
            Ending::Unknown => ("check-dismissed-unknown", Severity::Warning),
        };
        let protections = payroll.protections(Grant::NoDismissal, &terms.courier, &terms.company, left);
        let Some((rule, _)) = protections.into_iter().next() else { continue };
        let message = Message::new(said).with("day", left.to_string()).with("reason", &*terms.left_reason);
        let finding = CHECK.finding(&terms.company, &terms.courier, message).under(rule);
        findings.push(Finding { severity, ..finding.in_month(payroll.calendar.period(left)).at(&terms.place) });
    }
    findings
}
