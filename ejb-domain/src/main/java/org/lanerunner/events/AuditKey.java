package org.lanerunner.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.lanerunner.shared.SealingKey;
import org.lanerunner.shared.Settings;

/** The installation's own key, from a file. Persons' keys lie in the database encrypted under it, so a copy of the database alone opens nothing. */
@ApplicationScoped
class AuditKey {

    @Inject
    private Settings settings;

    private volatile SealingKey key;

    byte[] wrap(UUID subject, SealingKey personKey) {
        return key().seal(personKey.bytes(), placeOf(subject));
    }

    SealingKey unwrap(UUID subject, byte[] wrapped) {
        return new SealingKey(key().open(wrapped, placeOf(subject)));
    }

    private static byte[] placeOf(UUID subject) {
        return subject.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private SealingKey key() {
        if (key == null) {
            try {
                String text = Files.readString(Path.of(settings.text(EventSettings.AUDIT_KEY_FILE)));
                key = new SealingKey(Base64.getDecoder().decode(text.strip()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the audit key can't be read", unreadable);
            }
        }
        return key;
    }
}
