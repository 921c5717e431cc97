package nl.afweging

import java.time.Instant
import java.time.LocalDate
import nl.afweging.internal.DossierHandle

/**
 * The dossier of one child or family: people as pseudonyms, and a log that only grows.
 *
 * Safe to share between threads. Closing it frees native memory at once instead of when the garbage collector comes
 * by; a closed dossier throws [IllegalStateException].
 */
public class Dossier internal constructor(internal val handle: DossierHandle) : AutoCloseable {
    /** The id by which the system that keeps the dossier knows it. */
    public val id: String get() = handle.id()

    /** The number of entries. */
    public val size: Long get() = handle.size()

    /** The hash of the last entry, empty for an empty dossier. Keep it elsewhere: it shows whether the end of the log was cut off. */
    public val head: String get() = handle.head()

    /** The dossier as canonical JSON: the same bytes from every language. */
    public fun toJson(): String = handle.toJson()

    /**
     * Adds one entry, given as JSON, and returns its number.
     *
     * What is merely unlawful is not refused: it becomes a finding.
     *
     * @throws InputException when the entry cannot be read
     * @throws RefusalException when it contradicts what is already recorded
     */
    public fun record(entry: String): Long = translating { handle.record(entry) }

    /** The dossier as it was known at an instant: nothing recorded later is in it. It takes no new entries. */
    public fun knownAt(instant: Instant): Dossier = translating { Dossier(handle.knownAt(instant)) }

    /**
     * Where the perspective of one person stands on a day; [Perspective.Unheard] when nothing of it is on record.
     *
     * @throws IllegalArgumentException when [person] cannot be an id
     */
    public fun perspectiveOn(person: String, day: LocalDate): Perspective =
        translating { handle.perspectiveOn(person, day) }.toPerspective()

    override fun close(): Unit = handle.close()

    override fun toString(): String = "Dossier($size entries, head ${head.take(12)}…)"

    public companion object {
        /**
         * Reads a dossier in the format `afweging/dossier/1`.
         *
         * @throws InputException whose `path` names the place, as in `entries[12].event.origin`
         */
        @JvmStatic
        public fun fromJson(text: String): Dossier = translating { Dossier(DossierHandle.fromJson(text)) }
    }
}
