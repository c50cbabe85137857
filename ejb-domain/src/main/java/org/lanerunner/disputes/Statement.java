package org.lanerunner.disputes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/** What one side says to a contest, once it is checked: words, and the documents it shows for them. */
record Statement(String words, List<UUID> documentIds) {

    /** Enough for a pallet from all sides, with its papers. The seller and the administrators have to look at each. */
    static final int MOST_DOCUMENTS = 10;

    static final int WORDS_LENGTH = 2000;

    /** @throws Refusal INVALID that names what is wrong in the request */
    static Statement of(String words, List<UUID> documentIds) {
        List<UUID> shown = documentIds == null ? List.of() : documentIds;
        String said = Text.required(words, WORDS_LENGTH, "/words");
        if (shown.size() > MOST_DOCUMENTS) {
            throw Refusal.invalid("/documentIds", "At most " + MOST_DOCUMENTS + " photos and papers are shown.")
                    .beyond(Limit.CONTEST_DOCUMENTS);
        }
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) == null) {
                throw Refusal.invalid("/documentIds/" + i, "This is no id.");
            }
        }
        return new Statement(said, List.copyOf(new LinkedHashSet<>(shown)));
    }
}
