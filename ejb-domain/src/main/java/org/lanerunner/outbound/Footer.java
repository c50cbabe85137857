package org.lanerunner.outbound;

/**
 * What stands below a mail, and how its reader has no more like it.
 *
 * @param words one line
 * @param label of the link
 * @param link a page of ours, where they say so; null where they can't
 * @param oneClick where a mail program says so for them by a POST (RFC 8058); null where there is no such way
 */
public record Footer(String words, String label, String link, String oneClick) {

    public static Footer of(String words) {
        return new Footer(words, null, null, null);
    }
}
