package org.lanerunner.gate;

import org.lanerunner.shared.Setting;

/** Settings for who is let in at all, and how much they may ask. */
public final class GateSettings {

    public static final Setting ADDRESSES_ALLOWED = new Setting(
            "lanerunner.addresses.allowed",
            "",
            "IPv4 addresses and networks (203.0.113.0/24), by commas, that get answers at all; everybody when empty. This machine always does.");

    public static final Setting ADDRESSES_DENIED = new Setting(
            "lanerunner.addresses.denied", "", "Addresses and networks that get none, also of those allowed.");

    public static final Setting RATE_SIGN_INS = new Setting(
            "lanerunner.rate.sign.ins",
            "600,0,0",
            "Most requests in a minute without a token that change something: of a network address, a person or key, an organisation; 0 is no limit.");

    public static final Setting RATE_READS =
            new Setting("lanerunner.rate.reads", "30000,6000,60000", "The same for what reads.");

    public static final Setting RATE_WRITES =
            new Setting("lanerunner.rate.writes", "6000,1200,12000", "The same for what changes something.");

    public static final Setting RATE_EXPORTS = new Setting(
            "lanerunner.rate.exports", "60,12,60", "The same for exports, each of which reads thousands of rows.");

    public static final Setting RATE_POSITIONS =
            new Setting("lanerunner.rate.positions", "60000,12000,60000", "The same for batches of positions.");

    private GateSettings() {}
}
