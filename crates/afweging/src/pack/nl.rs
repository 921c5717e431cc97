//! The files of the Dutch pack. A test compares this list with the folder.

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        /// Name and text of each file.
        pub(crate) const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../packs/nl/", $name)))),+];
    };
}

files! {
    "pack.toml",
    "authority/2015-01-01.toml",
    "authority/2022-08-01.toml",
    "authority/2024-01-01.toml",
    "consent/2015-01-01.toml",
    "consent/2024-01-01.toml",
    "grounds/2015-01-01.toml",
    "grounds/2018-12-14.toml",
    "grounds/2024-01-01.toml",
    "hearing/2015-01-01.toml",
    "measures/2015-01-01.toml",
    "measures/2024-01-01.toml",
    "placements/2015-01-01.toml",
    "principles/2015-01-01.toml",
    "principles/2024-01-01.toml",
    "provisions/2015-01-01.toml",
    "provisions/2018-05-25.toml",
    "provisions/2018-12-14.toml",
    "provisions/2019-01-01.toml",
    "provisions/2020-01-01.toml",
    "provisions/2022-01-01.toml",
    "provisions/2023-01-01.toml",
    "provisions/2023-09-01.toml",
    "provisions/2023-10-01.toml",
    "provisions/2024-01-01.toml",
    "provisions/2024-07-01.toml",
    "provisions/2025-03-01.toml",
    "provisions/2026-01-01.toml",
    "relations/2015-01-01.toml",
    "relations/2020-01-01.toml",
    "relations/2024-01-01.toml",
    "requirements/2015-01-01.toml",
    "requirements/2018-09-28.toml",
    "requirements/2024-01-01.toml",
    "sources/2015-01-01.toml",
    "sources/2018-09-28.toml",
    "sources/2018-12-14.toml",
    "sources/2019-01-01.toml",
    "sources/2020-01-01.toml",
    "sources/2022-08-01.toml",
    "sources/2023-01-01.toml",
    "sources/2023-09-01.toml",
    "sources/2024-01-01.toml",
    "sources/2025-03-01.toml",
    "sources/2026-01-01.toml",
    "terms/2015-01-01.toml",
    "terms/2024-01-01.toml",
}
