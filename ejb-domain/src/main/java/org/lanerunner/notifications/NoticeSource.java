package org.lanerunner.notifications;

import java.util.List;
import org.lanerunner.events.ReceivedEvent;

/**
 * What a feature tells people of its events: a CDI bean of the feature, with a constructor that takes nothing. Its kinds are the table; docs/notices.md and the words are held
 * against it by tests.
 */
public interface NoticeSource {

    List<NoticeKind> kinds();

    /**
     * What is to be told of an event, read from the feature's own tables as they are now. Who is reached by several of them is told the first only. What is not there any
     * more is nothing to be told of.
     *
     * @param event one that some kind names
     */
    List<Notice> noticesOf(ReceivedEvent event);
}
