package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.SealedColumn;

/** The seeds of authenticator apps, as they lie in the database. A seed is changed by nothing but the vault's change of keys, which leaves the row's version as it is. */
@ApplicationScoped
class AuthenticatorSeeds implements SealedColumn {

    @Inject
    private Sql sql;

    @Override
    public String purpose() {
        return "factors.codes";
    }

    @Override
    public String place(UUID authenticator) {
        return "factors.authenticator " + authenticator + " secret";
    }

    @Override
    public List<Value> after(UUID authenticator, int limit) {
        return sql.query(
                "SELECT id, secret FROM factors.authenticator WHERE id > ? ORDER BY id LIMIT ?",
                row -> new Value(Sql.id(row, "id"), row.getBytes("secret")),
                authenticator,
                limit);
    }

    @Override
    public boolean replace(Value value, byte[] sealedAnew) {
        return sql.update(
                        "UPDATE factors.authenticator SET secret = ? WHERE id = ? AND secret = ?",
                        sealedAnew,
                        value.row(),
                        value.sealed())
                == 1;
    }

    @Override
    public boolean anyBeginsWith(byte[] head) {
        return sql.first(
                        "SELECT 1 FROM factors.authenticator WHERE substring(secret FROM 1 FOR ?) = ?",
                        row -> true,
                        head.length,
                        head)
                .isPresent();
    }
}
