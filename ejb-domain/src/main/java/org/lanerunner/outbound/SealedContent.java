package org.lanerunner.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.SealedTable;
import org.lanerunner.vault.Vault;

/** The content of a message, as it lies in the database until it is sent: sealed, since it may hold a link that opens an account. */
@ApplicationScoped
class SealedContent extends SealedTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Vault vault;

    SealedContent() {}

    @Inject
    SealedContent(Vault vault, Sql sql) {
        super("outbound.content", "outbound.delivery", "content", sql);
        this.vault = vault;
    }

    byte[] seal(UUID delivery, Content content) {
        try {
            return vault.seal(this, delivery, JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts that are no JSON", impossible);
        }
    }

    Content open(UUID delivery, Channel channel, byte[] sealed) {
        try {
            Class<? extends Content> form = channel == Channel.SMS ? SmsContent.class : MailContent.class;
            return JSON.readValue(vault.open(this, delivery, sealed), form);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the content of " + delivery + " can't be read", unreadable);
        }
    }
}
