//! Tables in text: columns beside each other where they fit, else one row below the other.

use super::line::Styled;

/// Between two columns: the widest that fits.
const GAPS: [usize; 2] = [2, 1];

/// A column is never made narrower than its longest word, as far as that is no longer than this.
const LONGEST_KEPT: usize = 24;

/// A cell that is no wider than this can stand in a row of cells.
const SHORT: usize = 24;

/// A table as lines.
pub(super) fn lay_out(columns: &[String], rows: &[Vec<Styled>], room: usize) -> Vec<Styled> {
    let headings: Vec<Styled> = columns.iter().map(|column| Styled::bold(column)).collect();
    let fit = GAPS.into_iter().find_map(|gap| widths(&headings, rows, room, gap).map(|widths| (widths, gap)));
    match fit {
        Some((widths, gap)) => beside(&headings, rows, &widths, gap),
        None => below(columns, rows, room),
    }
}

fn column<'a>(
    headings: &'a [Styled],
    rows: &'a [Vec<Styled>],
    place: usize,
) -> impl Iterator<Item = &'a Styled> {
    headings.get(place).into_iter().chain(rows.iter().filter_map(move |row| row.get(place)))
}

/// The width of each column; nothing when they do not fit.
fn widths(headings: &[Styled], rows: &[Vec<Styled>], room: usize, gap: usize) -> Option<Vec<usize>> {
    let widest = |place: usize| column(headings, rows, place).map(Styled::width).max().unwrap_or(0);
    let least = |place: usize| {
        let longest = column(headings, rows, place).map(Styled::longest_word).max().unwrap_or(0);
        longest.min(LONGEST_KEPT)
    };
    let mut widths: Vec<usize> = (0..headings.len()).map(widest).collect();
    let least: Vec<usize> = (0..headings.len()).map(least).collect();
    let gaps = gap.saturating_mul(headings.len().saturating_sub(1));
    let room = room.checked_sub(gaps)?;
    let total = |widths: &[usize]| widths.iter().fold(0_usize, |sum, width| sum.saturating_add(*width));
    while total(&widths) > room {
        let shrinkable = widths.iter_mut().zip(&least).filter(|(width, least)| **width > **least);
        let (width, _) = shrinkable.max_by_key(|(width, _)| **width)?;
        *width = width.saturating_sub(1);
    }
    Some(widths)
}

fn beside(headings: &[Styled], rows: &[Vec<Styled>], widths: &[usize], gap: usize) -> Vec<Styled> {
    let mut lines = row_lines(headings, widths, gap);
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    lines.push(Styled::plain(&rule.join(&" ".repeat(gap))));
    // Cells of several lines run together without a line between the rows.
    let tall = rows.iter().filter(|row| row_lines(row, widths, gap).len() > 1).count();
    let is_tall = tall.saturating_mul(2) > rows.len();
    for (place, row) in rows.iter().enumerate() {
        if is_tall && place > 0 {
            lines.push(Styled::default());
        }
        lines.extend(row_lines(row, widths, gap));
    }
    lines
}

fn row_lines(cells: &[Styled], widths: &[usize], gap: usize) -> Vec<Styled> {
    let wrapped: Vec<Vec<Styled>> =
        cells.iter().zip(widths).map(|(cell, width)| cell.wrap(*width, 0)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|at| {
            let mut line = Styled::default();
            for (place, (cell, width)) in wrapped.iter().zip(widths).enumerate() {
                if place > 0 {
                    line = line.and(&Styled::plain(&" ".repeat(gap)));
                }
                line = line.and(&cell.get(at).cloned().unwrap_or_default().padded(*width));
            }
            line
        })
        .collect()
}

/// One row below the other: short cells behind each other, long ones each on a line.
fn below(columns: &[String], rows: &[Vec<Styled>], room: usize) -> Vec<Styled> {
    let mut lines = Vec::new();
    for row in rows {
        let Some((first, rest)) = row.split_first() else { continue };
        for (place, line) in Styled::plain("• ").and(first).wrap(room, 2).into_iter().enumerate() {
            lines.push(indented(&line, if place == 0 { 0 } else { 2 }));
        }
        let cells: Vec<Styled> = columns
            .iter()
            .skip(1)
            .zip(rest)
            .filter(|(_, cell)| cell.width() > 0)
            .map(|(column, cell)| Styled::plain(&format!("{column}: ")).and(cell))
            .collect();
        let inner = room.saturating_sub(2);
        if rest.iter().all(|cell| cell.width() <= SHORT) {
            let mut line = Styled::default();
            for (place, cell) in cells.iter().enumerate() {
                line = line.and(&Styled::plain(if place == 0 { "" } else { "; " })).and(cell);
            }
            lines.extend(line.wrap(inner, 0).iter().map(|line| indented(line, 2)));
        } else {
            for cell in &cells {
                for (place, line) in cell.wrap(inner, 2).iter().enumerate() {
                    lines.push(indented(line, if place == 0 { 2 } else { 4 }));
                }
            }
        }
    }
    lines
}

fn indented(line: &Styled, by: usize) -> Styled {
    Styled::plain(&" ".repeat(by)).and(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(columns: &[&str], rows: &[&[&str]], room: usize) -> Vec<String> {
        let columns: Vec<String> = columns.iter().map(|it| (*it).to_owned()).collect();
        let rows: Vec<Vec<Styled>> =
            rows.iter().map(|row| row.iter().map(|cell| Styled::plain(cell)).collect()).collect();
        lay_out(&columns, &rows, room)
            .iter()
            .map(|line| {
                let mut out = String::new();
                line.write(&mut out, false);
                out
            })
            .collect()
    }

    #[test]
    fn columns_stand_beside_each_other_where_they_fit() {
        let lines = text(&["a", "b"], &[&["een", "twee drie vier"]], 14);
        assert_eq!(lines, ["a    b", "───  ─────────", "een  twee drie", "     vier"]);
    }

    #[test]
    fn a_row_stands_below_the_other_where_columns_do_not_fit() {
        let lines = text(&["a", "b", "c"], &[&["een", "onvoorwaardelijk", "twee"]], 22);
        assert_eq!(lines, ["• een", "  b: onvoorwaardelijk;", "  c: twee"]);
    }
}
