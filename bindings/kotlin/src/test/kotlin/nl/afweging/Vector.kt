package nl.afweging

import java.nio.file.Path
import java.time.LocalDate
import kotlin.io.path.readBytes
import kotlin.io.path.readText

/** One shared case: a dossier, a date, and the bytes of the assessment that every language must give. */
internal class Vector(name: String) {
    private val folder = Path.of(System.getProperty("afweging.vectors"), name)

    val dossier: String = folder.resolve("dossier.json").readText()
    val at: LocalDate = LocalDate.parse(folder.resolve("at.txt").readText().trim())
    val assessment: ByteArray = folder.resolve("assessment.json").readBytes()
}
