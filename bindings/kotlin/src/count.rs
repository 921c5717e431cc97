//! Counts at the border: the JVM counts with signs, and Java sees Kotlin's unsigned types as mangled names.

/// No count here comes near the limit: the core bounds what it reads.
pub(crate) fn signed(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}
