package org.lanerunner.system.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;

/** Requests that are right, nearly right and wrong in every way, each made from a right one. */
final class Attempts {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/json;charset=utf-16",
            "application/json; charset=nonsense",
            "garbage",
            "*/*");
    private static final List<String> ETAGS = List.of(
            "*", "\"0\"", "\"999999\"", "W/\"1\"", "0", "\"", "\"-1\"", "\"9223372036854775808\"", "\"1\", \"2\"");
    private static final List<String> ACCEPTS = List.of("text/html", "*/*", "application/*", "image/png", "garbage");
    private static final int LARGER_THAN_ANY = 12 * 1024 * 1024;
    private static final int LARGER_THAN_JSON = 1024 * 1024 + 1;
    private static final int MANY_PARAMETERS = 90;

    private final World world;
    private final RightRequests right;
    private final NaughtyValues values = new NaughtyValues();
    private final Mutations mutations = new Mutations(values);
    private final List<Map.Entry<String, byte[]>> malformedForms =
            new ArrayList<>(Multiparts.malformed().entrySet());

    Attempts(World world, RightRequests right) {
        this.world = world;
        this.right = right;
    }

    Attempt right(ApiOperation operation, Random random) {
        return right.of(operation, true, random);
    }

    /** One that can't but be refused: with a token that is none. */
    Attempt refused(ApiOperation operation, Random random) {
        return right.of(operation, false, random)
                .called("garbage token")
                .as(garbageToken(random))
                .toBeRefused();
    }

    Attempt any(ApiOperation operation, Random random) {
        Attempt base = right.of(operation, random.nextInt(8) == 0, random);
        return switch (random.nextInt(12)) {
            case 0 -> base.called("right, or in another state");
            case 1 -> otherPerson(base, random);
            case 2 -> address(base, random);
            case 3, 4 -> query(base, random);
            case 5 -> headers(base, random);
            default -> body(base, random);
        };
    }

    /** What is malformed for sure: every form that is none, or one body that is no JSON. */
    List<Attempt> malformed(ApiOperation operation, Random random) {
        Attempt base = right.of(operation, false, random);
        if (operation.takesUpload()) {
            return malformedForms.stream().map(form -> form(base, form)).toList();
        }
        return base.body() == null ? List.of(nobody(base)) : List.of(noJson(base, random));
    }

    private Attempt noJson(Attempt base, Random random) {
        return base.called("no JSON")
                .sending(mutations.broken(base.body(), random), "application/json")
                .toBeRefused();
    }

    private static Attempt form(Attempt base, Map.Entry<String, byte[]> form) {
        return base.called("form: " + form.getKey())
                .sending(form.getValue(), Multiparts.TYPE)
                .toBeRefused();
    }

    private Attempt otherPerson(Attempt base, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> nobody(base);
            case 1 -> base.called("garbage token").as(garbageToken(random)).toBeRefused();
            default ->
                base.called("another person")
                        .as((right.endsSession(base.operation()) ? world.newcomer() : world.anybody(random))
                                .accessToken());
        };
    }

    private Person asker(Attempt base, Random random) {
        return right.endsSession(base.operation()) ? world.newcomer() : world.anybody(random);
    }

    private static Attempt nobody(Attempt base) {
        Attempt attempt = base.called("nobody").as(null);
        return base.operation().open() ? attempt : attempt.toBeRefused();
    }

    private String garbageToken(Random random) {
        String good = world.shipper().accessToken();
        String[] parts = good.split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return switch (random.nextInt(5)) {
            case 0 -> "garbage";
            case 1 -> none + "." + parts[1] + ".";
            case 2 -> parts[0] + "." + parts[1] + "." + parts[2].substring(4);
            case 3 -> parts[0] + "." + parts[1];
            default -> "a.b.c";
        };
    }

    private Attempt address(Attempt base, Random random) {
        String path = base.operation().path();
        if (!path.contains("{")) {
            return query(base, random);
        }
        String id =
                switch (random.nextInt(4)) {
                    case 0 -> UUID.randomUUID().toString();
                    case 1 ->
                        world.any(
                                List.of("loads", "offers", "bookings", "trips").get(random.nextInt(4)), random);
                    default -> encoded(values.text(random));
                };
        String named = id.isEmpty() || id.length() > 2_000 ? "-" : id;
        return base.called("another id").to(path.replaceAll("\\{\\w+}", Matcher.quoteReplacement(named)));
    }

    private Attempt query(Attempt base, Random random) {
        List<String> parts = new ArrayList<>();
        for (ApiOperation.Parameter parameter : base.operation().parameters()) {
            if (parameter.in().equals("query") && random.nextInt(3) > 0) {
                parts.add(parameter.name() + "=" + encoded(queryValue(parameter, random)));
            }
        }
        if (random.nextInt(6) == 0) {
            parts.add(encoded(values.text(random)).replaceAll("^$", "x") + "=1");
        }
        if (random.nextInt(30) == 0) {
            for (int i = 0; i < MANY_PARAMETERS; i++) {
                parts.add("p" + i + "=" + i);
            }
        }
        String address = base.address();
        String query = String.join("&", parts);
        return base.called("query")
                .to(address.replaceAll("\\?.*", "") + "?"
                        + query.substring(0, Math.min(query.length(), 4_000)).replaceAll("%.?$", ""));
    }

    private String queryValue(ApiOperation.Parameter parameter, Random random) {
        String kind = parameter.name().equals("load") ? "loads" : "trips";
        return switch (random.nextInt(4)) {
            case 0 ->
                String.valueOf(List.of(0, -1, 1, 100, 101, Integer.MAX_VALUE).get(random.nextInt(6)));
            case 1 -> world.any(kind, random);
            case 2 ->
                List.of("OPEN", "DRY_VAN", "market", "41.88,-87.63", "2026-01-02", "2026-01-02T00:00:00Z", "MADE")
                        .get(random.nextInt(7));
            default -> values.text(random);
        };
    }

    private Attempt headers(Attempt base, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> base.called("If-Match").with("If-Match", ETAGS.get(random.nextInt(ETAGS.size())));
            case 1 -> base.called("Accept").with("Accept", ACCEPTS.get(random.nextInt(ACCEPTS.size())));
            case 2 ->
                base.called("idempotency key that may be used").with("Idempotency-Key", "key-" + random.nextInt(2));
            default ->
                base.called("idempotency key that is none")
                        .with(
                                "Idempotency-Key",
                                List.of("two words", "k".repeat(200), "\u00E4").get(random.nextInt(3)));
        };
    }

    private Attempt body(Attempt base, Random random) {
        if (base.operation().takesUpload()) {
            return random.nextInt(8) == 0
                    ? base.called("upload too large")
                            .sending(new byte[LARGER_THAN_ANY], Multiparts.TYPE)
                            .toBeRefused()
                    : form(base, malformedForms.get(random.nextInt(malformedForms.size())));
        }
        if (base.body() == null) {
            return query(base, random);
        }
        if (base.operation().mediaTypes().contains(FORM)) {
            return base.called("nearly right form").sending(mutations.nearlyRightForm(base.body(), random), FORM);
        }
        String mediaType = base.operation()
                .mediaTypes()
                .get(random.nextInt(base.operation().mediaTypes().size()));
        return switch (random.nextInt(14)) {
            case 0 -> noJson(base, random);
            case 1 -> base.called("other JSON").sending(mutations.other(random), mediaType);
            case 2 ->
                base.called("media type").sending(base.body(), MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size())));
            case 3 -> base.called("empty").sending(new byte[0], mediaType);
            case 4 ->
                random.nextInt(10) > 0
                        ? base.called("right, as it may be sent").sending(base.body(), mediaType)
                        : base.called("body too large")
                                .sending(new byte[LARGER_THAN_JSON], mediaType)
                                .toBeRefused();
            default -> base.called("nearly right").sending(mutations.nearlyRight(base.body(), random), mediaType);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
