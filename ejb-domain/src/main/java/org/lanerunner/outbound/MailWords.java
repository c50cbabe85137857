package org.lanerunner.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one kind of mail, in a file of the feature that sends it: {@code Subject: …}, an empty line, then paragraphs with {@code {names}} in the place
 * of values. A line {@code > Label: {link}} is a button. A paragraph that begins with {@code ? } is left out where one of its values is missing. Plain text and
 * HTML are made of the same words. A value is inserted as one line of plain text, whatever somebody wrote: it can't end a header, begin a paragraph or be
 * markup; and a link is always one of ours.
 */
public final class MailWords implements Words {

    private static final Map<String, MailWords> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern BUTTON = Pattern.compile("> (.+): (\\{[a-zA-Z]+})");
    private static final String SUBJECT = "Subject: ";
    private static final String OPTIONAL = "? ";
    private static final String FRAME = Template.resource(MailWords.class, "frame.html");

    private final String kind;
    private final String subject;
    private final List<String> paragraphs;

    private MailWords(String kind, String file) {
        List<String> parts = List.of(file.strip().split("\n\\s*\n"));
        if (!parts.get(0).startsWith(SUBJECT) || parts.size() < 2) {
            throw new IllegalStateException("the words of " + kind + " have no subject or no text");
        }
        this.kind = kind;
        this.subject = parts.get(0).substring(SUBJECT.length()).strip();
        this.paragraphs = parts.subList(1, parts.size());
    }

    static MailWords of(Class<?> feature, String template) {
        return KNOWN.computeIfAbsent(
                Template.kind(feature, template),
                name -> new MailWords(name, Template.resource(feature, "mails/" + template + ".txt")));
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Set<String> places() {
        return places(subject + " " + paragraphs);
    }

    private static Set<String> places(String words) {
        Set<String> names = new TreeSet<>();
        Template.PLACE.matcher(words).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    @Override
    public MailContent with(Map<String, String> values) {
        return with(values, null);
    }

    /** @param footer the text below; null for nothing */
    MailContent with(Map<String, String> values, Footer footer) {
        List<String> text = new ArrayList<>();
        StringBuilder html = new StringBuilder();
        for (String each : paragraphs) {
            String paragraph = each.startsWith(OPTIONAL) ? each.substring(OPTIONAL.length()) : each;
            if (each.startsWith(OPTIONAL) && !values.keySet().containsAll(places(paragraph))) {
                continue;
            }
            Matcher button = BUTTON.matcher(paragraph.strip());
            if (button.matches()) {
                String link = link(fill(button.group(2), values));
                text.add(button.group(1) + ":\n" + link);
                html.append(button(button.group(1), link));
            } else {
                text.add(fill(paragraph, values));
                html.append("<p>")
                        .append(escaped(fill(paragraph, values)).replace("\n", "<br>\n"))
                        .append("</p>\n");
            }
        }
        if (footer != null) {
            foot(footer, text, html);
        }
        String title = fill(subject, values);
        return new MailContent(
                title,
                String.join("\n\n", text) + "\n",
                framed(escaped(title), html.toString()),
                footer == null ? null : footer.oneClick());
    }

    private void foot(Footer footer, List<String> text, StringBuilder html) {
        text.add("-- \n" + footer.words()
                + (footer.link() == null ? "" : "\n" + footer.label() + ": " + link(footer.link())));
        html.append("<p style=\"margin:24px 0 0;color:#4e5b6b;font-size:13px;line-height:20px\">")
                .append(escaped(footer.words()));
        if (footer.link() != null) {
            html.append("<br>\n<a href=\"%s\" style=\"color:#0b5cad\">%s</a>"
                    .formatted(escaped(footer.link()), escaped(footer.label())));
        }
        html.append("</p>\n");
    }

    /** Fills the frame in one go, so that a value that looks like a place of the frame is not filled. */
    private static String framed(String title, String body) {
        return Template.PLACE
                .matcher(FRAME)
                .replaceAll(place -> Matcher.quoteReplacement(place.group(1).equals("body") ? body : title));
    }

    private String fill(String words, Map<String, String> values) {
        return Template.fill(kind, words, values);
    }

    private String link(String value) {
        if (!value.startsWith("https://") && !value.startsWith("http://")) {
            throw new IllegalStateException(kind + " has a button that leads nowhere");
        }
        return value;
    }

    private static String button(String label, String link) {
        return "<p style=\"margin:24px 0\"><a href=\"%s\" style=\"background:#0b5cad;color:#ffffff;padding:12px 16px;border-radius:4px;text-decoration:none\">%s</a></p>\n<p style=\"color:#4e5b6b;font-size:13px;word-break:break-all\">%s</p>\n"
                .formatted(escaped(link), escaped(label), escaped(link));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
