package org.lanerunner.flags;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Refusal;

/** How a flag is set. A killed flag keeps its percentage and the units it names, for when it is revived. */
@Entity
@Table(schema = "flags", name = "flag")
class FlagSetting {

    @Id
    private UUID id;

    @Code
    @Column(updatable = false)
    private String key;

    private boolean killed;

    private int percentage;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(schema = "flags", name = "flag_organisation", joinColumns = @JoinColumn(name = "flag_id"))
    @Column(name = "organisation_id")
    private Set<UUID> organisations = new HashSet<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(schema = "flags", name = "flag_person", joinColumns = @JoinColumn(name = "flag_id"))
    @Column(name = "person_id")
    private Set<UUID> persons = new HashSet<>();

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected FlagSetting() {}

    void reach(int wantedPercentage, Set<UUID> wantedOrganisations, Set<UUID> wantedPersons, Instant now) {
        percentage = wantedPercentage;
        organisations.retainAll(wantedOrganisations);
        organisations.addAll(wantedOrganisations);
        persons.retainAll(wantedPersons);
        persons.addAll(wantedPersons);
        changedAt = now;
    }

    void kill(Instant now) {
        if (killed) {
            throw Refusal.conflict("flags/killed", "It is off for everybody already.");
        }
        killed = true;
        changedAt = now;
    }

    void revive(Instant now) {
        if (!killed) {
            throw Refusal.conflict("flags/not-killed", "Its kill switch is not pulled.");
        }
        killed = false;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    int percentage() {
        return percentage;
    }

    Instant changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }

    FlagRule rule() {
        return new FlagRule(key, killed, percentage, organisations, persons, version);
    }
}
