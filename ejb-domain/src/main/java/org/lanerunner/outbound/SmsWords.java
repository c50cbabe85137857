package org.lanerunner.outbound;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** The words of one kind of SMS: one line of plain text with {@code {names}} in the place of values. */
public final class SmsWords implements Words {

    private static final Map<String, SmsWords> KNOWN = new ConcurrentHashMap<>();

    private final String kind;
    private final String text;

    private SmsWords(String kind, String file) {
        this.kind = kind;
        this.text = Template.oneLine(file);
    }

    static SmsWords of(Class<?> feature, String template) {
        return KNOWN.computeIfAbsent(
                Template.kind(feature, template),
                name -> new SmsWords(name, Template.resource(feature, "sms/" + template + ".txt")));
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Set<String> places() {
        return Template.PLACE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place.substring(1, place.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public SmsContent with(Map<String, String> values) {
        return SmsContent.of(Template.fill(kind, text, values));
    }
}
