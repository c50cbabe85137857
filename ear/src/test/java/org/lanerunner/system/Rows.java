package org.lanerunner.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Statements that make many rows at once, for commands that are tried at the size of their limit. */
final class Rows {

    private static final String OFFER =
            "load_id, load_reference, leg_id, buyer_organisation_id, price_minor, currency, fee_basis_points, test_money, status, expires_at, created_at, version";

    /** The id of the copy n of a row b: of the same moment, and after it. */
    private static final String COPY =
            "overlay(md5(b.id::text || n)::uuid::text PLACING left(b.id::text, 14) || '7fff' FROM 1 FOR 18)::uuid";

    private static final String LATER =
            ", 'window_start', s.window_start + n * interval '1 minute', 'window_end', s.window_end + n * interval '1 minute'";

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

    /** Test dollars into a wallet that is there, past every limit, as balanced postings. */
    static String postings(UUID organisation, long minorUnits) {
        return """
                WITH transfer AS (
                    INSERT INTO ledger.transfer (id, kind, reference, organisation_id, test, created_at)
                    VALUES (gen_random_uuid(), 'TOP_UP', gen_random_uuid()::text, '%1$s', true, now()) RETURNING id)
                INSERT INTO ledger.posting (id, transfer_id, account_id, currency, test, amount_minor, created_at)
                SELECT gen_random_uuid(), transfer.id, a.id, 'USD', true, CASE a.kind WHEN 'WALLET' THEN %2$d ELSE -%2$d END, now()
                FROM transfer, ledger.account a
                WHERE a.currency = 'USD' AND a.test AND (a.kind = 'FUNDING' OR (a.kind = 'WALLET' AND a.organisation_id = '%1$s'))""".formatted(organisation, minorUnits);
    }

    /** Copies of a booking with its stops, younger than it, each a minute later than the one before. */
    static String[] moreBookings(UUID booking, int count) {
        return new String[] {
            "INSERT INTO bookings.booking SELECT (jsonb_populate_record(b, jsonb_build_object('id', " + COPY
                    + ", 'reference', 'B-' || upper(substr(md5(b.id::text || n), 1, 8)), 'leg_id', gen_random_uuid(), 'offer_id', gen_random_uuid()))).*"
                    + " FROM bookings.booking b, generate_series(1, " + count + ") n WHERE b.id = '" + booking + "'",
            "INSERT INTO bookings.stop SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'booking_id', "
                    + COPY + LATER
                    + "))).* FROM bookings.stop s JOIN bookings.booking b ON b.id = s.booking_id, generate_series(1, "
                    + count
                    + ") n WHERE b.id = '" + booking + "'"
        };
    }

    /** Copies of a load with its stops, younger than it, each a minute later than the one before. They have no legs, so no command of theirs works. */
    static String[] moreLoads(UUID load, int count) {
        return new String[] {
            "INSERT INTO loads.load SELECT (jsonb_populate_record(b, jsonb_build_object('id', " + COPY
                    + ", 'reference', 'L-' || upper(substr(md5(b.id::text || n), 1, 8))))).* FROM loads.load b, generate_series(1, "
                    + count + ") n WHERE b.id = '" + load + "'",
            "INSERT INTO loads.stop SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'load_id', "
                    + COPY + LATER
                    + "))).* FROM loads.stop s JOIN loads.load b ON b.id = s.load_id, generate_series(1, " + count
                    + ") n WHERE b.id = '" + load + "'"
        };
    }

    static String moreInvitations(UUID organisation, int count) {
        return """
                INSERT INTO identity.invitation (id, organisation_id, email, email_key, token_hash, invited_by, created_at, expires_at, version)
                SELECT gen_random_uuid(), organisation_id, email, email_key, decode(md5(id::text || n), 'hex'), invited_by, created_at, expires_at, 0
                FROM identity.invitation, generate_series(1, %d) n WHERE organisation_id = '%s'""".formatted(count, organisation);
    }

    /** Older than those that the person has. */
    static String moreSessions(UUID person, int count) {
        return """
                INSERT INTO identity.session (id, person_id, organisation_id, device_id, address, generation, created_at, expires_at, last_used_at, proven_at,
                    proven_by, changed_at, version)
                SELECT gen_random_uuid(), person_id, organisation_id, device_id, address, 0, created_at - n * interval '1 minute', expires_at, last_used_at, proven_at,
                    proven_by, changed_at, 0
                FROM (SELECT * FROM identity.session WHERE person_id = '%s' LIMIT 1) one, generate_series(1, %d) n""".formatted(person, count);
    }

    /** Younger than those that the person has, on no device. */
    static String moreLivingSessions(UUID person, int count) {
        return """
                INSERT INTO identity.session (id, person_id, organisation_id, address, generation, created_at, expires_at, last_used_at, proven_at,
                    proven_by, changed_at, version)
                SELECT gen_random_uuid(), person_id, organisation_id, address, 0, now(), expires_at, last_used_at, proven_at, proven_by, changed_at, 0
                FROM (SELECT * FROM identity.session WHERE person_id = '%s' AND ended_at IS NULL LIMIT 1) one, generate_series(1, %d)""".formatted(person, count);
    }

