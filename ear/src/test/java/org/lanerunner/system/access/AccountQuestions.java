package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import org.lanerunner.system.AccessWorld;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Person;
import org.lanerunner.system.Upload;

/** People and their accounts: signing in, what is about oneself, and the audit. */
final class AccountQuestions extends Questions {

    AccountQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of(
                "/api/auth",
                "/api/me",
                "/api/sessions",
                "/api/avatars",
                "/api/audit",
                "/api/live/tickets",
                "/api/.well-known",
                "/api/admin/people");
    }

    @Override
    List<Question> of(String method, String path) {
        if (path.startsWith("/api/auth/")) {
            Object body = path.endsWith("switch")
                    ? object("organisationId", null)
                    : path.contains("/invitations/") || path.endsWith("/confirm")
                            ? object("token", world.invitation)
                            : object();
            return List.of(new Question("-", world.stranger, path, body));
        }
        return plain(
                with(path, NONE).replace("{personId}", NONE.toString()),
                path.startsWith("/api/sessions") ? null : object());
    }

    @Override
    Answer send(String method, Question question, Person person) {
        return method.equals("POST") && question.path().endsWith("/avatar")
                ? Upload.png(question.path(), null, person)
                : super.send(method, question, person);
    }

    @Override
    Set<String> askedElsewhere() {
        return Set.of("POST /api/auth/logout", "POST /api/auth/invitations/accept");
    }

    @Override
    Set<String> ofTheContent() {
        return Set.of(
                "sessions/not-found",
                "avatars/not-found",
                "registrations/not-found",
                "mail-links/not-found",
                "people/not-found",
                "identity/wrong-credentials",
                "identity/refresh-refused",
                "admin-setup/not-found");
    }
}
