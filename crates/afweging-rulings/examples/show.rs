//! Compares the rulings of a folder.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args().nth(1).ok_or("a folder")?;
    let rulings = afweging_rulings::read_dir(dir)?;
    let report = afweging_rulings::Report::new(&rulings, &afweging::Pack::nl()?)?;
    print!("{}", report.to_text());
    Ok(())
}