    /** In organisations of their own. */
    static String moreMemberships(UUID person, int count) {
        return """
                WITH made AS (
                    INSERT INTO identity.organisation (id, name, personal, platform, created_at, version)
                    SELECT gen_random_uuid(), 'One of many', false, false, now(), 0 FROM generate_series(1, %d) RETURNING id),
                joined AS (
                    INSERT INTO identity.membership (id, person_id, organisation_id, joined_at, version)
                    SELECT gen_random_uuid(), '%s', id, now(), 0 FROM made RETURNING id)
                INSERT INTO identity.membership_role (membership_id, role) SELECT id, 'OFFICE' FROM joined""".formatted(count, person);
    }

    /** Copies of a delivered booking whose money is nowhere, due for a day. */
    static String bookingsWithoutEscrow(String booking, int count) {
        return copies(
                "bookings.booking",
                "'id', gen_random_uuid(), 'reference', 'without escrow ' || n, 'leg_id', gen_random_uuid(), 'offer_id',"
                        + " gen_random_uuid(), 'release_due_at', now() - interval '1 day'",
                count,
                "id",
                UUID.fromString(booking));
    }

    /** Copies of a booking on its trip, each of a load of its own, with stops. */
    static String[] moreBookingsOnTheTrip(UUID booking, int count) {
        String rest = "'id', md5(r.id::text || n)::uuid";
        String reference = rest + ", 'reference', 'copy ' || n || r.id";
        return new String[] {
            copies(
                    "loads.load",
                    reference,
                    count,
                    "id = (SELECT load_id FROM loads.leg WHERE booking_id = '" + booking + "')"),
            copies(
                    "loads.leg",
                    rest
                            + ", 'load_id', md5(r.load_id::text || n)::uuid, 'booking_id', md5(r.booking_id::text || n)::uuid",
                    count,
                    "booking_id",
                    booking),
            copies(
                    "bookings.booking",
                    reference
                            + ", 'load_id', md5(r.load_id::text || n)::uuid, 'leg_id', md5(r.leg_id::text || n)::uuid, 'offer_id', gen_random_uuid()",
                    count,
                    "id",
                    booking),
            copies(
                    "bookings.stop",
                    rest + ", 'booking_id', md5(r.booking_id::text || n)::uuid",
                    count,
                    "booking_id",
                    booking)
        };
    }

    /** Copies of a trip with its one assignment, each of a driver and a vehicle of its own. */
    static String[] moreTripsUnderWay(UUID trip, int count) {
        String crew =
                "'driver_id', md5(r.driver_id::text || n)::uuid, 'vehicle_id', md5(r.vehicle_id::text || n)::uuid";
        return new String[] {
            copies(
                    "trips.trip",
                    "'id', md5(r.id::text || n)::uuid, 'reference', 'copy ' || n || r.id, " + crew,
                    count,
                    "id",
                    trip),
            copies(
                    "trips.assignment",
                    "'id', gen_random_uuid(), 'trip_id', md5(r.trip_id::text || n)::uuid, " + crew,
                    count,
                    "trip_id",
                    trip)
        };
    }

    /** Copies of the one assignment that a trip has, after it; none takes anybody's time. */
    static String[] moreAssignments(UUID trip, int count) {
        return new String[] {
            "UPDATE trips.assignment SET taken_until = taken_from WHERE trip_id = '" + trip + "'",
            copies("trips.assignment", "'id', gen_random_uuid(), 'sequence', n", count, "trip_id", trip)
        };
    }

    /** Copies of the one telling that a booking has. */
    static String moreTellings(UUID booking, int count) {
        return copies("bookings.telling", "'id', gen_random_uuid()", count, "booking_id", booking);
    }

    /** Ten milliseconds apart, after the one that the trip has. */
    static String morePositions(UUID trip, int count) {
        return copies("tracking.position", "'at', r.at + n * interval '10 milliseconds'", count, "trip_id", trip);
    }

    /** So many copies of a table's row r, each with its number n; what the database computes by itself is left to it. */
    private static String copies(String table, String changed, int count, String key, UUID id) {
        return copies(table, changed, count, key + " = '" + id + "'");
    }

    private static String copies(String table, String changed, int count, String which) {
        return """
                DO $do$ BEGIN EXECUTE (
                    SELECT 'INSERT INTO %1$s (' || string_agg(quote_ident(attname), ',') || ') SELECT '
                        || string_agg('(made).' || quote_ident(attname), ',')
                        || $q$ FROM (SELECT jsonb_populate_record(r, jsonb_build_object(%2$s)) AS made
                            FROM %1$s r, generate_series(1, %3$d) n WHERE r.%4$s OFFSET 0) copies $q$
                    FROM pg_attribute
                    WHERE attrelid = '%1$s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''); END $do$""".formatted(table, changed, count, which);
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
