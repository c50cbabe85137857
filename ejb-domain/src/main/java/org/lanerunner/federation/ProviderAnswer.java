package org.lanerunner.federation;

/**
 * What a browser brings back from a provider, as the provider put it into the address.
 *
 * @param provider whose page of return it came to
 * @param error instead of a code, where the person or the provider did not go on
 * @param iss who answers, where the provider says so
 */
public record ProviderAnswer(String provider, String state, String code, String error, String iss) {

    @Override
    public String toString() {
        return "ProviderAnswer";
    }
}
