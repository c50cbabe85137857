package org.lanerunner.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Refusal;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+1 (201) 555-0123, +12015550123, +1",
        "+44 7400 123456, +447400123456, +44",
        "+49 1512 3456789, +4915123456789, +49",
        "tel:+91-98765-43210, +919876543210, +91",
        "+١ ٢٠١ ٥٥٥ ٠١٢٣, +12015550123, +1"
    })
    void isWrittenInOneForm(String text, String e164, String callingCode) {
        PhoneNumber number = PhoneNumber.of(text, "/phone");
        assertEquals(e164, number.e164());
        assertEquals(callingCode, number.callingCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "201 555 0123",
                "+1 201 555",
                "+999 201 555 0123",
                "+1 900 555 0123",
                "+1 800 555 0123",
                "+44 20 7946 0018",
                "+44 909 879 0123",
                "+44 7012 345678",
                "+1 500 234 5678",
                "+1 201 555 0123 ext. 5",
                "+12015550123\r\nBcc: x",
                "+88213300001"
            })
    void whatNoSmsReachesOrWhatCostsItsCallerMoreIsNone(String text) {
        Refusal no = assertThrows(Refusal.class, () -> PhoneNumber.of(text, "/phone"));
        assertEquals("/phone", no.violations().get(0).pointer());
        assertThrows(Refusal.class, () -> PhoneNumber.of(null, "/phone"));
    }

    @Test
    void aCallingCodeMayBeSeveralCountries() {
        PhoneNumber jamaica = PhoneNumber.of("+1 876 210 1234", "/phone");
        assertTrue(jamaica.isIn("+1"));
        assertTrue(jamaica.isIn("jm"));
        assertEquals(false, jamaica.isIn("US"));
        assertEquals(false, jamaica.isIn("+44"));
        assertTrue(PhoneNumber.of("+1 201 555 0123", "/phone").isIn("US"));
        assertEquals(false, jamaica.isIn(""));
    }

    @Test
    void numbersOfStoriesAreNobodys() {
        assertTrue(PhoneNumber.of("+1 201 555 0199", "/phone").isNobodys());
        assertEquals(false, PhoneNumber.of("+1 201 555 0200", "/phone").isNobodys());
        assertEquals("+1 201-555-0123", PhoneNumber.of("+12015550123", "/phone").international());
    }
}
