package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanerunner.outbound.Content;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Recipient;

class SecurityNoticeTest {

    private static final Set<String> ALWAYS = Set.of("name", "when", "link");

    @ParameterizedTest
    @EnumSource(SecurityNotice.class)
    void hasItsWordsAndTellsAllThatItIsTold(SecurityNotice notice) {
        Message message = Message.of(SecurityNotices.class, notice.words(), Recipient.person(null), null, Map.of());
        Set<String> told = new TreeSet<>(notice.details());
        told.addAll(ALWAYS);
        assertEquals(told, message.words().places());
        Content mail = message.words()
                .with(told.stream()
                        .collect(Collectors.toMap(place -> place, place -> "https://lanes.example/" + place)));
        assertTrue(mail.text().contains("https://lanes.example/link"));
    }
}
