package org.lanerunner.federation;

import jakarta.annotation.Nullable;

/**
 * The login is right, and linked to no account here. With the ticket its person says what is to become of it.
 *
 * @param ticket good once, in this browser, for half an hour
 * @param provider the provider's id; @param providerName the name that people know
 * @param name the person's name as the provider told it, or null; @param email likewise
 * @param emailConfirmed whether the provider has verified the address, so that an account with it is made at once; otherwise a mail asks
 * @param accountExists whether the address has an account here; told only to a person who has shown that the address is theirs
 */
public record Unlinked(
        String ticket,
        String provider,
        String providerName,
        @Nullable String name,
        @Nullable String email,
        boolean emailConfirmed,
        boolean accountExists) {

    @Override
    public String toString() {
        return "Unlinked";
    }
}
