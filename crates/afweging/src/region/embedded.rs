//! The overlays that are part of this library. A test compares this list with the folder.

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        /// Name and text of each file, in the order of the regions' ids.
        pub(crate) const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../packs/regions/", $name)))),+];
    };
}

files! {
    "amsterdam-amstelland.toml",
    "foodvalley.toml",
    "midden-holland.toml",
    "rotterdam.toml",
    "toekomstscenario.toml",
    "utrecht-overvecht.toml",
    "utrecht-west.toml",
    "zaanstreek-waterland.toml",
    "zeeland-west-brabant-west.toml",
}
