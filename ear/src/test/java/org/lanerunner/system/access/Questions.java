package org.lanerunner.system.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.system.AccessWorld;
import org.lanerunner.system.Answer;
import org.lanerunner.system.FeaturePart;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

/**
 * How the calls of one feature are asked: as whose thing, at which address, with which body. Changes are asked for a version that never was, and makings with a
 * body that is refused, so that a permitted question changes nothing either.
 */
abstract class Questions implements FeaturePart {

    /** @param as whose members ask */
    record Question(String whose, AccessWorld.Company as, String path, Object body) {}

    /** Nobody's id: who may manage members is told so in other words than who may not. */
    static final UUID NONE = new UUID(0, 7);

    final AccessWorld world;

    Questions(AccessWorld world) {
        this.world = world;
    }

    /** @param method of HTTP */
    abstract List<Question> of(String method, String path);

    /** What is followed over the live channel, by the channel's name; the bodies are the subscriptions. */
    Map<String, List<Question>> subscriptions() {
        return Map.of();
    }

    /** Calls that end what the next question needs, and are open to everybody; other tests try them. */
    Set<String> askedElsewhere() {
        return Set.of();
    }

    /** Refusals, by their slugs, that are for another reason than who asks. */
    Set<String> ofTheContent() {
        return Set.of();
    }

    /** @param person null for nobody */
    Answer send(String method, Question question, Person person) {
        return Rest.call(
                method,
                question.path(),
                method.equals("GET") ? null : question.body(),
                person == null ? null : person.accessToken(),
                "If-Match",
                "\"999999\"");
    }

    final List<Question> plain(String path, Object body) {
        return List.of(new Question("-", world.buyer, path, body));
    }

    /** About a thing of the seller's that the buyer has to do with. */
    final List<Question> ofSeller(String path, UUID id, Object body) {
        return List.of(
                new Question("own", world.seller, with(path, id), body),
                new Question("party", world.buyer, with(path, id), body),
                new Question("stranger", world.stranger, with(path, id), body));
    }

    static String with(String path, UUID id) {
        return path.replace("{id}", id.toString());
    }
}
