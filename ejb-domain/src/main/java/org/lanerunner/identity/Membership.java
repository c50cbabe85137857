package org.lanerunner.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

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
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Column(name = "joined_at", updatable = false)
    private Instant joinedAt;

    @Version
    private int version;

    protected Membership() {}

    Membership(UUID id, Person person, Organisation organisation, Set<Role> roles, Instant joinedAt) {
        organisation.requireHeld(roles, "/roles");
        this.id = id;
        this.person = person;
        this.organisation = organisation;
        this.roles.addAll(roles);
        this.joinedAt = joinedAt;
    }

    void hold(Set<Role> wanted) {
        organisation.requireHeld(wanted, "/roles");
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    void alsoHold(Role role) {
        roles.add(role);
    }

    boolean may(String permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    boolean holds(Role role) {
        return roles.contains(role);
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

    Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    MemberView view() {
        return new MemberView(
                person.id(),
                person.name(),
                person.email(),
                roles.stream().sorted().toList(),
                joinedAt,
                version);
    }
}
