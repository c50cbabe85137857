package org.lanerunner.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNameTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ../../etc/passwd,        passwd
            C:\\temp\\proof.jpg,     proof.jpg
            'a\u0000b\r\nc.pdf',     abc.pdf
            'gpj.\u202Eexe.pdf',     gpj.exe.pdf
            Lieferschein Köln.pdf,   Lieferschein Köln.pdf
            '',                      document.pdf
            ..,                      document.pdf
            """)
    void hostileNamesLoseWhatIsHostile(String sent, String kept) {
        assertEquals(kept, DocumentName.of(sent, DocumentType.PDF));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String name = DocumentName.of("😀".repeat(300), DocumentType.PNG);
        assertEquals("😀".repeat(200), name);
    }

    @Test
    void aFileWithoutANameGetsOne() {
        assertEquals("document.webp", DocumentName.of(null, DocumentType.WEBP));
    }
}
