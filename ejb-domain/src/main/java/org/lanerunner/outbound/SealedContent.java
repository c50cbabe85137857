package org.lanerunner.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.SealedColumn;
import org.lanerunner.vault.Vault;

/** What a message says, as it lies in the database until it is sent: sealed, since it may hold a link that opens an account. */
@ApplicationScoped
class SealedContent implements SealedColumn {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Vault vault;
    private Sql sql;

    SealedContent() {}

    @Inject
    SealedContent(Vault vault, Sql sql) {
        this.vault = vault;
        this.sql = sql;
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

    @Override
    public String purpose() {
        return "outbound.content";
    }

    @Override
    public String place(UUID delivery) {
        return "outbound.delivery " + delivery + " content";
    }

    @Override
    public List<Value> after(UUID delivery, int limit) {
        return sql.query(
                "SELECT id, content FROM outbound.delivery WHERE content IS NOT NULL AND id > ? ORDER BY id LIMIT ?",
                row -> new Value(Sql.id(row, "id"), row.getBytes("content")),
                delivery,
                limit);
    }

    @Override
    public boolean replace(Value value, byte[] sealedAnew) {
        return sql.update(
                        "UPDATE outbound.delivery SET content = ? WHERE id = ? AND content = ?",
                        sealedAnew,
                        value.row(),
                        value.sealed())
                == 1;
    }

    @Override
    public boolean anyBeginsWith(byte[] head) {
        return sql.first(
                        "SELECT 1 FROM outbound.delivery WHERE substring(content FROM 1 FOR ?) = ?",
                        row -> true,
                        head.length,
                        head)
                .isPresent();
    }
}
