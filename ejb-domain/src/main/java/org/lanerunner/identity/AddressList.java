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

/** From which networks an organisation lets who acts for it in. Without any it is from everywhere. */
@Entity
@Table(schema = "identity", name = "address_list")
class AddressList {

    @Id
    @Column(name = "organisation_id")
    private UUID organisationId;

    @Code
    private String networks = "";

    /** By which nodes find what changed. */
    @Unaudited
    private long revision;

    /** None at all is 0. */
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
