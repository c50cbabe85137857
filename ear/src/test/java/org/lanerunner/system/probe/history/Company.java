package org.lanerunner.system.probe.history;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Principal;

/** An organisation that does everything, by one of its people; with what the model says is in its wallet and in escrow. */
final class Company {

    final Caller caller;
    long available;
    long escrowed;

    /** @param line person, organisation, session and permissions, as "id id id permission,permission" */
    Company(String line) {
        String[] words = line.split(" ");
        caller = new Caller(
                new Principal.Person(UUID.fromString(words[0]), UUID.fromString(words[2]), Instant.EPOCH, false),
                UUID.fromString(words[1]),
                Grants.of(Set.of(words[3].split(",")), Set.of()));
    }

    UUID id() {
        return caller.organisationId();
    }

    boolean canPay(long minorUnits) {
        return available >= minorUnits;
    }

    void hold(long minorUnits) {
        available -= minorUnits;
        escrowed += minorUnits;
    }

    void refund(long minorUnits) {
        hold(-minorUnits);
    }

    /** What was held for a seller goes to that seller less the fee. */
    void pay(Company seller, Money price, Money fee) {
        escrowed -= price.minorUnits();
        seller.available += price.minorUnits() - fee.minorUnits();
    }
}
