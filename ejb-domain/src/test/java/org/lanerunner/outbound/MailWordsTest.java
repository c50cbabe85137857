package org.lanerunner.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWordsTest {

    private final MailWords words = MailWords.of(MailWordsTest.class, "test");

    @Test
    void oneTextHasTwoForms() {
        MailContent mail = words.with(values("Ann", "https://lanes.example/x?a=1&b=2"));
        assertEquals("Hello Ann", mail.subject());
        assertEquals(
                "Dear Ann,\nthis is a test.\n\nLook here:\nhttps://lanes.example/x?a=1&b=2\n\nBye, Ann.\n",
                mail.text());
        assertTrue(mail.html().contains("<p>Dear Ann,<br>\nthis is a test.</p>"), mail.html());
        assertTrue(mail.html().contains("href=\"https://lanes.example/x?a=1&amp;b=2\""), mail.html());
    }

    @Test
    void aNameIsNoMarkup() {
        MailContent mail = words.with(values("<img src=x onerror=alert('1')>&\"", "https://x"));
        assertFalse(mail.html().contains("<img"));
        assertTrue(mail.html().contains("&lt;img src=x onerror=alert(&#39;1&#39;)&gt;&amp;&quot;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann\r\nBcc: all@example.org",
                "Ann\nBcc: all@example.org",
                "Ann\u2028Bcc: all@example.org",
                "Ann\u202e\tBcc: all@example.org"
            })
    void aNameEndsNoHeaderAndBeginsNoParagraph(String name) {
        MailContent mail = words.with(values(name, "https://x"));
        assertEquals("Hello Ann Bcc: all@example.org", mail.subject());
        assertTrue(mail.text().startsWith("Dear Ann Bcc: all@example.org,\n"), mail.text());
    }

    @Test
    void aNameIsNoPlaceForAnotherValue() {
        assertEquals(
                "Hello {link} $1", words.with(values("{link} $1", "https://x")).subject());
    }

    @Test
    void aSubjectIsNoPlaceForTheFrame() {
        MailContent mail = words.with(values("{body} {subject}", "https://x"));
        assertEquals("Hello {body} {subject}", mail.subject());
        assertTrue(mail.html().contains("<title>Hello {body} {subject}</title>"), mail.html());
        assertEquals(mail.html().indexOf("<a href"), mail.html().lastIndexOf("<a href"));
    }

    @Test
    void aButtonLeadsToAPage() {
        assertThrows(IllegalStateException.class, () -> words.with(values("Ann", "javascript:alert(1)")));
    }

    @Test
    void aParagraphIsLeftOutWhereAValueOfItsIsMissing() {
        MailWords parts = MailWords.of(MailWordsTest.class, "parts");
        assertEquals("Always.\n", parts.with(Map.of()).text());
        assertEquals(
                "Always.\n\nOnly with 3 EUR.\n",
                parts.with(Map.of("amount", "3 EUR")).text());
    }

    @Test
    void whatStandsBelowSaysHowToHaveNoMore() {
        MailContent mail = MailWords.of(MailWordsTest.class, "parts")
                .with(
                        Map.of(),
                        new Footer(
                                "Enough & more?",
                                "Stop",
                                "https://lanes.example/u#x",
                                "https://lanes.example/api/u/x"));
        assertEquals("Always.\n\n-- \nEnough & more?\nStop: https://lanes.example/u#x\n", mail.text());
        assertTrue(mail.html().contains("Enough &amp; more?<br>"), mail.html());
        assertTrue(mail.html().contains("href=\"https://lanes.example/u#x\""), mail.html());
        assertEquals("https://lanes.example/api/u/x", mail.oneClick());
    }

    @Test
    void aMissingValueIsADefect() {
        assertThrows(IllegalStateException.class, () -> words.with(Map.of("name", "Ann")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@x.org",
                "a@b@c",
                "a b@x.org",
                "a@x.org\r\nBcc: b@x.org",
                "a@x.org,b@x.org",
                "<a@x.org>",
                "a@x.org\u0000",
                "\u202ea@x.org",
                "a[b@x.org",
                "a@[127.0.0.1]",
                "a\u2028b@x.org"
            })
    void noAddressNamesASecondRecipient(String address) {
        assertFalse(Outbound.isFit(address));
    }

    @Test
    void addressesOfAllAlphabetsAreFit() {
        assertTrue(Outbound.isFit("jürgen+x@пример.example"));
    }

    private static Map<String, String> values(String name, String link) {
        return new HashMap<>(Map.of("name", name, "link", link));
    }
}
