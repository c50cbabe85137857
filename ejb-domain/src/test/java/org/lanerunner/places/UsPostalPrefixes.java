package org.lanerunner.places;

import java.util.Map;
import java.util.TreeMap;

/** The first three digits of a US ZIP code tell the state or territory: ranges as the postal service assigns them. */
final class UsPostalPrefixes {

    private static final String RANGES = "005 NY 006-007 PR 008 VI 009 PR 010-027 MA 028-029 RI 030-038 NH 039-049 ME "
            + "050-054 VT 055 MA 056-059 VT 060-069 CT 070-089 NJ 100-149 NY 150-196 PA 197-199 DE 200 DC 201 VA "
            + "202-205 DC 206-219 MD 220-246 VA 247-268 WV 270-289 NC 290-299 SC 300-319 GA 320-349 FL 350-369 AL "
            + "370-385 TN 386-397 MS 398-399 GA 400-427 KY 430-459 OH 460-479 IN 480-499 MI 500-528 IA 530-549 WI "
            + "550-567 MN 569 DC 570-577 SD 580-588 ND 590-599 MT 600-629 IL 630-658 MO 660-679 KS 680-693 NE "
            + "700-714 LA 716-729 AR 730-732 OK 733 TX 734-749 OK 750-799 TX 800-816 CO 820-831 WY 832-838 ID "
            + "840-847 UT 850-865 AZ 870-884 NM 885 TX 889-898 NV 900-961 CA 967-968 HI 969 GU 970-979 OR 980-994 WA "
            + "995-999 AK";
    private static final Map<String, String> EXCEPTIONS =
            Map.of("6390", "NY", "96799", "AS", "96950", "MP", "96951", "MP", "96952", "MP");
    private static final TreeMap<Integer, String[]> BY_FIRST = new TreeMap<>();

    static {
        String[] words = RANGES.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            String[] bounds = words[i].split("-");
            BY_FIRST.put(Integer.valueOf(bounds[0]), new String[] {bounds[bounds.length - 1], words[i + 1]});
        }
    }

    private UsPostalPrefixes() {}

    /** The two letters of the state or territory; throws where the code belongs to none. */
    static String stateOf(String zip) {
        String alone = EXCEPTIONS.get(zip.replaceFirst("^0", ""));
        if (alone != null) {
            return alone;
        }
        int prefix = Integer.parseInt(zip.substring(0, 3));
        Map.Entry<Integer, String[]> range = BY_FIRST.floorEntry(prefix);
        if (range == null || prefix > Integer.parseInt(range.getValue()[0])) {
            throw new IllegalArgumentException("no state for ZIP " + zip);
        }
        return range.getValue()[1];
    }
}
