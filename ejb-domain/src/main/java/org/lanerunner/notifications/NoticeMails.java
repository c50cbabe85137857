package org.lanerunner.notifications;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lanerunner.outbound.Footer;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Outbound;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.PortalAddress;

/**
 * Sends notices by mail, in the words of the feature that told of them, with amounts and times in the reader's language and zone. Outbound sees to the mail
 * itself. The notice stands in the inbox whether the mail arrives or not.
 */
@ApplicationScoped
class NoticeMails {

    private static final String ESSENTIAL =
            "Everybody whom it concerns gets this mail, so it can't be switched off. Which others come by mail you choose in your profile.";
    private static final String OTHERS = "Which notices come by mail you choose in your profile.";
    private static final String SWITCH_OFF = "Stop mails like this one";

    @Inject
    private NoticeChoices choices;

    @Inject
    private UnsubscribeLinks links;

    @Inject
    private Outbound outbound;

    @Inject
    private PortalAddress portal;

    void send(Notice notice, List<Audiences.Reader> readers) {
        NoticeKind kind = notice.kind();
        Set<UUID> wanting = choices.wantingMail(
                kind, readers.stream().map(Audiences.Reader::personId).toList());
        readers.stream().filter(reader -> wanting.contains(reader.personId())).forEach(reader -> send(notice, reader));
    }

    private void send(Notice notice, Audiences.Reader reader) {
        NoticeKind kind = notice.kind();
        Message message = Message.of(
                kind.feature(), kind.name(), Recipient.person(reader.personId()), null, values(notice, reader));
        if (kind.essential()) {
            outbound.send(message.footed(Footer.of(ESSENTIAL)));
            return;
        }
        UnsubscribeLinks.Link link = links.next();
        if (outbound.send(message.footed(new Footer(OTHERS, SWITCH_OFF, link.page(), link.oneClick())))) {
            links.keep(link, reader.personId(), kind);
        }
    }

    private Map<String, String> values(Notice notice, Audiences.Reader reader) {
        NoticeFacts facts = notice.facts();
        Map<String, String> values = new HashMap<>(facts.texts());
        values.put("name", reader.name());
        values.put("link", portal.link(notice.about().path(notice.aboutId())));
        DateTimeFormatter times = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm zzz", reader.language())
                .withZone(reader.zone());
        values.putAll(Stream.of(
                        map(facts.amounts(), amount -> shown(amount, reader.language())),
                        map(facts.times(), times::format))
                .flatMap(part -> part.entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return values;
    }

    private static <T> Map<String, String> map(Map<String, T> facts, Function<T, String> shown) {
        return facts.entrySet().stream().collect(toMap(Map.Entry::getKey, fact -> shown.apply(fact.getValue())));
    }

    /** The amount as people read it, such as {@code 1,200.00 EUR}. */
    static String shown(Money amount, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(amount.decimal().scale());
        return format.format(amount.decimal()) + " " + amount.currency();
    }
}
