# Several agreements together.

stack-not-ranked = the rules { $rule } of { $first } and { $second } speak to the same thing, and it cannot be said which one is better for the worker
    .remedy = give one of them another id, or part them by where, from or until
