package org.lanerunner.outbound.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the signatures that Twilio publishes with its documentation and libraries. */
class TwilioSignatureTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private final TwilioSignature signatures = new TwilioSignature("12345");

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2, CYn1h0gLBdNxDGkKJg6hYohgeD8=",
        "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        "https://MyCompany.com/myapp.php?foo=1&bar=2, g9IN/x4Cft2g517EjYvEvM/W7LU=",
        "https://MyCompany.com:1234/myapp.php?foo=1&bar=2, PCqOZm8cnu/L6+u5i5fuEd+Iac4="
    })
    void takesWhatTwilioSigns(String url, String signature) {
        assertTrue(signatures.isOf(url, form(), signature));
    }

    @Test
    void oneNameMayHaveSeveralValues() {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.add("Sid", "CA123");
        form.add("SidAccount", "AC123");
        form.put("Digits", List.of("5678", "1234", "1234"));
        assertTrue(signatures.isOf(URL, form, "IK+Dwps556ElfBT0I3Rgjkr1wJU="));
    }

    @Test
    void takesNothingElse() {
        assertFalse(signatures.isOf(URL, form(), null));
        assertFalse(signatures.isOf(URL, form(), ""));
        assertFalse(signatures.isOf(URL, form(), "FAIL"));
        assertFalse(signatures.isOf("https://MyCompany.com/myapp.php?foo=1&bar=2", form(), SIGNATURE));
        assertFalse(signatures.isOf(URL + "&extra=1", form(), SIGNATURE));
        assertFalse(new TwilioSignature("12346").isOf(URL, form(), SIGNATURE));
        for (String name : form().keySet()) {
            MultivaluedMap<String, String> changed = form();
            changed.putSingle(name, "x");
            assertFalse(signatures.isOf(URL, changed, SIGNATURE), name);
            changed.remove(name);
            assertFalse(signatures.isOf(URL, changed, SIGNATURE), name);
        }
        assertEquals(5, form().size());
    }

    private static MultivaluedMap<String, String> form() {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.add("CallSid", "CA1234567890ABCDE");
        form.add("Caller", "+14158675309");
        form.add("Digits", "1234");
        form.add("From", "+14158675309");
        form.add("To", "+18005551212");
        return form;
    }
}
