//! Where the boxes of a layered diagram stand.
//!
//! Each box stands one layer above the highest of those that it is heavier than; a line that passes layers keeps a narrow
//! free way in each of them, so that it runs behind no box. Boxes of a layer are ordered towards the middle of those that they
//! are joined with, up and down again and again, and the order with the fewest crossings stays. Whole numbers only, no
//! chance: the same diagram gives the same places.

use crate::drawing::letters::{Px, count, half, part, px};

/// How often the orders are swept up and down.
const SWEEPS: usize = 24;

/// Room between neighbours of a layer.
const BETWEEN: Px = px(22);

/// A box, or the way of a line through a layer.
#[derive(Debug, Clone)]
struct Spot {
    width: Px,
    layer: usize,
    centre: Px,
    /// Joined with these of the layer below.
    below: Vec<usize>,
    /// Joined with these of the layer above.
    above: Vec<usize>,
}

/// A layout: the layer and the middle of each box, and for each line the middles of its ways between its two ends.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) layers: usize,
    pub(super) boxes: Vec<(usize, Px)>,
    pub(super) ways: Vec<Vec<Px>>,
}

/// Places boxes of the given widths, with lines from a lighter to a heavier box.
pub(super) fn place(widths: &[Px], lines: &[(usize, usize)]) -> Layout {
    let layer = longest_paths(widths.len(), lines);
    let mut spots: Vec<Spot> = widths
        .iter()
        .zip(&layer)
        .map(|(width, layer)| Spot {
            width: *width,
            layer: *layer,
            centre: px(0),
            below: Vec::new(),
            above: Vec::new(),
        })
        .collect();
    let mut ways = Vec::new();
    for (from, to) in lines {
        let (Some(low), Some(high)) = (layer.get(*from), layer.get(*to)) else {
            ways.push(Vec::new());
            continue;
        };
        let mut way = Vec::new();
        let mut last = *from;
        for layer in low.saturating_add(1)..*high {
            let spot = spots.len();
            spots.push(Spot { width: px(6), layer, centre: px(0), below: Vec::new(), above: Vec::new() });
            join(&mut spots, last, spot);
            way.push(spot);
            last = spot;
        }
        join(&mut spots, last, *to);
        ways.push(way);
    }
    let layers = layer.iter().max().map_or(0, |top| top.saturating_add(1));
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); layers];
    for (at, spot) in spots.iter().enumerate() {
        if let Some(row) = rows.get_mut(spot.layer) {
            row.push(at);
        }
    }
    order(&spots, &mut rows);
    settle(&mut spots, &rows);
    let centre = |at: &usize| spots.get(*at).map_or(px(0), |spot| spot.centre);
    Layout {
        layers,
        boxes: layer.iter().enumerate().map(|(at, layer)| (*layer, centre(&at))).collect(),
        ways: ways.iter().map(|way| way.iter().map(centre).collect()).collect(),
    }
}

fn join(spots: &mut [Spot], low: usize, high: usize) {
    if let Some(spot) = spots.get_mut(low) {
        spot.above.push(high);
    }
    if let Some(spot) = spots.get_mut(high) {
        spot.below.push(low);
    }
}

/// The layer of each box. The lines make no circle: heavier is an order.
fn longest_paths(boxes: usize, lines: &[(usize, usize)]) -> Vec<usize> {
    let mut layer = vec![0_usize; boxes];
    for _ in 0..boxes {
        for (low, high) in lines {
            let least = layer.get(*low).map_or(0, |low| low.saturating_add(1));
            if let Some(high) = layer.get_mut(*high) {
                *high = (*high).max(least);
            }
        }
    }
    layer
}

/// Orders each layer towards the middle of its neighbours.
fn order(spots: &[Spot], rows: &mut Vec<Vec<usize>>) {
    let mut best = rows.clone();
    let mut fewest = crossings(spots, rows);
    for sweep in 0..SWEEPS {
        let up = sweep.is_multiple_of(2);
        let layers: Vec<usize> = if up { (0..rows.len()).collect() } else { (0..rows.len()).rev().collect() };
        for layer in layers {
            let places = places(spots.len(), rows);
            let Some(row) = rows.get_mut(layer) else { continue };
            let middle = |at: &usize| {
                let spot = spots.get(*at)?;
                let joined = if up { &spot.below } else { &spot.above };
                let sum =
                    joined.iter().filter_map(|at| places.get(*at)).fold(px(0), |sum, at| sum + count(*at));
                (!joined.is_empty()).then(|| part(sum * px(1000), joined.len()))
            };
            let own = |at: &usize| count(places.get(*at).copied().unwrap_or(0)) * px(1000);
            row.sort_by_key(|at| middle(at).unwrap_or_else(|| own(at)));
        }
        swap(spots, rows);
        let now = crossings(spots, rows);
        if now < fewest {
            fewest = now;
            best.clone_from(rows);
        }
    }
    *rows = best;
}

/// Swaps neighbours of a layer where their lines then cross less.
fn swap(spots: &[Spot], rows: &mut [Vec<usize>]) {
    for layer in 0..rows.len() {
        let places = places(spots.len(), rows);
        let Some(row) = rows.get_mut(layer) else { continue };
        for left in 0..row.len().saturating_sub(1) {
            let right = left.saturating_add(1);
            let (Some(a), Some(b)) =
                (row.get(left).and_then(|at| spots.get(*at)), row.get(right).and_then(|at| spots.get(*at)))
            else {
                continue;
            };
            let as_it_is =
                inverted(&a.above, &b.above, &places).saturating_add(inverted(&a.below, &b.below, &places));
            let swapped =
                inverted(&b.above, &a.above, &places).saturating_add(inverted(&b.below, &a.below, &places));
            if swapped < as_it_is {
                row.swap(left, right);
            }
        }
    }
}

