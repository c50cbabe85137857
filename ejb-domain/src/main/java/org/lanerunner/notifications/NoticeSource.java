package org.lanerunner.notifications;

import java.util.List;
import org.lanerunner.events.ReceivedEvent;

/**
 * Says what a feature tells people of its events. It is a CDI bean of the feature, with a constructor without parameters. Tests compare its kinds with
 * docs/notices.md and with the words.
 */
public interface NoticeSource {

    List<NoticeKind> kinds();

    /**
     * The notices of an event, read from the feature's own tables as they are now. A person whom several of them reach is told the first one only. If something
     * is not there any more, nothing is told of it.
     *
     * @param event an event that one of the kinds names
     */
    List<Notice> noticesOf(ReceivedEvent event);
}
