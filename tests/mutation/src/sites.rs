//! Finds the places of a file that can be changed, and the changes at each.

use crate::{operators, values};
use std::ops::Range;
use syn::BinOp;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A place in a file.
pub struct Site {
    /// The bytes of what is changed; of a body and an arm, where the change is put.
    pub at: Range<usize>,
    pub kind: Kind,
    /// What stands there, in short, and in which function.
    pub what: String,
    pub function: String,
    /// What is put in its place, one a change: as Rust, and as it is told.
    pub changes: Vec<(String, String)>,
}

#[derive(Clone, PartialEq, Eq)]
pub enum Kind {
    /// An expression, of which another one is put in the place.
    Expression,
    /// Two sides compared by an operator, of which another one is put in the place.
    Comparison(Range<usize>),
    /// `&&` or `||`, each of which is put in the place of the other.
    Both(Range<usize>),
    Either(Range<usize>),
    /// The condition of an arm.
    Guard,
    /// A body, which gives back at once.
    Body,
    /// An arm without a condition, which never holds.
    Arm,
}

/// The places of a file in the order of the text.
pub fn of(text: &str) -> Vec<Site> {
    let file = syn::parse_file(text).expect("the program builds");
    let mut finder = Finder { text, functions: Vec::new(), sites: Vec::new() };
    finder.visit_file(&file);
    finder.sites
}

struct Finder<'a> {
    text: &'a str,
    functions: Vec<String>,
    sites: Vec<Site>,
}

impl Finder<'_> {
    fn told(&self, node: &impl Spanned) -> &str {
        &self.text[node.span().byte_range()]
    }

    fn push(&mut self, at: Range<usize>, kind: Kind, what: &str, changes: Vec<(String, String)>) {
        if !changes.is_empty() {
            let function = self.functions.join("::");
            self.sites.push(Site { at, kind, what: short(what), function, changes });
        }
    }

    fn function(&mut self, attributes: &[syn::Attribute], signature: &syn::Signature, body: Option<&syn::Block>) {
        let Some(body) = body else { return };
        if is_for_tests(attributes) || signature.constness.is_some() {
            return;
        }
        self.functions.push(signature.ident.to_string());
        let inside = body.brace_token.span.join().byte_range();
        let is = self.text[inside.start + 1..inside.end - 1].trim();
        let of_type = if matches!(&signature.output, syn::ReturnType::Type(..)) { is } else { "" };
        let values = values::of(&signature.output).into_iter().filter(|value| value != of_type && !is.is_empty());
        let changes = values.map(|value| (value.clone(), format!("return {value}"))).collect();
        let what = format!("fn {}", signature.ident);
        self.push(inside.start + 1..inside.start + 1, Kind::Body, &what, changes);
        self.visit_block(body);
        self.functions.pop();
    }

    fn named(&mut self, name: String, visit: impl FnOnce(&mut Self)) {
        self.functions.push(name);
        visit(self);
        self.functions.pop();
    }

    /// A condition that is always met, and one that never is.
    fn guard(&mut self, condition: &syn::Expr) {
        if !binds(condition) {
            let what = format!("if {}", self.told(condition));
            let changes = ["true", "false"].map(|value| (value.to_string(), format!("if {value}")));
            self.push(condition.span().byte_range(), Kind::Guard, &what, changes.to_vec());
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, node: &'ast syn::ItemFn) {
        self.function(&node.attrs, &node.sig, Some(&node.block));
    }

    fn visit_impl_item_fn(&mut self, node: &'ast syn::ImplItemFn) {
        self.function(&node.attrs, &node.sig, Some(&node.block));
    }

    fn visit_trait_item_fn(&mut self, node: &'ast syn::TraitItemFn) {
        self.function(&node.attrs, &node.sig, node.default.as_ref());
    }

    fn visit_item_impl(&mut self, node: &'ast syn::ItemImpl) {
        if !is_for_tests(&node.attrs) {
            let of = self.told(&node.self_ty).split('<').next().unwrap_or_default().to_string();
            self.named(of, |finder| node.items.iter().for_each(|item| finder.visit_impl_item(item)));
        }
    }

    fn visit_item_mod(&mut self, node: &'ast syn::ItemMod) {
        if !is_for_tests(&node.attrs) {
            visit::visit_item_mod(self, node);
        }
    }

    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        if !binds(&node.left) && !binds(&node.right) {
            let [left, right] = [&node.left, &node.right].map(|side| self.told(side).to_string());
            let kind = kind(&node.op);
            let rust = |other: &str| match kind {
                Kind::Expression if is_assignment(&node.op) => format!("{left} {other} ({right})"),
                Kind::Expression => format!("({left}) {other} ({right})"),
                _ => other.to_string(),
            };
            let others = operators::instead_of(&node.op).iter();
            let changes = others.map(|other| (rust(other), (*other).to_string())).collect();
            let what = format!("{} {} {}", short(&left), self.told(&node.op), short(&right));
            self.push(node.span().byte_range(), kind.clone(), &what, changes);
        }
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        if operators::can_go(&node.op) {
            let inside = self.told(&node.expr).to_string();
            let what = self.told(node).to_string();
            self.push(node.span().byte_range(), Kind::Expression, &what, vec![(inside.clone(), short(&inside))]);
        }
        visit::visit_expr_unary(self, node);
    }

    fn visit_expr_match(&mut self, node: &'ast syn::ExprMatch) {
        let has_rest = node.arms.iter().any(|arm| arm.guard.is_none() && catches_all(&arm.pat));
        for arm in &node.arms {
            match &arm.guard {
                Some((_, condition)) => self.guard(condition),
                None if has_rest && !catches_all(&arm.pat) => {
                    let end = arm.pat.span().byte_range().end;
                    let what = format!("{} =>", self.told(&arm.pat));
                    self.push(end..end, Kind::Arm, &what, vec![(String::new(), "no such arm".into())]);
                }
                None => {}
            }
        }
        visit::visit_expr_match(self, node);
    }

    // What is computed when the program is built, and what is no expression.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_trait_item_const(&mut self, _: &'ast syn::TraitItemConst) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}
    fn visit_path(&mut self, _: &'ast syn::Path) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_angle_bracketed_generic_arguments(&mut self, _: &'ast syn::AngleBracketedGenericArguments) {}
}

