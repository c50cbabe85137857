package org.lanerunner.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

/**
 * Hides that the browser has a copy, so that the file is sent again. A reproducible build gives every file the same date, so by its date alone the start page
 * of the previous build would count as the present one.
 */
class AskedAnew extends HttpServletRequestWrapper {

    private static final Set<String> CONDITIONS = Set.of("if-modified-since", "if-none-match");

    AskedAnew(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getHeader(String name) {
        return CONDITIONS.contains(name.toLowerCase(Locale.ROOT)) ? null : super.getHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
        return CONDITIONS.contains(name.toLowerCase(Locale.ROOT)) ? -1 : super.getDateHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return CONDITIONS.contains(name.toLowerCase(Locale.ROOT))
                ? Collections.emptyEnumeration()
                : super.getHeaders(name);
    }
}
