package org.lanerunner.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Code;

/** A person in an organisation, with the roles held there. */
@Entity
@Table(schema = "identity", name = "membership")
class Membership {

    @Id
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    @JoinColumn(name = "person_id", updatable = false)
    private Person person;

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    @JoinColumn(name = "organisation_id", updatable = false)
    private Organisation organisation;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "identity", name = "membership_role", joinColumns = @JoinColumn(name = "membership_id"))
    @Code
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    @Column(name = "joined_at", updatable = false)
    private Instant joinedAt;

    @Version
    private int version;

    protected Membership() {}

    /** @param roles roles that members of the organisation can hold */
    Membership(UUID id, Person person, Organisation organisation, Set<String> roles, Instant joinedAt) {
        this.id = id;
        this.person = person;
        this.organisation = organisation;
        this.roles.addAll(roles);
        this.joinedAt = joinedAt;
    }

    /** @param wanted roles that members of the organisation can hold */
    void hold(Set<String> wanted) {
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    void alsoHold(Set<String> more) {
        roles.addAll(more);
    }

    int version() {
        return version;
    }

    UUID id() {
        return id;
    }

    Person person() {
        return person;
    }

    Organisation organisation() {
        return organisation;
    }

    Set<String> roles() {
        return Set.copyOf(roles);
    }

    /** The member as an administrator sees them. @param lastSeenAt null for a member who has not acted for long */
    OrganisationMember seen(Roles known, Instant lastSeenAt) {
        return new OrganisationMember(
                person.id(),
                person.name(),
                person.email(),
                known.inOrder(roles),
                known.names(roles),
                joinedAt,
                person.lockedAt(),
                lastSeenAt);
    }

    MemberView view(Roles known) {
        return new MemberView(person.id(), person.name(), person.email(), known.inOrder(roles), joinedAt, version);
    }
}
