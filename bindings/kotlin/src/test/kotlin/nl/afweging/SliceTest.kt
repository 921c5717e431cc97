package nl.afweging

import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class SliceTest {
    private val vector = Vector("slice")

    private fun dossier() = Dossier.fromJson(vector.dossier)

    private fun entry(event: String) =
        """{"recorded": "2026-03-10T12:00:00Z", "occurred": "2026-03-10", "by": "worker-1", "event": $event}"""

    @Test
    fun `the shared vector gives the same bytes as every other language`() {
        Pack.nl().use { pack ->
            dossier().use { dossier ->
                val assessment = assess(dossier, pack, vector.at)
                assertArrayEquals(vector.assessment, assessment.toJson().toByteArray())
                assertEquals(assessment, assess(dossier, pack, vector.at))
            }
        }
    }

    @Test
    fun `recording an entry moves the state and the head`() {
        dossier().use { dossier ->
            val before = dossier.head
            assertEquals(7, dossier.record(entry("""{"invited": {"person": "mother", "forum": "talk"}}""")))
            assertEquals(7, dossier.size)
            assertTrue(before != dossier.head)
            assertEquals(Perspective.Invited, dossier.perspectiveOn("mother", vector.at))
        }
    }

    @Test
    fun `a state carries its data and is read on a date`() {
        dossier().use { dossier ->
            assertEquals(
                Perspective.Declined("wants “Zoë”, her lawyer, there first"),
                dossier.perspectiveOn("mother", vector.at),
            )
            assertEquals(
                Perspective.NotHeard(
                    NotHeardGround.Urgent(LocalDate.of(2026, 3, 17)),
                    reason = "moved in the night",
                ),
                dossier.perspectiveOn("child", vector.at),
            )
            assertEquals(Perspective.Invited, dossier.perspectiveOn("mother", LocalDate.of(2026, 3, 2)))
            assertEquals(Perspective.Unheard, dossier.perspectiveOn("nobody", vector.at))
        }
    }

    @Test
    fun `known at shows nothing that came later, to the nanosecond`() {
        val recorded = Instant.parse("2026-03-03T10:30:00.123456Z")
        dossier().use { dossier ->
            dossier.knownAt(recorded).use { assertEquals(5, it.size) }
            dossier.knownAt(recorded.minusNanos(1)).use { assertEquals(4, it.size) }
            dossier.knownAt(recorded).use {
                assertThrows<RefusalException> { it.record(entry("""{"invited": {"person": "mother", "forum": "talk"}}""")) }
            }
            assertEquals(6, dossier.size)
        }
    }

    @Test
    fun `a wrong input names the place`() {
        val error = assertThrows<InputException> {
            Dossier.fromJson("""{"format": "afweging/dossier/1", "id": "d1", "entries": [{"seq": "one"}]}""")
        }
        assertEquals("AFW-INPUT-001", error.code)
        assertEquals("entries[0].seq", error.path)
        assertTrue(error.path in error.message && error.reason in error.message && '\n' !in error.message, error.message)
    }

    @Test
    fun `a refusal says what was allowed and changes nothing`() {
        dossier().use { dossier ->
            val before = dossier.toJson()
            val refusal = assertThrows<RefusalException> {
                dossier.record(entry("""{"account_confirmed": {"person": "mother"}}"""))
            }
            assertEquals("AFW-INPUT-008", refusal.code)
            assertEquals("Declined", refusal.state)
            assertTrue("heard" in refusal.allowed && "account_confirmed" !in refusal.allowed, refusal.message)
            assertEquals(before, dossier.toJson())
        }
    }

    @Test
    fun `a person is an id`() {
        dossier().use { dossier ->
            assertThrows<IllegalArgumentException> { dossier.perspectiveOn("Jan Jansen", vector.at) }
        }
    }

    @Test
    fun `a date that the core cannot hold is refused`() {
        dossier().use { dossier ->
            assertThrows<IllegalArgumentException> { dossier.perspectiveOn("mother", LocalDate.MAX) }
            assertThrows<IllegalArgumentException> { dossier.perspectiveOn("mother", LocalDate.MIN) }
            assertThrows<IllegalArgumentException> { dossier.knownAt(Instant.MAX) }
        }
    }

    @Test
    fun `a closed handle says so`() {
        val dossier = dossier()
        dossier.close()
        dossier.close()
        assertThrows<IllegalStateException> { dossier.size }
    }
}
