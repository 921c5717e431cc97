package nl.afweging

import java.time.LocalDate
import nl.afweging.internal.GroundValue
import nl.afweging.internal.PerspectiveValue

/**
 * Where the perspective of one person stands; a `when` over it is checked for completeness.
 *
 * A text is null when nobody said it, or when the law had it erased.
 */
public sealed interface Perspective {
    /** Nobody has asked yet. */
    public data object Unheard : Perspective

    /** Asked, and not yet heard. */
    public data object Invited : Perspective

    /** Heard; the person has not yet said whether the account is right. */
    public data object Heard : Perspective

    /** Heard, and the person agrees with the account. */
    public data object Confirmed : Perspective

    /** Heard, and the person objects; the correction is in their own words. */
    public data class Contested(val correction: String?) : Perspective

    /** Invited, and the person would not; the reason is theirs, if they gave one. */
    public data class Declined(val reason: String?) : Perspective

    /** Not heard, with the ground for it. */
    public data class NotHeard(val ground: NotHeardGround, val reason: String?) : Perspective
}

/** Why somebody was not heard. */
public sealed interface NotHeardGround {
    /** Too young to be heard. */
    public data object TooYoung : NotHeardGround

    /** Asking would bring somebody into danger. */
    public data object Unsafe : NotHeardGround

    /** Could not be found, after so many attempts. */
    public data class Unreachable(val attempts: Int) : NotHeardGround

    /** There was no time; it is looked at again by this date. */
    public data class Urgent(val lookBack: LocalDate) : NotHeardGround

    /** None of the others; the reason says which. */
    public data object Other : NotHeardGround
}

internal fun PerspectiveValue.toPerspective(): Perspective =
    when (this) {
        is PerspectiveValue.Unheard -> Perspective.Unheard
        is PerspectiveValue.Invited -> Perspective.Invited
        is PerspectiveValue.Heard -> Perspective.Heard
        is PerspectiveValue.Confirmed -> Perspective.Confirmed
        is PerspectiveValue.Contested -> Perspective.Contested(correction)
        is PerspectiveValue.Declined -> Perspective.Declined(reason)
        is PerspectiveValue.NotHeard -> Perspective.NotHeard(ground.toGround(), reason)
    }

private fun GroundValue.toGround(): NotHeardGround =
    when (this) {
        is GroundValue.TooYoung -> NotHeardGround.TooYoung
        is GroundValue.Unsafe -> NotHeardGround.Unsafe
        is GroundValue.Unreachable -> NotHeardGround.Unreachable(attempts)
        is GroundValue.Urgent -> NotHeardGround.Urgent(lookBack)
        is GroundValue.Other -> NotHeardGround.Other
    }
