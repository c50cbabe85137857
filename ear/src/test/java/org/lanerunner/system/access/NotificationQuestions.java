package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** What everybody's own is; a link of a mail opens one thing, and there is none here. */
final class NotificationQuestions extends Questions {

    NotificationQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/notifications");
    }

    @Override
    List<Question> of(String method, String path) {
        Object body = path.endsWith("read-all")
                ? object("upTo", NONE)
                : path.endsWith("preferences") ? object("preferences", List.of()) : object();
        return plain(with(path, NONE).replace("{token}", "a-token-of-nobody"), body);
    }
}
