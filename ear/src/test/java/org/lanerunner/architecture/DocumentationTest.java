package org.lanerunner.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say about the code's shape is so: links lead somewhere, the features stand there in their order, every decision is listed. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    @Test
    void linksLeadSomewhere() {
        List<Path> documents = documents();
        assertTrue(documents.size() > 20, documents::toString);
        Set<String> broken = new TreeSet<>();
        documents.forEach(document -> brokenLinks(document, Production.text(document))
                .forEach(link -> broken.add(document.getFileName() + " → " + link)));
        assertEquals(Set.of(), broken);
    }

    @Test
    void aLinkToNowhereIsSeen() {
        Path document = Production.file("README.md");
        assertEquals(
                Set.of("docs/nowhere.md"),
                brokenLinks(
                        document,
                        "[a](docs/nowhere.md#part), [b](docs/language.md), [c](https://example.org/x), `[d](e)`"));
    }

    @Test
    void architectureNamesTheFeaturesInTheirOrder() {
        String map = Production.text(Production.file("docs/architecture.md")).replaceAll("\\s+", " ");
        assertTrue(
                map.contains(String.join(" · ", FeatureOrderTest.ORDER)),
                "docs/architecture.md lists other features, or in another order");
    }

    @Test
    void everyDecisionIsListed() {
        String list = Production.text(Production.file("docs/decisions/README.md"));
        List<String> decisions = Production.filesUnder(Production.file("docs/decisions")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("README.md"))
                .toList();
        assertFalse(decisions.isEmpty());
        assertEquals(
                List.of(),
                decisions.stream()
                        .filter(name -> !list.contains("](" + name + ")"))
                        .toList());
    }

    private static List<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md").map(Production::file),
                        Production.filesUnder(Production.file("docs")).stream()
                                .filter(file -> file.toString().endsWith(".md")))
                .toList();
    }

    private static Set<String> brokenLinks(Path document, String text) {
        Set<String> broken = new TreeSet<>();
        Matcher link = LINK.matcher(CODE.matcher(text).replaceAll(""));
        while (link.find()) {
            if (!Files.exists(document.resolveSibling(link.group(1)))) {
                broken.add(link.group(1));
            }
        }
        return broken;
    }
}
