//! Currencies: their ISO 4217 codes, and how many places each has.

use std::fmt;

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency {
    code: &'static str,
    /// How many places after the point its smallest unit has.
    pub places: u32,
}

/// The codes of currencies with two places, with none, and with three (ISO 4217).
const OF_TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY \
COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS \
KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK \
PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD \
UYU UZS VED VES WST XCD YER ZAR ZMW";
const OF_NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const OF_THREE: &str = "BHD IQD JOD KWD LYD OMR TND";

impl Currency {
    /// The yuan, in which amounts are where nothing else is said.
    pub const YUAN: Self = Self { code: "CNY", places: 2 };

    /// The currency of that code.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        let of = |list: &'static str, places| {
            let code = list.split_ascii_whitespace().find(|known| *known == code)?;
            Some(Self { code, places })
        };
        of(OF_TWO, 2).or_else(|| of(OF_NONE, 0)).or_else(|| of(OF_THREE, 3))
    }

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// The word for it in tables for programs: `yuan`, or its code.
    #[must_use]
    pub fn word(self) -> &'static str {
        if self == Self::YUAN { "yuan" } else { self.code }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_has_its_own_places() {
        let places = |code| Currency::named(code).map(|currency| currency.places);
        assert_eq!((places("CNY"), places("NOK"), places("JPY"), places("KWD")), (Some(2), Some(2), Some(0), Some(3)));
        assert_eq!((places("XXX"), places("cny"), places("")), (None, None, None));
    }
}
