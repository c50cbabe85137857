package org.lanerunner.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AuditCsvTest {

    @Test
    void nothingThatSomebodyWroteIsAFormula() {
        assertEquals("\"'=1+1\"", AuditCsv.cell("=1+1"));
        assertEquals("\"'@SUM(A1)\"", AuditCsv.cell("@SUM(A1)"));
        assertEquals("\"'-2\"", AuditCsv.cell("-2"));
        assertEquals("\"'\tx\"", AuditCsv.cell("\tx"));
        assertEquals("plain", AuditCsv.cell("plain"));
        assertEquals("\"a, \"\"b\"\"\"", AuditCsv.cell("a, \"b\""));
        assertEquals("", AuditCsv.cell(null));
    }
}
