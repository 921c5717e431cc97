@file:JvmName("Afweging")

package nl.afweging

import java.time.LocalDate
import nl.afweging.internal.assessToJson

/**
 * Assesses a dossier under a law pack, as it stands on a date. In Java: `Afweging.assess(dossier, pack, at)`.
 *
 * Pure: it reads no clock and no file, and the same input gives the same bytes.
 */
public fun assess(dossier: Dossier, pack: Pack, at: LocalDate): Assessment =
    translating { Assessment(assessToJson(dossier.handle, pack.handle, at)) }

/** How a dossier stands on a date: what is open, what is barred and by what, who may answer, what is due. */
public class Assessment internal constructor(private val json: String) {
    /** The assessment as canonical JSON: the same bytes from every language. */
    public fun toJson(): String = json

    override fun equals(other: Any?): Boolean = other is Assessment && other.json == json

    override fun hashCode(): Int = json.hashCode()

    override fun toString(): String = "Assessment(${json.length} characters)"
}
