package org.lanerunner.outbound;

import java.util.Optional;
import java.util.UUID;

/** Knows the addresses and numbers of persons. The feature that keeps accounts implements it. */
public interface Addresses {

    /** Empty when the person has confirmed no address. */
    Optional<String> confirmedMail(UUID personId);

    /** Empty when the person has confirmed no number. */
    Optional<PhoneNumber> confirmedPhone(UUID personId);
}
