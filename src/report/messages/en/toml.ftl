# What can be wrong with any TOML file: an agreement, a proposal, a map.

toml-not-toml = this is not TOML: { $reason }
    .remedy = put text in quotes, lists in square brackets, and each key on a line of its own
toml-number-separated = this is not TOML: a number has separators of thousands ({ $reason })
    .remedy = write the digits alone, such as 3500
toml-key-twice = this key appears twice
    .remedy = keep one of the two
toml-key-unknown = the key `{ $key }` is not allowed here
    .remedy = allowed here: { $allowed }
toml-key-misspelt = the key `{ $key }` is not allowed here
    .remedy = did you mean `{ $near }`? Allowed here: { $allowed }
toml-key-missing = { $table } has no `{ $key }`
    .remedy = add `{ $key } = …`; without it this does not load
toml-type-wrong = `{ $key }` is { $kind } here: { $found }
    .remedy = give { $expected }
toml-word-unknown = `{ $key }` cannot be "{ $found }"
    .remedy = allowed: { $allowed }
toml-word-misspelt = `{ $key }` cannot be "{ $found }"
    .remedy = did you mean `{ $near }`? Allowed: { $allowed }
toml-text-empty = `{ $key }` is empty
    .remedy = write the text, or remove the key if it is optional
toml-list-empty = `{ $key }` has no entries
    .remedy = write at least one value
toml-whole-outside = `{ $key }` cannot be { $found }
    .remedy = write a whole number from { $least } to { $most }

# What a value is, where another was expected.
word-shape-file = the file
word-shape-text = text
word-shape-quoted = text in quotes
word-shape-words = text, or text in each language: { "{" } en = "…", zh = "…" { "}" }
word-shape-number = a number
word-shape-whole = a whole number
word-shape-flag = true or false
word-shape-day = a day such as 2022-05-01
word-shape-clock = a time such as "22:00"
word-shape-list = a list
word-shape-table = a table
word-shape-layouts = a list of tables, each under [[layout]]
word-shape-source = the key of a source, or { "{" } name = "…", url = "…" { "}" }
