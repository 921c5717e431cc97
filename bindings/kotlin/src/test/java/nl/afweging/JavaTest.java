package nl.afweging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The same API as it looks from plain Java: no mangled names, no coroutines, no wrapper types. */
class JavaTest {
    @Test
    void theSharedVector() throws Exception {
        Path folder = Path.of(System.getProperty("afweging.vectors"), "slice");
        LocalDate at = LocalDate.parse(Files.readString(folder.resolve("at.txt")).trim());
        try (Pack pack = Pack.nl(); Dossier dossier = Dossier.fromJson(Files.readString(folder.resolve("dossier.json")))) {
            Assessment assessment = Afweging.assess(dossier, pack, at);
            assertEquals(Files.readString(folder.resolve("assessment.json")), assessment.toJson());

            Perspective state = dossier.perspectiveOn("mother", at);
            assertEquals("wants “Zoë”, her lawyer, there first", assertInstanceOf(Perspective.Declined.class, state).getReason());
            assertEquals(6L, dossier.getSize());
        }
    }

    @Test
    void anErrorHasFields() {
        InputException error = assertThrows(InputException.class, () -> Dossier.fromJson("[]"));
        assertEquals("AFW-INPUT-001", error.getCode());
    }
}
