package org.lanerunner.deals;

import org.lanerunner.shared.Setting;

/** Settings for offers, and for the fee on what they agree. */
public final class DealSettings {

    public static final Setting FEE_BASIS_POINTS = new Setting(
            "lanerunner.fee.basis.points", "300", "Platform's fee on the carrier's side, in hundredths of a percent.");

    public static final Setting OFFER_LIFETIME =
            new Setting("lanerunner.offer.lifetime", "PT48H", "Life of an offer that names no end.");

    public static final Setting OFFERS_PER_ORGANISATION = new Setting(
            "lanerunner.offers.per.organisation", "50", "Most open offers that an organisation has made on one load.");

    public static final Setting OFFERS_PER_LOAD = new Setting(
            "lanerunner.offers.per.load", "1000", "Most open offers on one load; an acceptance closes them all.");

    private DealSettings() {}
}