/// How many of the ends of the left one stand right of an end of the right one: each such pair of lines crosses.
fn inverted(of_left: &[usize], of_right: &[usize], places: &[usize]) -> usize {
    let place = |at: &usize| places.get(*at).copied().unwrap_or(0);
    of_left.iter().map(|a| of_right.iter().filter(|b| place(b) < place(a)).count()).sum()
}

/// The place of each spot in its layer.
fn places(spots: usize, rows: &[Vec<usize>]) -> Vec<usize> {
    let mut places = vec![0; spots];
    for row in rows {
        for (place, at) in row.iter().enumerate() {
            if let Some(of) = places.get_mut(*at) {
                *of = place;
            }
        }
    }
    places
}

/// How many pairs of lines between two layers cross.
fn crossings(spots: &[Spot], rows: &[Vec<usize>]) -> usize {
    let places = places(spots.len(), rows);
    let mut crossings = 0_usize;
    for row in rows {
        let lines: Vec<(usize, usize)> = row
            .iter()
            .filter_map(|at| Some((places.get(*at)?, &spots.get(*at)?.above)))
            .flat_map(|(low, above)| {
                above.iter().filter_map(|high| Some((*low, *places.get(*high)?))).collect::<Vec<_>>()
            })
            .collect();
        for (place, (low, high)) in lines.iter().enumerate() {
            let others = lines.iter().skip(place);
            let crossed = others.filter(|(a, b)| (a < low && b > high) || (a > low && b < high)).count();
            crossings = crossings.saturating_add(crossed);
        }
    }
    crossings
}

/// Moves each spot towards the middle of what it is joined with, as far as its neighbours let it.
fn settle(spots: &mut [Spot], rows: &[Vec<usize>]) {
    for row in rows {
        let wished = vec![px(0); row.len()];
        spread(spots, row, &wished);
    }
    for sweep in 0..SWEEPS {
        let mut layers: Vec<&Vec<usize>> = rows.iter().collect();
        if !sweep.is_multiple_of(2) {
            layers.reverse();
        }
        for row in layers {
            let wished: Vec<Px> = row
                .iter()
                .map(|at| {
                    let Some(spot) = spots.get(*at) else { return px(0) };
                    let joined: Vec<Px> = spot
                        .below
                        .iter()
                        .chain(&spot.above)
                        .filter_map(|at| spots.get(*at))
                        .map(|spot| spot.centre)
                        .collect();
                    match joined.len() {
                        0 => spot.centre,
                        some => part(joined.iter().fold(px(0), |sum, it| sum + *it), some),
                    }
                })
                .collect();
            spread(spots, row, &wished);
        }
    }
}

/// Puts a row as near to the wished middles as it can be without overlap: where wishes collide, those who do share the
/// mean of what each wished.
fn spread(spots: &mut [Spot], row: &[usize], wished: &[Px]) {
    // The middle of each, if the row stood close together from 0 on.
    let mut close = Vec::new();
    let mut at = px(0);
    for spot in row.iter().filter_map(|at| spots.get(*at)) {
        close.push(at + half(spot.width));
        at += spot.width + BETWEEN;
    }
    // What is wished, with that taken away, may only grow along the row.
    let mut blocks: Vec<(Px, usize)> = Vec::new();
    for (wished, close) in wished.iter().zip(&close) {
        blocks.push((*wished - *close, 1));
        while let [.., (before, many), (after, more)] = blocks.as_slice()
            && part(*before, *many) > part(*after, *more)
        {
            let joined = (*before + *after, many.saturating_add(*more));
            blocks.truncate(blocks.len().saturating_sub(2));
            blocks.push(joined);
        }
    }
    let shifts = blocks.iter().flat_map(|(sum, many)| std::iter::repeat_n(part(*sum, *many), *many));
    for ((at, close), shift) in row.iter().zip(&close).zip(shifts) {
        if let Some(spot) = spots.get_mut(*at) {
            spot.centre = *close + shift;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_and_heavier_stands_higher() {
        let widths = vec![px(100); 7];
        let lines = [(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 5), (4, 6), (0, 6), (5, 6)];
        let layout = place(&widths, &lines);
        for (low, high) in lines {
            assert!(layout.boxes[low].0 < layout.boxes[high].0);
        }
        for (a, (layer, x)) in layout.boxes.iter().enumerate() {
            for (other, y) in layout.boxes.iter().skip(a + 1) {
                let apart = if x > y { *x - *y } else { *y - *x };
                assert!(layer != other || apart >= px(100) + BETWEEN, "{layout:?}");
            }
        }
        assert_eq!(layout.ways[7].len(), 2, "through the two layers in between");
        assert_eq!(layout.layers, 4);
    }

    #[test]
    fn a_crossing_that_can_be_avoided_is() {
        let lines = [(0, 3), (1, 2)];
        let layout = place(&[px(50); 4], &lines);
        let x = |at: usize| layout.boxes[at].1;
        assert_eq!(x(0) < x(1), x(3) < x(2));
    }
}
