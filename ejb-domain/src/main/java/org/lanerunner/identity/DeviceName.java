package org.lanerunner.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name by which a person may recognise a browser or program: "Firefox on Windows", or the first word that a program says of itself. It is only shown and
 * decides nothing.
 */
final class DeviceName {

    /** The more special names come first: nearly all browsers say of themselves that they are Safari too. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();
    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser/", "Samsung Internet");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS/", "Firefox");
        BROWSERS.put("CriOS/", "Chrome");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private DeviceName() {}

    /** @return null where the client says nothing that could be shown */
    static String of(String userAgent) {
        if (userAgent == null) {
            return null;
        }
        String browser = said(userAgent, BROWSERS);
        String system = said(userAgent, SYSTEMS);
        if (browser != null) {
            return system == null ? browser : browser + " on " + system;
        }
        Matcher program = PROGRAM.matcher(userAgent);
        return program.lookingAt() ? program.group() : null;
    }

    private static String said(String userAgent, Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> userAgent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
