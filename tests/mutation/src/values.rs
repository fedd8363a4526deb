//! What a function may give back in place of what it computes.

use syn::{GenericArgument, PathArguments, ReturnType, Type};

/// The values to give back, as Rust; those that do not fit are found by the build.
pub fn of(returned: &ReturnType) -> Vec<String> {
    match returned {
        ReturnType::Default => vec!["()".into()],
        ReturnType::Type(_, kind) => values(kind),
    }
}

fn values(kind: &Type) -> Vec<String> {
    match kind {
        Type::Group(inner) => values(&inner.elem),
        Type::Paren(inner) => values(&inner.elem),
        Type::Tuple(parts) => tuples(&parts.elems.iter().map(values).collect::<Vec<_>>()),
        Type::Reference(to) => match &*to.elem {
            Type::Slice(_) if to.mutability.is_none() => vec!["&[]".into()],
            Type::Path(path) if path.path.is_ident("str") => vec!["\"\"".into(), "\"xyzzy\"".into()],
            _ => Vec::new(),
        },
        Type::Path(path) => path.path.segments.last().map_or_else(Vec::new, named),
        _ => Vec::new(),
    }
}

/// Each part of a tuple with each of its values, the others with their first.
fn tuples(parts: &[Vec<String>]) -> Vec<String> {
    let Some(first) = parts.iter().map(|values| values.first().cloned()).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let mut all = vec![first.clone()];
    for (at, values) in parts.iter().enumerate() {
        for value in &values[1..] {
            let mut other = first.clone();
            other[at].clone_from(value);
            all.push(other);
        }
    }
    all.iter().map(|parts| format!("({})", parts.join(", "))).collect()
}

fn named(segment: &syn::PathSegment) -> Vec<String> {
    let inside = || match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .find_map(|argument| if let GenericArgument::Type(kind) = argument { Some(values(kind)) } else { None })
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    let around = |before: &str, after: &str| -> Vec<String> {
        inside().into_iter().map(|value| format!("{before}{value}{after}")).collect()
    };
    match segment.ident.to_string().as_str() {
        "bool" => vec!["true".into(), "false".into()],
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => vec!["0".into(), "1".into()],
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => vec!["0".into(), "1".into(), "-1".into()],
        "String" => vec!["String::new()".into(), "\"xyzzy\".into()".into()],
        "Decimal" => vec!["Default::default()".into(), "1.into()".into()],
        "Ordering" => vec!["std::cmp::Ordering::Equal".into()],
        "Option" => ["None".into()].into_iter().chain(around("Some(", ")")).collect(),
        "Vec" => ["Vec::new()".into()].into_iter().chain(around("vec![", "]").into_iter().take(1)).collect(),
        "Result" => around("Ok(", ")"),
        kind @ ("Box" | "Rc" | "Arc") => around(&format!("{kind}::new("), ")"),
        _ => vec!["Default::default()".into()],
    }
}
