package org.lanerunner.notifications;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * What people of one organisation are to be told. It is immutable; each method answers a new one. A text, an amount and a time may not have the same name;
 * nulls are passed over. An amount is refused in a notice to a driver, who is not to know what is agreed.
 *
 * @param personId the one person who is told, if they may see it; null for all who may
 * @param takesBack the kind of notice that this one takes back: people who have not read that one lose it and do not get this one; null for none
 */
public record Notice(
        NoticeKind kind,
        UUID organisationId,
        UUID personId,
        NoticeSubject about,
        UUID aboutId,
        NoticeKind takesBack,
        NoticeFacts facts) {

    public Notice {
        requireNonNull(kind, "kind");
        requireNonNull(organisationId, "organisationId");
    }

    public static Notice of(NoticeKind kind, UUID organisationId, NoticeSubject about, UUID aboutId) {
        return new Notice(kind, organisationId, null, about, aboutId, null, NoticeFacts.NONE);
    }

    public Notice only(UUID person) {
        return new Notice(kind, organisationId, requireNonNull(person, "person"), about, aboutId, takesBack, facts);
    }

    /** Takes back a notice of an earlier kind. So something that a person does and undoes again and again does not fill anybody's inbox. */
    public Notice takingBack(NoticeKind told) {
        return new Notice(kind, organisationId, personId, about, aboutId, requireNonNull(told, "told"), facts);
    }

    public Notice text(String name, String value) {
        return with(facts.text(name, value));
    }

    public Notice amount(String name, Money value) {
        if (kind.ofOwnTrips()) {
            throw new IllegalArgumentException(kind.name() + " tells who drives of money");
        }
        return with(facts.amount(name, value));
    }

    public Notice time(String name, Instant value) {
        return with(facts.time(name, value));
    }

    private Notice with(NoticeFacts known) {
        return new Notice(kind, organisationId, personId, about, aboutId, takesBack, known);
    }
}
