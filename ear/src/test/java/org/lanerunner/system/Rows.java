package org.lanerunner.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Statements that make many rows at once, for commands that are tried at the size of their limit. */
final class Rows {

    private static final String OFFER =
            "load_id, load_reference, leg_id, buyer_organisation_id, price_minor, currency, fee_basis_points, test_money, status, expires_at, created_at, version";

    private Rows() {}

    /** Copies of an open offer with other trips, of the same maker. */
    static String moreOffersOfTheSame(String offer, int count) {
        return "INSERT INTO deals.offer (id, trip_id, seller_organisation_id, made_by_organisation_id, " + OFFER
                + ") SELECT gen_random_uuid(), gen_random_uuid(), seller_organisation_id, made_by_organisation_id, "
                + OFFER + " FROM deals.offer, generate_series(1, " + count + ") WHERE id = '" + offer + "'";
    }

    /** Copies of an open offer, each of another carrier. */
    static String moreOffersOfOthers(String offer, int count) {
        return "INSERT INTO deals.offer (id, seller_organisation_id, made_by_organisation_id, " + OFFER
                + ") SELECT gen_random_uuid(), md5(id::text || n)::uuid, md5(id::text || n)::uuid, " + OFFER
                + " FROM deals.offer, generate_series(1, " + count + ") n WHERE id = '" + offer + "'";
    }

    /** An offer with all that another one has but its id. */
    static String twinOf(String offer, String id) {
        return "INSERT INTO deals.offer (id, trip_id, seller_organisation_id, made_by_organisation_id, " + OFFER
                + ") SELECT '" + id + "', trip_id, seller_organisation_id, made_by_organisation_id, " + OFFER
                + " FROM deals.offer WHERE id = '" + offer + "'";
    }

    /** The text of a migration, named with its feature's folder. */
    static String migration(String file) {
        try {
            return Files.readString(Path.of(System.getProperty("lanerunner.home"))
                    .resolve("ejb-domain/src/main/resources/db/migration")
                    .resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
