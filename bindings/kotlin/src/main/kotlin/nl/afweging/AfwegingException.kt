package nl.afweging

import nl.afweging.internal.Failure

/**
 * The base of every exception of this library. [message] is one line for people; what a program needs is in fields.
 *
 * Unchecked, as Kotlin's exceptions are.
 */
public sealed class AfwegingException(message: String, cause: Throwable?) : RuntimeException(message, cause) {
    /** The same as the inherited message, and never null. */
    override val message: String = message
}

/** What was read is not what its format says; nothing was changed. */
public class InputException internal constructor(
    message: String,
    cause: Throwable?,
    /** Stable: `AFW-INPUT-…`. */
    public val code: String,
    /** The place, as in `entries[12].event.origin`. */
    public val path: String,
    public val reason: String,
) : AfwegingException(message, cause)

/** A law pack that cannot be used. */
public class PackException internal constructor(
    message: String,
    cause: Throwable?,
    /** Stable: `AFW-PACK-…`. */
    public val code: String,
    /** The name of the file. */
    public val file: String,
    /** The line, from 1; 0 when it is about the whole file or pack. */
    public val line: Long,
    /** The key, empty when it is about the whole file. */
    public val key: String,
    public val reason: String,
) : AfwegingException(message, cause)

/**
 * An entry that contradicts what is already recorded. The dossier is as it was.
 *
 * When a state machine refused it, [state] says where things stood and [allowed] what was possible from there;
 * otherwise both are empty.
 */
public class RefusalException internal constructor(
    message: String,
    cause: Throwable?,
    /** Stable: `AFW-…`. */
    public val code: String,
    /** The place inside the entry, such as `event.person`. */
    public val path: String,
    public val reason: String,
    public val state: String,
    public val allowed: List<String>,
) : AfwegingException(message, cause)

/** Runs a call into the native library and turns its failure into the exception that people catch. */
internal inline fun <T> translating(call: () -> T): T =
    try {
        call()
    } catch (failure: Failure) {
        throw when (failure) {
            is Failure.Input -> failure.run { InputException(text, this, code, path, reason) }
            is Failure.Pack -> failure.run { PackException(text, this, code, file, line, key, reason) }
            is Failure.Refused -> failure.run { RefusalException(text, this, code, path, reason, state, allowed) }
            // Not about what was read: the caller passed what cannot be, and the JVM has an exception for that.
            is Failure.Argument -> IllegalArgumentException(failure.text, failure)
        }
    }
