package org.lanerunner.system;

/** One-time links, whose secret stands behind the hash. */
final class Links {

    private Links() {}

    static String token(String link) {
        return link.substring(link.indexOf('#') + 1);
    }
}
