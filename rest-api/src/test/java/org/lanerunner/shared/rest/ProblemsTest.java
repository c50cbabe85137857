package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "23P01, 409",
        "23514, 409",
        "23505, 409",
        "40001, 409",
        "22021, 422",
        "08006, 503",
        "53100, 507",
        "53200, 503",
        "53300, 503",
        "57P01, 503",
        "57P02, 503",
        "57P03, 503",
        "57014, 503",
        "25P03, 503",
        "42501, 500"
    })
    void databasesRefusalsAreFoundUnderTheirWrappings(String state, int status) {
        Exception wrapped = new EJBTransactionRolledbackException(
                "outer", new PersistenceException(new SQLException("refused", state)));
        assertEquals(status, Problems.verdict(wrapped, true).status());
    }

    @Test
    void poolWithoutAConnectionIsBusy() {
        var exhausted = new SQLException(
                new ResourceException("IJ000453: Unable to get managed connection", new ResourceException("IJ000655")));
        assertEquals("server/busy", Problems.verdict(exhausted, true).slug());
        assertEquals(Limit.CONNECTION_WAIT, Problems.verdict(exhausted, true).limit());
        var destroyed = new SQLException("IJ031040: Connection is not associated with a managed connection");
        assertEquals(
                503, Problems.verdict(new PersistenceException(destroyed), true).status());
    }

    @Test
    void whatMadeACommitFailIsFoundAmongTheSuppressed() {
        RollbackException failed = new RollbackException("ARJUNA016053: Could not commit transaction.");
        failed.addSuppressed(new IllegalStateException(new SQLException("terminating connection", "57P01")));
        Problems.Verdict verdict = Problems.verdict(new EJBTransactionRolledbackException("outer", failed), true);
        assertEquals(503, verdict.status());
        assertEquals(1, verdict.retryAfterSeconds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "/data/documents/x: Disk quota exceeded"})
    void theEndOfADiskSaysWhatIsFull(String words) {
        Problems.Verdict documents = Problems.verdict(new EJBException(new IOException(words)), true);
        assertEquals("507 server/storage-full", documents.status() + " " + documents.slug());
        assertTrue(documents.detail().contains("documents"));
        Problems.Verdict database = Problems.verdict(new SQLException("could not extend file", "53100"), true);
        assertTrue(database.detail().contains("database"));
        assertEquals(Limit.DISK, database.limit());
    }

    @Test
    void refusalsKeepTheirSlug() {
        assertEquals(
                "bookings/not-confirmed",
                Problems.verdict(new EJBException(Refusal.conflict("bookings/not-confirmed", "No.")), true)
                        .slug());
    }

    @Test
    void strangersAreAskedToSignInAndOthersAreForbidden() {
        assertEquals(401, Problems.verdict(new EJBAccessException("no"), false).status());
        assertEquals(403, Problems.verdict(new EJBAccessException("no"), true).status());
        assertEquals(401, Problems.ofStatus(403, false).status());
    }

    /** Named as the server's own class is, which is not at hand here. */
    private static final class RequestTooBigException extends java.io.IOException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void bodyTooLargeForTheServerIs413HoweverTheReaderWrapsIt() {
        var wrapped = new java.io.IOException("unread", new RequestTooBigException());
        assertEquals("request/too-large", Problems.verdict(wrapped, true).slug());
        assertTrue(Problems.isKnown(wrapped, true));
        assertFalse(Problems.isKnown(new java.io.IOException("closed by the client"), true));
    }

    @Test
    void lostRacesAreConflicts() {
        assertEquals(
                "request/changed-meanwhile",
                Problems.verdict(new EJBException(new OptimisticLockException()), true)
                        .slug());
    }

    @Test
    void whatIsUnknownIsADefectThatTellsNothing() {
        Problems.Verdict verdict = Problems.verdict(new IllegalStateException("secret detail"), true);
        assertEquals(500, verdict.status());
        assertEquals(false, verdict.detail().contains("secret"));
    }
}
