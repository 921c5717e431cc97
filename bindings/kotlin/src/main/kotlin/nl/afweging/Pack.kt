package nl.afweging

import nl.afweging.internal.PackHandle

/**
 * A law pack: the measures, grounds, powers and terms, each with its article and the dates it was in force.
 *
 * Parsed once and immutable; share it between threads and calls. Closing it frees native memory at once instead of
 * when the garbage collector comes by; a closed pack throws [IllegalStateException].
 */
public class Pack internal constructor(internal val handle: PackHandle) : AutoCloseable {
    /** The name of the pack, which an assessment's receipt quotes. */
    public val id: String = handle.id()

    /** SHA-256 over the content of the pack, in hexadecimal. */
    public val hash: String = handle.hash()

    override fun close(): Unit = handle.close()

    override fun equals(other: Any?): Boolean = other is Pack && other.hash == hash

    override fun hashCode(): Int = hash.hashCode()

    override fun toString(): String = "Pack($id, ${hash.take(12)}…)"

    public companion object {
        /**
         * The Dutch pack that comes with this version of the library.
         *
         * @throws PackException when it cannot be read, which means that the library is damaged
         */
        @JvmStatic
        public fun nl(): Pack = translating { Pack(PackHandle.nl()) }
    }
}
