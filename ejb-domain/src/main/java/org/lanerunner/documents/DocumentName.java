package org.lanerunner.documents;

import java.text.Normalizer;

/**
 * A file's name for people, never for the file system. It is without folders, without control, direction and other invisible characters and lone surrogates, in
 * normal form C, at most 200 characters. If nothing is left of a name, it becomes "document" with the type's ending.
 */
final class DocumentName {

    private static final int MAXIMUM_LENGTH = 200;

    private DocumentName() {}

    static String of(String sent, DocumentType type) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(DocumentName::visible).forEach(kept::appendCodePoint);
        String plain = Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
        if (plain.codePointCount(0, plain.length()) > MAXIMUM_LENGTH) {
            plain = plain.substring(0, plain.offsetByCodePoints(0, MAXIMUM_LENGTH))
                    .strip();
        }
        boolean nothing = plain.chars().allMatch(c -> c == '.');
        return nothing ? "document." + type.extension() : plain;
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
