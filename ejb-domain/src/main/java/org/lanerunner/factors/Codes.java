package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.Vault;

/** A person's codes, of the app and for recovery. It says whether a shown code is right; each is right only once. It works in the caller's transaction. */
@ApplicationScoped
class Codes {

    static final int RECOVERY_CODES = 10;

    private record App(UUID id, byte[] secret, long lastStep) {}

    @Inject
    private Sql sql;

    @Inject
    private Vault vault;

    @Inject
    private AuthenticatorSeeds seeds;

    @Inject
    private WrongCodes wrongCodes;

    @Inject
    private Clock clock;

    Checked check(UUID personId, Shown shown, WrongCodes.Place place) {
        if (shown.method() == Method.RECOVERY_CODE) {
            return isRecoveryCode(personId, shown.code()) ? Checked.RIGHT : Checked.WRONG;
        }
        return counted(place, () -> shown.method() == Method.CODE && isOfApp(personId, shown.code()));
    }

    /** Checks something that can be guessed: it is looked at only when there is no need to wait, and counted. */
    Checked counted(WrongCodes.Place place, BooleanSupplier isRight) {
        Duration wait = wrongCodes.hold(place);
        if (!wait.isZero()) {
            return Checked.waiting(wait);
        }
        if (isRight.getAsBoolean()) {
            wrongCodes.right(place);
            return Checked.RIGHT;
        }
        wrongCodes.wrong(place);
        return Checked.WRONG;
    }

    boolean hasApp(UUID personId) {
        return sql.first(
                        "SELECT 1 FROM factors.authenticator WHERE person_id = ? AND confirmed_at IS NOT NULL",
                        row -> true,
                        personId)
                .isPresent();
    }

    /** Uses up the code's step, so that the code is right only once, whoever shows it again. */
    boolean takeStep(UUID app, byte[] sealed, long lastStep, String code) {
        Instant now = clock.instant();
        byte[] seed = vault.open(seeds, app, sealed);
        OptionalLong step = OneTimeCodes.stepOf(code.replace(" ", ""), seed, now, lastStep);
        return step.isPresent()
                && sql.update(
                                "UPDATE factors.authenticator SET last_step = ?, last_used_at = ? WHERE id = ? AND last_step < ?",
                                step.getAsLong(),
                                now,
                                app,
                                step.getAsLong())
                        == 1;
    }

    int recoveryCodesLeft(UUID personId) {
        return sql.first(
                        "SELECT count(*) FROM factors.recovery_code WHERE person_id = ? AND used_at IS NULL",
                        row -> row.getInt(1),
                        personId)
                .orElseThrow();
    }

    /** Makes new recovery codes in the place of all others. @return the codes as they are shown, once */
    List<String> makeRecoveryCodes(UUID personId) {
        endRecoveryCodes(personId);
        Instant now = clock.instant();
        List<String> shown = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            RecoveryCode code = RecoveryCode.random();
            shown.add(code.shown());
            rows.add(new Object[] {personId, code.hash(personId), now});
        }
        sql.batch("INSERT INTO factors.recovery_code (person_id, hash, made_at) VALUES (?, ?, ?)", rows);
        return shown;
    }

    void removeApp(UUID personId) {
        sql.update("DELETE FROM factors.authenticator WHERE person_id = ?", personId);
    }

    void endRecoveryCodes(UUID personId) {
        sql.update("DELETE FROM factors.recovery_code WHERE person_id = ?", personId);
    }

    private boolean isOfApp(UUID personId, String code) {
        return sql.first(
                        "SELECT id, secret, last_step FROM factors.authenticator WHERE person_id = ? AND confirmed_at IS NOT NULL",
                        row -> new App(Sql.id(row, "id"), row.getBytes("secret"), row.getLong("last_step")),
                        personId)
                .filter(app -> takeStep(app.id(), app.secret(), app.lastStep(), code))
                .isPresent();
    }

    private boolean isRecoveryCode(UUID personId, String code) {
        return sql.update(
                        "UPDATE factors.recovery_code SET used_at = ? WHERE person_id = ? AND hash = ? AND used_at IS NULL",
                        clock.instant(),
                        personId,
                        RecoveryCode.typed(code).hash(personId))
                == 1;
    }
}
