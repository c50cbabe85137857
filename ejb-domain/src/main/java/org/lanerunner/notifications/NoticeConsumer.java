package org.lanerunner.notifications;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.lanerunner.events.EventConsumer;
import org.lanerunner.events.ReceivedEvent;

/** Hears the events of which people are told, and writes the notices and mails in the transaction that remembers the event as consumed. */
@ApplicationScoped
class NoticeConsumer implements EventConsumer {

    @Inject
    private NoticeKinds kinds;

    @Inject
    private NoticeWriter writer;

    private Set<String> hears;

    @PostConstruct
    void listen() {
        hears = kinds.events();
    }

    @Override
    public String name() {
        return "notifications.notices";
    }

    @Override
    public Set<String> hears() {
        return hears;
    }

    @Override
    public void consume(ReceivedEvent event) {
        writer.write(event, kinds.noticesOf(event));
    }
}
