package org.lanerunner.gate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

/** Kinds of requests that are counted apart. Each has what an address, a person or key, and an organisation may ask for in a minute. */
public enum Rate {
    /** Requests of somebody who has no token yet. */
    SIGN_INS(GateSettings.RATE_SIGN_INS),
    READS(GateSettings.RATE_READS),
    WRITES(GateSettings.RATE_WRITES),
    /** Files of thousands of rows. */
    EXPORTS(GateSettings.RATE_EXPORTS),
    /** Batches of positions, of which a vehicle sends one every few seconds. */
    POSITIONS(GateSettings.RATE_POSITIONS);

    /** The units whose requests are counted together. */
    public enum Of {
        ADDRESS,
        ACTOR,
        ORGANISATION;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Setting setting;

    Rate(Setting setting) {
        this.setting = setting;
    }

    /** Reads the setting: three numbers with commas between, in the order of {@link Of}; 0 is no limit. */
    Map<Of, Integer> aMinute(Settings settings) {
        return aMinute(settings.text(setting));
    }

    Map<Of, Integer> aMinute(String text) {
        List<Integer> numbers = Arrays.stream(text.split(","))
                .map(number -> Integer.valueOf(number.strip()))
                .toList();
        if (numbers.size() != Of.values().length || numbers.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(setting.property() + " wants three whole numbers, not \"" + text + "\"");
        }
        Map<Of, Integer> aMinute = new EnumMap<>(Of.class);
        for (Of of : Of.values()) {
            aMinute.put(of, numbers.get(of.ordinal()));
        }
        return aMinute;
    }
}
