package org.lanerunner.identity;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Unaudited;

/** The networks from which an organisation's members and keys are let in. Without any they are let in from everywhere. */
@Entity
@Table(schema = "identity", name = "address_list")
class AddressList {

    @Id
    @Column(name = "organisation_id")
    private UUID organisationId;

    @Code
    private String networks = "";

    /** The number by which nodes find the lists that changed. */
    @Unaudited
    private long revision;

    /** A list that was never made has version 0. */
    @Version
    private int version = 1;

    protected AddressList() {}

    AddressList(UUID organisationId) {
        this.organisationId = organisationId;
    }

    void allow(List<Network> all, long newest) {
        revision = newest;
        networks = all.stream().map(Network::toString).distinct().collect(joining(" "));
    }

    List<Network> networks() {
        return parsed(networks);
    }

    static List<Network> parsed(String text) {
        return Arrays.stream(text.split(" "))
                .flatMap(one -> Network.of(one).stream())
                .toList();
    }

    UUID organisationId() {
        return organisationId;
    }

    int version() {
        return version;
    }
}