/// How an operator is put in the place of another one.
fn kind(operator: &BinOp) -> Kind {
    let at = operator.span().byte_range();
    match operator {
        BinOp::Eq(_) | BinOp::Ne(_) => Kind::Comparison(at),
        BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => Kind::Comparison(at),
        BinOp::And(_) => Kind::Both(at),
        BinOp::Or(_) => Kind::Either(at),
        _ => Kind::Expression,
    }
}

fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::Path(path) => path.is_ident("test"),
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        syn::Meta::NameValue(_) => false,
    })
}

/// Whether a condition binds names by `let`, as only `&&` of an `if` may.
fn binds(condition: &syn::Expr) -> bool {
    match condition {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(pair) if matches!(pair.op, BinOp::And(_)) => binds(&pair.left) || binds(&pair.right),
        _ => false,
    }
}

fn catches_all(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Wild(_) => true,
        // A name in small letters is bound; others are constants and variants.
        syn::Pat::Ident(name) => name.subpat.is_none() && name.ident.to_string().starts_with(char::is_lowercase),
        _ => false,
    }
}

fn is_assignment(operator: &BinOp) -> bool {
    let is_sum =
        matches!(operator, BinOp::AddAssign(_) | BinOp::SubAssign(_) | BinOp::MulAssign(_) | BinOp::DivAssign(_));
    is_sum || matches!(operator, BinOp::BitAndAssign(_) | BinOp::BitOrAssign(_))
}

/// On one line, and the middle left out where it is long.
fn short(text: &str) -> String {
    let line: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    if line.len() <= 64 {
        return line.into_iter().collect();
    }
    let [head, tail] = [&line[..38], &line[line.len() - 24..]].map(|part| part.iter().collect::<String>());
    format!("{head} … {tail}")
}
