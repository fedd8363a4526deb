//! The JSON Schema of agreement files, for editors; it follows the one description of the format.

use serde_json::{Map, Value, json};

use crate::agreement::format;
use crate::agreement::scope::{CalendarDay, WEEKDAYS};
use crate::agreement::shape::{KeyShape, Range, Shape, Table, required};

/// The schema of one document of an agreement (draft 2020-12).
#[must_use]
pub fn schema() -> Value {
    let definitions: Map<String, Value> =
        format::TABLES.iter().filter(|table| table.name != format::FILE.name).map(|of| (name(of), table(of))).collect();
    let mut root = of("wagepact agreement", &format::FILE);
    root["$defs"] = Value::Object(definitions);
    root
}

/// The schema of a file whose tables, if it has any, are those of an agreement.
#[must_use]
pub fn of(title: &str, file: &Table) -> Value {
    let mut root = Map::new();
    root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("title".into(), json!(title));
    if let Value::Object(file) = table(file) {
        root.extend(file);
    }
    Value::Object(root)
}

/// How a table is called among the definitions: `rule.rate` for `[rule.rate]`.
fn name(table: &Table) -> String {
    table.name.replace(['[', ']'], "").replace(' ', "-")
}

fn table(table: &Table) -> Value {
    let mut object = fields(table.help, &table.fields.iter().collect::<Vec<_>>());
    if !table.one_of.is_empty() {
        object["oneOf"] = table.one_of.iter().map(|key| json!({ "required": [key] })).collect();
    }
    object
}

fn fields(help: &str, fields: &[&KeyShape]) -> Value {
    let properties: Map<String, Value> = fields
        .iter()
        .map(|field| {
            let mut value = shape(&field.shape);
            value["description"] = json!(field.help);
            if field.instead.is_some() {
                value["deprecated"] = json!(true);
            }
            (field.key.to_string(), value)
        })
        .collect();
    let required: Vec<_> = fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    json!({
        "description": help,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn reference(table: &Table) -> Value {
    json!({ "$ref": format!("#/$defs/{}", name(table)) })
}

fn shape(of: &Shape) -> Value {
    match of {
        Shape::Text => json!({ "type": "string", "pattern": r"\S" }),
        Shape::Id => json!({ "type": "string", "pattern": r"^\p{L}([\p{L}\p{N}-]*[\p{L}\p{N}])?$" }),
        Shape::Currency => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        Shape::Country => json!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
        Shape::Words => json!({ "anyOf": [shape(&Shape::Text), reference(&format::WORDS)] }),
        Shape::Number(range) => number(*range),
        Shape::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Day => json!({ "type": "string", "pattern": "^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?$" }),
        Shape::Clock => {
            json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$" })
        }
        Shape::Choice(words) => json!({ "enum": words }),
        Shape::Unit(words) => json!({ "anyOf": [{ "enum": words }, shape(&Shape::Text)] }),
        Shape::Interval => {
            json!({ "type": "string", "pattern": r"^\s*((<|<=|>|>=)?\s*[0-9.]+|[0-9.]+\s*\.\.\s*[0-9.]+)\s*$" })
        }
        Shape::Either(plain, table) => json!({ "anyOf": [shape(plain), reference(table)] }),
        Shape::Many(one) => many(&shape(one)),
        Shape::Source => json!({ "anyOf": [shape(&Shape::Text), reference(&format::SOURCE)] }),
        Shape::Table(table) => reference(table),
        Shape::Tables(table) => json!({ "type": "array", "items": reference(table), "minItems": 1 }),
        Shape::Map(of) => json!({ "type": "object", "additionalProperties": shape(of) }),
        Shape::Where => json!({
            "type": "object",
            "properties": {
                "month": many(&shape(&Shape::Whole(1, 12))),
                "weekday": many(&shape(&Shape::Choice(&WEEKDAYS))),
                "date": many(&json!({ "type": "string", "pattern": "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$" })),
                "day": many(&shape(&Shape::Choice(CalendarDay::NAMES))),
                "time": { "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$" },
            },
            "additionalProperties": many(&shape(&Shape::Text)),
        }),
        Shape::Holidays => json!({
            "type": "object",
            "propertyNames": { "pattern": "^(19|20|21)[0-9]{2}$" },
            "additionalProperties": many(&json!({ "type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$" })),
        }),
        Shape::Dated(key, plain) => {
            let own = required(key, **plain, "The value.");
            let entry = fields(format::DATED.help, &format::DATED.fields.iter().chain([&own]).collect::<Vec<_>>());
            json!({ "anyOf": [shape(plain), { "type": "array", "items": entry, "minItems": 1 }] })
        }
    }
}

fn many(one: &Value) -> Value {
    json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
}

/// A number, or a text that writes one. The limits hold for the number; those of a text are left to the program.
fn number(range: Range) -> Value {
    let mut number = json!({ "type": ["number", "string"], "pattern": r"^[+-]?[0-9]+(\.[0-9]+)?$" });
    let limits: &[(&str, u64)] = match range {
        Range::Positive => &[("exclusiveMinimum", 0)],
        Range::NotNegative => &[("minimum", 0)],
        Range::Multiple => &[("minimum", 1)],
        Range::Percent => &[("minimum", 0), ("maximum", 100)],
        Range::Hours => &[("exclusiveMinimum", 0), ("maximum", 24)],
        Range::WeekHours => &[("exclusiveMinimum", 0), ("maximum", 168)],
    };
    for (key, limit) in limits {
        number[*key] = json!(limit);
    }
    number
}
