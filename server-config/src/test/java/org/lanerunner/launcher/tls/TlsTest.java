package org.lanerunner.launcher.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaunchFailure;

class TlsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final int SCALE = 4;

    @TempDir
    Path root;

    private DataFolder data;

    @BeforeEach
    void make() {
        data = DataFolder.at(root.resolve("data"));
        data.create();
    }

    @Test
    void chainOfTheMachinesNamesIsValidForWhoTrustsTheAuthority() throws Exception {
        Tls tls = at(NOW, "LANERUNNER_TLS_NAMES", "dispatch.example.org, 203.0.113.9");
        tls.prepare();
        X509Certificate certificate = tls.certificate().orElseThrow();
        validate(
                Authority.in(data.secrets().resolve("tls")).issue(names(certificate), NOW),
                tls.toTrust().orElseThrow());
        List<String> names = names(certificate);
        assertTrue(
                names.containsAll(List.of("localhost", "127.0.0.1", "dispatch.example.org", "203.0.113.9")),
                names.toString());
        Duration life = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertTrue(life.toDays() < 825, "a longer life is refused by some devices");
        assertEquals(-1, certificate.getBasicConstraints());
    }

    @Test
    void bareNameOfTheMachineIsNoneOfItsNames() {
        assertEquals(
                List.of("localhost"),
                MachineNames.all("").stream()
                        .filter(name -> !name.contains("."))
                        .toList());
    }

    @Test
    void nothingOfItIsForOthersEyes() throws IOException {
        at(NOW).prepare();
        try (Stream<Path> files = Files.list(data.secrets().resolve("tls"))) {
            List<Path> all = files.toList();
            assertEquals(4, all.size(), all.toString());
            for (Path file : all) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void authoritySpeaksForNothingButWhatIsLocalAndWhatItWasMadeFor() throws Exception {
        Path folder = data.secrets();
        Authority authority = Authority.made(folder, List.of("dispatch.example.org", "dev"), NOW);
        for (X509Certificate of : List.of(
                authority.certificate(),
                authority.issue(List.of("localhost"), NOW).chain().get(1))) {
            assertEquals(List.of("1.3.6.1.5.5.7.3.1"), of.getExtendedKeyUsage(), "servers only");
        }
        for (String name : List.of("localhost", "printer.local", "192.168.7.9", "dispatch.example.org")) {
            assertTrue(authority.maySpeakFor(name), name);
            assertDoesNotThrow(() -> validate(authority.issue(List.of(name), NOW), authority.certificate()), name);
        }
        for (String name : List.of("example.com", "www.example.org", "203.0.113.9", "dev", "bank.dev")) {
            assertFalse(authority.maySpeakFor(name), name);
            assertThrows(
                    CertPathValidatorException.class,
                    () -> validate(authority.issue(List.of(name), NOW), authority.certificate()),
                    name);
        }
    }

    @Test
    void nextStartKeepsWhatFitsAndMakesAnewWhatDoesNot() throws Exception {
        Tls first = at(NOW);
        first.prepare();
        X509Certificate authority = first.toTrust().orElseThrow();
        X509Certificate certificate = first.certificate().orElseThrow();

        Tls soon = at(NOW.plus(Duration.ofDays(300)));
        soon.prepare();
        assertEquals(certificate, soon.certificate().orElseThrow());

        Tls renamed = at(NOW, "LANERUNNER_TLS_NAMES", "yard.local");
        renamed.prepare();
        X509Certificate other = renamed.certificate().orElseThrow();
        assertNotEquals(certificate.getSerialNumber(), other.getSerialNumber());

        Tls due = at(NOW.plus(Duration.ofDays(340)), "LANERUNNER_TLS_NAMES", "yard.local");
        due.prepare();
        assertNotEquals(other.getSerialNumber(), due.certificate().orElseThrow().getSerialNumber());
        assertEquals(authority, due.toTrust().orElseThrow(), "the devices were told of it");
    }

    @Test
    void nameThatTheAuthorityWasMadeWithoutIsLeftOutUntilThereIsAnotherAuthority() {
        at(NOW).prepare();
        Tls wider = at(NOW, "LANERUNNER_TLS_NAMES", "dispatch.example.org");
        wider.prepare();
        assertEquals(List.of("dispatch.example.org"), wider.unspoken());
        wider.renew(true);
        assertEquals(List.of(), wider.unspoken());
    }

    @Test
    void codeLeadsToTheTrustPageAtThatName() throws Exception {
        Tls tls = at(NOW, "LANERUNNER_TLS_NAMES", "yard.local", "LANERUNNER_HTTP_PORT", "8765");
        tls.prepare();
        assertTrue(tls.reachable().contains("yard.local"));
        assertFalse(tls.reachable().contains("localhost"));
        for (String name : tls.reachable()) {
            String drawing = Files.readString(data.run().resolve("trust/qr-" + name + ".svg"));
            assertEquals("http://" + name + ":8765/trust", decoded(drawing));
        }
    }

    @Test
    void onLoopbackAloneNobodyElseIsTold() {
        Tls tls = at(NOW, "LANERUNNER_BIND", "127.0.0.1");
        tls.prepare();
        assertEquals(List.of(), tls.reachable());
    }

    @Test
    void operatorsOwnCertificateTakesThePlaceOfOneMadeHere() throws Exception {
        Authority elsewhere = Authority.made(data.run(), List.of("dispatch.example.org"), NOW);
        Authority.Issued issued = elsewhere.issue(List.of("dispatch.example.org"), NOW);
        Path chain = root.resolve("chain.pem");
        Path key = root.resolve("key.pem");
        Files.writeString(
                chain,
                PemFiles.of(issued.chain().get(0)) + PemFiles.of(issued.chain().get(1)));
        Files.writeString(key, PemFiles.of(issued.key()));
        String[] own = {"LANERUNNER_TLS_CERTIFICATE_FILE", chain.toString(), "LANERUNNER_TLS_KEY_FILE", key.toString()};

        Tls tls = at(NOW, own);
        tls.prepare();
        assertEquals(issued.chain().get(0), tls.certificate().orElseThrow());
        assertTrue(tls.toTrust().isEmpty());
        assertEquals(List.of("dispatch.example.org"), tls.reachable());

        assertThrows(
                LaunchFailure.class,
                () -> at(NOW.plus(Duration.ofDays(400)), own).prepare(),
                "its time is over");
        Files.writeString(
                key, PemFiles.of(elsewhere.issue(List.of("yard.local"), NOW).key()));
        assertThrows(LaunchFailure.class, () -> at(NOW, own).prepare(), "another certificate's key");
        Files.writeString(key, "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
        assertThrows(LaunchFailure.class, () -> at(NOW, own).prepare(), "not PKCS#8");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        for (String name : List.of("a b", "-x.org", "300.1.1.1", "*.example.org", "x/../y")) {
            assertThrows(
                    LaunchFailure.class,
                    () -> at(NOW, "LANERUNNER_TLS_NAMES", name).prepare(),
                    name);
        }
    }

    @Test
    void codeOnATerminalIsTheOneOnThePage() {
        QrCode code = QrCode.of("http://192.0.2.7:8080/trust");
        String[] lines = code.text().replaceAll("\u001b\\[[0-9;]*m", "").split("\n");
        boolean[] drawn = new boolean[code.size()];
        boolean[] wanted = new boolean[code.size()];
        for (int x = 0; x < code.size(); x++) {
            char letter = lines[3].charAt(2 + x);
            drawn[x] = letter == '\u2588' || letter == '\u2580';
            wanted[x] = code.isBlack(x, 6);
        }
        assertArrayEquals(wanted, drawn);
        assertTrue(Arrays.toString(wanted).contains("true"));
    }

    private Tls at(Instant now, String... settings) {
        Map<String, String> environment = new HashMap<>(Map.of("LANERUNNER_BIND", "0.0.0.0"));
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return new Tls(data, EffectiveSettings.of(data, environment), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> (String) name.get(1))
                .toList();
    }

    private static void validate(Authority.Issued issued, X509Certificate authority) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(issued.chain()), parameters);
    }

    /** As a phone reads it. */
    private static String decoded(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertTrue(box.find());
        int size = Integer.parseInt(box.group(1)) * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xFFFFFF);
        for (MatchResult dot :
                Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg).results().toList()) {
            for (int i = 0; i < SCALE * SCALE; i++) {
                int x = Integer.parseInt(dot.group(1)) * SCALE + i % SCALE;
                int y = Integer.parseInt(dot.group(2)) * SCALE + i / SCALE;
                pixels[y * size + x] = 0;
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))))
                .getText();
    }
}
