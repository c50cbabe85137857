package org.lanerunner.shared;

/** Compares the version a caller read (If-Match) with the present one. */
public final class Versions {

    private Versions() {}

    /** @param expected null where the caller did not say */
    public static void expect(int present, Integer expected) {
        if (expected != null && expected != present) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_FAILED, "request/stale", "Somebody changed this since you read it; its version is now " + present + ".");
        }
    }
}
