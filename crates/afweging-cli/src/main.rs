//! stub
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap_or_default())?;
    let d = afweging::Dossier::from_json(&text)?;
    let at = d.entries().last().map(|e| e.recorded.date_naive()).unwrap_or_default();
    println!("{}", afweging::assess(&d, &afweging::Pack::nl()?, at).to_json());
    Ok(())
}
