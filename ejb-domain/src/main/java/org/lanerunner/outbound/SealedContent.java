package org.lanerunner.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.lanerunner.vault.Vault;

/** What a message says, as it lies in the database until it is sent: sealed, since it may hold a link that opens an account. */
@ApplicationScoped
class SealedContent {

    static final String PURPOSE = "outbound.content";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vault vault;

    SealedContent() {}

    @Inject
    SealedContent(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID delivery, MailContent content) {
        try {
            return vault.seal(PURPOSE, place(delivery), JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts that are no JSON", impossible);
        }
    }

    MailContent open(UUID delivery, byte[] sealed) {
        try {
            return JSON.readValue(vault.open(PURPOSE, place(delivery), sealed), MailContent.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the content of " + delivery + " can't be read", unreadable);
        }
    }

    private static String place(UUID delivery) {
        return "outbound.delivery " + delivery + " content";
    }
}
