package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import org.lanerunner.system.AccessWorld;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;
import org.lanerunner.system.SmsProvider;

/** Messages that go out, and what the provider of SMS tells of them. */
final class OutboundQuestions extends Questions {

    OutboundQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/sms", "/api/dev/mails", "/api/admin/deliveries");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(with(path, NONE), object());
    }

    @Override
    Answer send(String method, Question question, Person person) {
        return question.path().startsWith("/api/sms")
                ? Rest.call(
                        method,
                        question.path(),
                        SmsProvider.FORM,
                        person == null ? null : person.accessToken(),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                : super.send(method, question, person);
    }

    @Override
    Set<String> ofTheContent() {
        return Set.of("deliveries/not-found");
    }
}
