package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * Keys by which an organisation's programs act for it. A person who may and who has just proven who they are makes, changes and revokes them; a key never does.
 * A key may do no more than its maker could then, and nothing about members, roles or keys.
 */
@Stateless
public class ApiKeys {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int MOST = 100;
    private static final int MOST_SCOPES = 50;
    private static final int MOST_ADDRESSES = 50;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /** A key that is over or revoked is kept so long, so that one can still see what it was. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int MOST_TOLD = 20;

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private KnownRoles roles;

    @Inject
    private Sql sql;

    @Inject
    private Audit audit;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Clock clock;

    /** The keys that are not revoked, oldest first. */
    public Page<ApiKeyView> list(Caller caller, UUID organisationId, PageRequest page) {
        requireOwn(caller, organisationId);
        List<Object[]> rows = entities.createQuery(
                        "select k, p.name, (select count(m) from Membership m where m.organisation.id = k.organisationId and m.person.id = k.madeBy)"
                                + " from ApiKey k join Person p on p.id = k.madeBy where k.organisationId = :organisation"
                                + " and k.revokedAt is null and k.id > :after order by k.id",
                        Object[].class)
                .setParameter("organisation", organisationId)
                .setParameter("after", page.afterId(FIRST))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Map<UUID, String> prefixes =
                prefixes(rows.stream().map(row -> ((ApiKey) row[0]).id()).toList());
        List<ApiKeyView> views = rows.stream()
                .map(row -> ((ApiKey) row[0])
                        .view(prefixes.get(((ApiKey) row[0]).id()), (String) row[1], (Long) row[2] == 0))
                .toList();
        return Page.of(views, page.limit(), ApiKeyView::id);
    }

    /**
     * @param addresses the only ones from which it is taken, or null for any
     * @param days the number of days until it is over, or null for ninety
     */
    public ApiKeyMade make(
            Caller caller,
            UUID organisationId,
            String name,
            List<String> scopes,
            List<String> addresses,
            Integer days) {
        Membership maker = managing(caller, organisationId);
        Instant now = clock.instant();
        requireRoom(organisationId, now);
        ApiKey key = new ApiKey(
                Uuid7.next(),
                organisationId,
                name,
                scopes(roles.grantsOf(maker), scopes),
                addresses(addresses),
                maker.person().id(),
                now,
                now.plus(Duration.ofDays(days(days))));
        entities.persist(key);
        entities.flush();
        Secret secret = ApiKeySecret.random();
        keep(key, secret, now);
        notices.tell(
                maker.person().id(),
                SecurityNotice.KEY_MADE,
                Map.of("key", name.strip(), "organisation", maker.organisation().name()));
        audit.record(caller, "key.made", key.id());
        return new ApiKeyMade(
                key.view(ApiKeySecret.prefix(secret), maker.person().name(), false), secret.text());
    }

