package org.lanerunner.federation;

import jakarta.annotation.Nullable;

/**
 * The login is right, and linked to no account here. What is to become of it its person says with the ticket.
 *
 * @param ticket good once, in this browser, for half an hour
 * @param provider its id; @param providerName as people know it
 * @param name as the provider says, or null; @param email likewise
 * @param emailConfirmed whether the provider has verified the address, so that an account is made with it at once; else a mail asks
 * @param accountExists whether the address has an account here; only who has shown that it is theirs is told
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
