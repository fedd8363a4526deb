//! The shipped agreements, and the mistakes that a file can hold.

use wagepact::agreement::library;

#[test]
fn every_shipped_agreement_loads_without_a_problem() {
    for name in library::shipped() {
        let agreement = library::load(name).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        assert!(!agreement.documents.is_empty(), "{name}");
    }
}
