package org.lanerunner.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.LaunchFailure;

/**
 * The EAR of a build with the API's WAR in it a second time, at {@code /twin}: the same classes but for those that ask who calls, whether from an allowed address and how often, and
 * with {@code BareLoads} for a caller who is taken for granted. It is written for a measurement and shipped to nobody.
 */
final class BareTwin {
    private static final String API = "rest-api.war";
    private static final String WAR = "twin.war";
    private static final String REST = "WEB-INF/classes/org/lanerunner/";
    private static final List<String> LEFT_OUT = List.of(
            REST + "shared/rest/ApiApplication.class",
            REST + "identity/rest/AuthenticationFilter.class",
            REST + "identity/rest/AddressFilter.class",
            REST + "gate/rest/ShutOutFilter.class",
            REST + "gate/rest/RateFilter.class");
    private static final List<String> ADDED = List.of(
            "org/lanerunner/benchmarks/bare/BareApplication.class", "org/lanerunner/benchmarks/bare/BareLoads.class");

    private BareTwin() {}

    /** The build with that EAR in the place of its own. */
    static Build of(Build build) {
        Path ear = build.home().resolve("benchmarks/target/identity.ear");
        try (InputStream in = Files.newInputStream(build.ear());
                ZipInputStream from = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(ear);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                Peer.entry(to, entry.getName(), described(entry.getName(), content));
                if (entry.getName().equals(API)) {
                    Peer.entry(to, WAR, twin(content));
                }
            }
        } catch (IOException broken) {
            throw new LaunchFailure("The EAR with the bare twin can't be written: " + broken.getMessage(), broken);
        }
        return new Build(build.home(), build.server(), ear, build.version(), build.postgresVersion());
    }

    /** What the EAR says of the API's WAR it says of the twin, too. */
    private static byte[] described(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (name.equals("META-INF/application.xml")) {
            return required(
                    text,
                    "</module>",
                    "  <library-directory>",
                    "<module><web><web-uri>" + WAR
                            + "</web-uri><context-root>/twin</context-root></web></module>\n  <library-directory>");
        }
        if (name.equals("META-INF/jboss-deployment-structure.xml")) {
            int start = text.indexOf("<sub-deployment name=\"" + API + "\">");
            String end = "</sub-deployment>";
            String api = text.substring(start, text.indexOf(end, start) + end.length());
            return required(text, api, api, api + api.replace(API, WAR));
        }
        return content;
    }

    private static byte[] required(String text, String sign, String replaced, String by) {
        if (!text.contains(sign) || !text.contains(replaced)) {
            throw new LaunchFailure("The EAR is described in another way than the bare twin expects.");
        }
        return text.replace(replaced, by).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] twin(byte[] api) throws IOException {
        ByteArrayOutputStream war = new ByteArrayOutputStream();
        int leftOut = 0;
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(api));
                ZipOutputStream to = new ZipOutputStream(war)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (LEFT_OUT.contains(entry.getName())) {
                    leftOut++;
                } else {
                    Peer.entry(to, entry.getName(), from.readAllBytes());
                }
            }
            for (String name : ADDED) {
                Peer.entry(to, "WEB-INF/classes/" + name, Peer.resource("/" + name));
            }
        }
        if (leftOut != LEFT_OUT.size()) {
            throw new LaunchFailure("What the bare twin leaves out is called otherwise now.");
        }
        return war.toByteArray();
    }
}
