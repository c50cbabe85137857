package org.lanerunner.system.access;

import java.util.List;
import org.lanerunner.system.AccessWorld;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Person;
import org.lanerunner.system.Upload;

/** Documents, and the storing of one for a booking. */
final class DocumentQuestions extends Questions {

    DocumentQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/documents");
    }

    @Override
    List<Question> of(String method, String path) {
        return path.contains("{id}")
                ? ofSeller(path, world.document, null)
                : List.of(
                        new Question("party", world.buyer, path, world.booking),
                        new Question("stranger", world.stranger, path, world.booking));
    }

    @Override
    Answer send(String method, Question question, Person person) {
        return method.equals("POST")
                ? Upload.png(question.path(), question.body(), person)
                : super.send(method, question, person);
    }
}
