//! How the page looks: in the light, in the dark, on paper. A test reckons the contrast of these colours.

/// The style of the page.
///
/// A colour that text is written in has its name in `--ink…`; a colour that text is written on in `--paper…`. Each of
/// the first on each of the second has a contrast of at least 4.5 to 1, in the light and in the dark.
pub(super) const CSS: &str = "\
:root {
  --ink: #1b1f24;
  --ink-soft: #4a525c;
  --ink-link: #0b4f94;
  --ink-voldaan: #1d5c33;
  --ink-niet-voldaan: #9c1c1c;
  --ink-onbekend: #6f4a00;
  --ink-hersteld: #14566b;
  --ink-buiten-pakket: #5f3580;
  --paper: #ffffff;
  --paper-panel: #f3f5f7;
  --line: #c3cad2;
  --mark: #44607f;
  --mark-soft: #b4c4d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8ebee;
    --ink-soft: #b3bcc6;
    --ink-link: #8fc2ff;
    --ink-voldaan: #8fd6a4;
    --ink-niet-voldaan: #ffa8a0;
    --ink-onbekend: #f0c674;
    --ink-hersteld: #86d3ea;
    --ink-buiten-pakket: #d5b3f2;
    --paper: #15191e;
    --paper-panel: #1f252c;
    --line: #46505b;
    --mark: #8fb0d4;
    --mark-soft: #3f546b;
  }
}
* { box-sizing: border-box; }
html { font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
body { margin: 0 auto; padding: 1.5rem; max-width: 66rem; color: var(--ink); background: var(--paper); }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 1.6em 0 .5em; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; margin-top: 0; }
h2 { font-size: 1.4rem; border-top: 2px solid var(--line); padding-top: .9em; }
h3 { font-size: 1.15rem; }
h4 { font-size: 1rem; }
h5 { font-size: 1rem; margin: 0; font-weight: 600; }
p, ul { margin: .4em 0; max-width: 48rem; }
ul { padding-left: 1.3rem; }
li { margin: .25em 0; }
li > p { margin: 0; }
a { color: var(--ink-link); }
a:focus-visible, .tabel:focus-visible { outline: 3px solid var(--ink-link); outline-offset: 2px; }
q { font-style: italic; }
code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .82em; color: var(--ink-soft); overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); border: 2px solid var(--ink-link); }
header dl { background: var(--paper-panel); padding: .7rem 1rem; border-radius: .4rem; max-width: none; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; max-width: none; }
dl { display: grid; grid-template-columns: minmax(9rem, 13rem) 1fr; gap: .2rem 1rem; margin: .4em 0; max-width: 56rem; }
dt { grid-column: 1; color: var(--ink-soft); }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
.let-op { border-left: .4rem solid var(--ink-niet-voldaan); padding: .4rem .8rem; background: var(--paper-panel); }
.tabel { overflow-x: auto; margin: .8em 0; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
caption { text-align: left; color: var(--ink-soft); padding: .2rem 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--paper-panel); border-bottom: 2px solid var(--line); }
tbody th { font-weight: 600; }
tr:target { background: var(--paper-panel); }
.uitkomst { font-weight: 600; white-space: nowrap; }
.vak .uitkomst { white-space: normal; }
.vak { border-left: .3rem solid currentColor; }
.voldaan { color: var(--ink-voldaan); }
.niet-voldaan { color: var(--ink-niet-voldaan); }
.onbekend { color: var(--ink-onbekend); }
.hersteld { color: var(--ink-hersteld); }
.buiten-pakket { color: var(--ink-buiten-pakket); }
section.toets { border-left: .3rem solid currentColor; padding: .3rem 0 .3rem .9rem; margin: .6rem 0; }
section.toets > * { color: var(--ink); }
figure { margin: .8em 0; overflow-x: auto; }
figcaption { color: var(--ink-soft); font-size: .93rem; max-width: 56rem; }
summary { cursor: pointer; color: var(--ink-link); }
li code { white-space: nowrap; }
svg { display: block; width: 100%; min-width: 40rem; height: auto; }
svg text { fill: var(--ink); font-size: 13px; }
svg .zacht { fill: var(--ink-soft); }
svg .lijn { stroke: var(--line); stroke-width: 1; }
svg .vandaag { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4; }
svg .stip { fill: var(--mark); }
svg .getal { fill: var(--paper); font-size: 11px; text-anchor: middle; }
svg .bedoeld { fill: none; stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .uitgevoerd { fill: var(--mark); }
svg .gat { fill: none; stroke: var(--ink-niet-voldaan); stroke-width: 2; }
@media (max-width: 40rem) {
  body { padding: 1rem; }
  dl { grid-template-columns: 1fr; }
  dt, dd { grid-column: 1; }
  dd { margin-bottom: .4rem; }
}
@page { size: A4; margin: 18mm 15mm; }
@media print {
  :root {
    --ink: #000000;
    --ink-soft: #333333;
    --ink-link: #000000;
    --paper: #ffffff;
    --paper-panel: #ffffff;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, .skip { display: none; }
  a { text-decoration: none; }
  h1, h2, h3, h4, h5 { break-after: avoid; }
  tr, li, figure, dd { break-inside: avoid; }
  .tabel, figure { overflow: visible; }
  svg { min-width: 0; }
  thead { display: table-header-group; }
}
";

#[cfg(test)]
mod tests {
    #![allow(
        clippy::float_arithmetic,
        clippy::arithmetic_side_effects,
        reason = "a contrast is a ratio of real numbers; no verdict hangs on it"
    )]

    use std::collections::BTreeMap;

    use super::CSS;

    type Colours = BTreeMap<String, (u8, u8, u8)>;

    /// The colours of a `:root` block.
    fn colours(css: &str) -> Colours {
        let block = css.split_once(":root {").unwrap().1.split_once('}').unwrap().0;
        block
            .split(';')
            .filter_map(|line| line.trim().split_once(": #"))
            .map(|(name, hex)| {
                let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
                (name.to_owned(), (part(0), part(2), part(4)))
            })
            .collect()
    }

    fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_ink_can_be_read_on_every_paper() {
        let light = colours(CSS);
        let dark = colours(CSS.split_once("prefers-color-scheme: dark").unwrap().1);
        let mut print = light.clone();
        print.extend(colours(CSS.split_once("@media print").unwrap().1));
        assert_eq!(light.keys().collect::<Vec<_>>(), dark.keys().collect::<Vec<_>>());
        for scheme in [&light, &dark, &print] {
            let of = |prefix: &'static str| scheme.iter().filter(move |(name, _)| name.starts_with(prefix));
            assert!(of("--ink").count() >= 8 && of("--paper").count() >= 2);
            for (ink, a) in of("--ink") {
                for (paper, b) in of("--paper") {
                    let found = contrast(*a, *b);
                    assert!(found >= 4.5, "{ink} on {paper}: {found:.2}");
                }
            }
            // The number in a dot is written in the colour of the paper; marks themselves need 3 to 1.
            assert!(contrast(scheme["--mark"], scheme["--paper"]) >= 4.5);
        }
    }

    #[test]
    fn text_is_coloured_by_those_names_only() {
        for line in CSS.lines().filter(|line| !line.trim_start().starts_with("--")) {
            assert!(!line.contains('#'), "a colour outside the lists: {line}");
        }
    }
}
