package org.lanerunner.outbound;

/**
 * The text below a mail, and the ways in which its reader can have no more mails like it.
 *
 * @param words one line of text
 * @param label the link's label
 * @param link a page of ours on which the reader switches them off; null where they can't
 * @param oneClick the address to which a mail program posts to switch them off (RFC 8058); null where there is no such way
 */
public record Footer(String words, String label, String link, String oneClick) {

    public static Footer of(String words) {
        return new Footer(words, null, null, null);
    }
}
