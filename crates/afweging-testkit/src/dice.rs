//! Dice that fall the same way every time: what a seed decides, it decides on every machine.

/// A small, fast generator (SplitMix64). Good enough to spread choices; no use for secrets.
#[derive(Debug, Clone)]
pub struct Dice {
    state: u64,
}

impl Dice {
    /// Dice that fall as this seed says.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to and without `end`; 0 when there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        self.roll().checked_rem(end).unwrap_or(0)
    }

    /// Whether something with this chance in a hundred happens.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of these, if there is any.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let place = self.below(u64::try_from(of.len()).unwrap_or(u64::MAX));
        of.get(usize::try_from(place).unwrap_or_default())
    }

    /// One of these, by weight.
    pub fn weighted<T: Copy>(&mut self, of: &[(u64, T)]) -> Option<T> {
        let total = of.iter().fold(0_u64, |sum, (weight, _)| sum.saturating_add(*weight));
        let mut left = self.below(total);
        for (weight, what) in of {
            if left < *weight {
                return Some(*what);
            }
            left = left.saturating_sub(*weight);
        }
        None
    }

    /// Those that the dice let through, each with this chance in a hundred.
    pub fn some<T: Clone>(&mut self, of: &[T], percent: u64) -> Vec<T> {
        of.iter().filter(|_| self.chance(percent)).cloned().collect()
    }
}