    /** Makes a new secret. The one before stays good for the given time, so that programs can change over one by one. @param overlapSeconds null for a day */
    public ApiKeyMade rotate(Caller caller, UUID organisationId, UUID keyId, Integer overlapSeconds) {
        Membership maker = managing(caller, organisationId);
        Duration overlap = overlapSeconds == null ? USUAL_OVERLAP : Duration.ofSeconds(overlapSeconds);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Refusal.invalid("/overlapSeconds", "Two secrets overlap for up to seven days.");
        }
        ApiKey key = key(organisationId, keyId);
        Instant now = clock.instant();
        if (!key.isGoodAt(now)) {
            throw Refusal.conflict("api-keys/over", "This key is over. Make another one.");
        }
        sql.update("DELETE FROM identity.api_key_secret WHERE key_id = ? AND until IS NOT NULL", keyId);
        sql.update("UPDATE identity.api_key_secret SET until = ? WHERE key_id = ?", now.plus(overlap), keyId);
        Secret secret = ApiKeySecret.random();
        keep(key, secret, now);
        Map<String, String> told =
                Map.of("key", key.name(), "organisation", maker.organisation().name());
        Stream.of(maker.person().id(), key.madeBy())
                .distinct()
                .filter(person -> memberships.find(organisationId, person).isPresent())
                .forEach(person -> notices.tell(person, SecurityNotice.KEY_CHANGED, told));
        audit.record(caller, "key.rotated", keyId);
        return new ApiKeyMade(key.view(ApiKeySecret.prefix(secret), madeBy(key), isOfFormer(key)), secret.text());
    }

    /** Revokes a key. Every node knows it within two seconds. */
    public void revoke(Caller caller, UUID organisationId, UUID keyId) {
        managing(caller, organisationId);
        key(organisationId, keyId).revoke(clock.instant());
        entities.flush();
        sql.update("DELETE FROM identity.api_key_secret WHERE key_id = ?", keyId);
        audit.record(caller, "key.revoked", keyId);
    }

    /** The maker of keys is no member any more. The keys stay good, since they belong to the organisation. Members who manage keys are told. */
    public void makerLeft(Organisation organisation, Person maker) {
        List<String> names = entities.createQuery(
                        "select k.name from ApiKey k where k.organisationId = :organisation and k.madeBy = :maker and k.revokedAt is null and k.expiresAt > :now order by k.id",
                        String.class)
                .setParameter("organisation", organisation.id())
                .setParameter("maker", maker.id())
                .setParameter("now", clock.instant())
                .setMaxResults(MOST)
                .getResultList();
        if (!names.isEmpty()) {
            Map<String, String> told = Map.of(
                    "member", maker.name(), "keys", String.join(", ", names), "organisation", organisation.name());
            memberships
                    .holding(
                            organisation.id(),
                            roles.of(organisation.id()).granting(IdentityPermissions.KEYS_MANAGE),
                            MOST_TOLD)
                    .forEach(member -> notices.tell(member.person().id(), SecurityNotice.KEYS_LEFT_BEHIND, told));
        }
    }

    @NeedsNoPermission(because = "the system does it by itself")
    public void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        sql.update("DELETE FROM identity.api_key WHERE revoked_at < ? OR expires_at < ?", before, before);
    }

    private String madeBy(ApiKey key) {
        return entities.find(Person.class, key.madeBy()).name();
    }

    private boolean isOfFormer(ApiKey key) {
        return memberships.find(key.organisationId(), key.madeBy()).isEmpty();
    }

    private static void requireOwn(Caller caller, UUID organisationId) {
        caller.require(IdentityPermissions.KEYS_MANAGE);
        if (!organisationId.equals(caller.organisationId())) {
            throw Refusal.notFound("organisations");
        }
    }

    /** The membership of the caller, who may manage keys as things are now, whatever the token says. The organisation is locked. */
    private Membership managing(Caller caller, UUID organisationId) {
        requireOwn(caller, organisationId);
        caller.requireProof();
        entities.find(Organisation.class, organisationId, LockModeType.PESSIMISTIC_WRITE);
        return memberships
                .find(organisationId, caller.person().id())
                .filter(membership -> roles.grantsOf(membership).may(IdentityPermissions.KEYS_MANAGE))
                .orElseThrow(() -> Refusal.forbidden("You do not manage the keys of this organisation any more."));
    }

    private ApiKey key(UUID organisationId, UUID keyId) {
        ApiKey key = entities.find(ApiKey.class, keyId);
        if (key == null || key.isRevoked() || !key.organisationId().equals(organisationId)) {
            throw Refusal.notFound("api-keys");
        }
        return key;
    }

    private void requireRoom(UUID organisationId, Instant now) {
        long there = entities.createQuery(
                        "select count(k) from ApiKey k where k.organisationId = :organisation and k.revokedAt is null",
                        Long.class)
                .setParameter("organisation", organisationId)
                .getSingleResult();
        if (there >= MOST) {
            throw Refusal.conflict("api-keys/too-many", "There are " + MOST + " keys. Revoke one first.")
                    .beyond(Limit.API_KEYS);
        }
    }

    /** The scopes of a key: listed permissions, each for all that the organisation has, and no more than the maker may do. */
    private static List<String> scopes(Grants makers, List<String> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            throw Refusal.invalid("/scopes", "Name at least one permission.");
        }
        List<Refusal.Violation> wrong = new ArrayList<>();
        LinkedHashSet<String> named = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size() && i < MOST_SCOPES; i++) {
            String scope = wanted.get(i);
            if (scope == null || !PermissionList.listed(scope) || !makers.reachesAll(scope)) {
                wrong.add(new Refusal.Violation(
                        "/scopes/" + i, "This is no permission that you have for all of the organisation."));
            } else if (!named.add(scope)) {
                wrong.add(new Refusal.Violation("/scopes/" + i, "This is named twice."));
            }
        }
        if (!wrong.isEmpty() || wanted.size() > MOST_SCOPES) {
            throw wrong.isEmpty() ? Refusal.invalid("/scopes", "There are not so many.") : Refusal.invalid(wrong);
        }
        return List.copyOf(named);
    }

    private static List<String> addresses(List<String> wanted) {
        if (wanted == null) {
            return List.of();
        }
        if (wanted.size() > MOST_ADDRESSES) {
            throw Refusal.invalid("/addresses", "A key has up to " + MOST_ADDRESSES + " addresses.");
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            AddressRange.of(wanted.get(i), "/addresses/" + i);
            addresses.add(wanted.get(i).strip());
        }
        return addresses;
    }

    private static int days(Integer wanted) {
        int days = wanted == null ? USUAL_DAYS : wanted;
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("/days", "A key is good for 1 to " + MOST_DAYS + " days.");
        }
        return days;
    }

    private void keep(ApiKey key, Secret secret, Instant now) {
        sql.update(
                "INSERT INTO identity.api_key_secret (hash, key_id, prefix, created_at) VALUES (?, ?, ?, ?)",
                secret.hash(),
                key.id(),
                ApiKeySecret.prefix(secret),
                now);
    }

    private Map<UUID, String> prefixes(List<UUID> keys) {
        Map<UUID, String> prefixes = new HashMap<>();
        sql.query(
                "SELECT key_id, prefix FROM identity.api_key_secret WHERE key_id = ANY (?) AND until IS NULL",
                row -> prefixes.put(Sql.id(row, "key_id"), row.getString("prefix")),
                (Object) keys.toArray(UUID[]::new));
        return prefixes;
    }
}
