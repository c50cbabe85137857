package org.lanerunner.portal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Removes the header that lets browsers keep a file for ever where the file is missing: a later build may bring it. */
class UncachedWhenMissing extends HttpServletResponseWrapper {

    UncachedWhenMissing(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        setHeader("Cache-Control", "no-cache");
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        setHeader("Cache-Control", "no-cache");
        super.sendError(status, message);
    }
}
