//! Law that is not in force, built upon the Dutch pack: bills and scenarios. A test compares these lists with the folders.

macro_rules! packs {
    ($($name:literal { $($file:literal),+ $(,)? })+) => {
        /// The names.
        pub(crate) const NAMES: &[&str] = &[$($name),+];

        /// Name and text of each file that a hypothetical pack puts beside those of the Dutch one, or in their place.
        pub(crate) fn files(name: &str) -> Option<&'static [(&'static str, &'static str)]> {
            match name {
                $($name => Some(&[$((
                    $file,
                    include_str!(concat!("../../packs/hypothetical/", $name, "/", $file)),
                )),+]),)+
                _ => None,
            }
        }
    };
}

packs! {
    "rechtsbescherming" {
        "authority/2027-01-01.toml",
        "consent/2027-01-01.toml",
        "measures/2027-01-01.toml",
        "pack.toml",
        "provisions/2027-01-01.toml",
        "relations/2027-01-01.toml",
        "sources/2027-01-01.toml",
    }
    "reikwijdte" {
        "pack.toml",
        "provisions/2027-01-01.toml",
        "sources/2027-01-01.toml",
    }
    "toekomstscenario" {
        "authority/2027-01-01.toml",
        "pack.toml",
        "sources/2027-01-01.toml",
    }
}
