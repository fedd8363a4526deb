# Several agreements together.

stack-not-ranked = the rules { $rule } of { $first } and { $second } cover the same thing, and it cannot be decided which is better for the worker
    .remedy = give one of them another id, or separate them with where, from or until
stack-two-currencies = two currencies cannot be added: { $first } in { $first_document }, { $second } in { $second_document }
    .remedy = name agreements of one currency
