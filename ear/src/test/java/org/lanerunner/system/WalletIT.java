package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wallet over the public API. */
@SystemTest
class WalletIT {

    /** Registered once, for what leaves a wallet empty. */
    private static final class Poor {
        static final Api SHIPPER = Api.register("SHIPPER");
    }

    @Test
    void newWalletIsEmpty() {
        Api shipper = Api.register("SHIPPER");
        assertEquals(
                0, shipper.get("/wallet").expect(200).body().get("balances").size());
        assertTrue(
                shipper.get("/wallet/postings").expect(200).body().get("items").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"USD,100.50,100.50", "JPY,12000,12000", "KWD,1.234,1.234", "EUR,7,7.00"})
    void topUpKeepsTheCurrencysExponent(String currency, String amount, String kept) {
        Api shipper = Api.register("SHIPPER");
        shipper.post("/wallet/top-ups", Map.of("amount", Map.of("amount", amount, "currency", currency)))
                .expect(201);
        JsonNode balance = shipper.get("/wallet").body().at("/balances/0");
        assertEquals(kept, balance.at("/available/amount").asText());
        assertEquals(currency, balance.at("/available/currency").asText());
        assertEquals(
                kept.contains(".") ? kept.replaceAll("\\d", "0").replaceAll("^0+(?=0\\.)", "") : "0",
                balance.at("/escrowed/amount").asText());
        assertTrue(balance.at("/test").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":{\"amount\":\"0\",\"currency\":\"USD\"}}",
                "{\"amount\":{\"amount\":\"-5\",\"currency\":\"USD\"}}",
                "{\"amount\":{\"amount\":\"1.001\",\"currency\":\"USD\"}}",
                "{\"amount\":{\"amount\":\"1.1\",\"currency\":\"JPY\"}}",
                "{\"amount\":{\"amount\":\"1\",\"currency\":\"XXX\"}}",
                "{\"amount\":{\"amount\":\"1\",\"currency\":\"usd\"}}",
                "{\"amount\":{\"amount\":\"1e3\",\"currency\":\"USD\"}}",
                "{\"amount\":{\"amount\":\"999999999999999\",\"currency\":\"USD\"}}",
                "{\"amount\":{\"amount\":5,\"currency\":\"USD\"}}",
                "{\"amount\":{\"currency\":\"USD\"}}",
                "{\"amount\":null}",
                "{}"
            })
    void wrongAmountIsRefusedWithAPointer(String body) {
        Answer answer = Poor.SHIPPER.post("/wallet/top-ups", body).expect(422);
        assertEquals("request/invalid", answer.at("/type"));
        assertTrue(
                answer.at("/errors/0/pointer").startsWith("/amount"),
                answer.body().toString());
        assertTrue(Poor.SHIPPER.get("/wallet").body().get("balances").isEmpty());
    }

    @Test
    void walletOfTestMoneyHasALimit() {
        Api shipper = Api.register("SHIPPER");
        Map<String, Object> much = Map.of("amount", Map.of("amount", "900000000.00", "currency", "USD"));
        shipper.post("/wallet/top-ups", much).expect(201);
        assertEquals(
                "ledger/wallet-full",
                shipper.post("/wallet/top-ups", much).expect(409).at("/type"));
    }

    @Test
    void theLimitHoldsForManyTopUpsAtOnce() {
        Api shipper = Api.register("SHIPPER");
        Map<String, Object> aTenth = Map.of("amount", Map.of("amount", "100000000.00", "currency", "USD"));
        Callable<Answer> call = () -> shipper.post("/wallet/top-ups", aTenth);
        List<Answer> answers = AtOnce.all(Stream.generate(() -> call).limit(50).toList());
        assertEquals(
                10, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(
                40,
                answers.stream()
                        .filter(answer -> answer.at("/type").equals("ledger/wallet-full"))
                        .count());
        assertEquals("1000000000.00", shipper.get("/wallet").at("/balances/0/available/amount"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    /** What is earned is never refused, so a wallet may hold more than any single amount. */
    @Test
    void moreThanAnyAmountThatIsNamedIsReadAndEarned() {
        Parties parties = new Parties();
        Api carrier = parties.carrier();
        carrier.post("/wallet/top-ups", Map.of("amount", Parties.dollars("1"))).expect(201);
        Sql.run(Rows.postings(carrier.organisationId(), 1_000_000_000_000L));
        assertEquals("10000000001.00", carrier.get("/wallet").expect(200).at("/balances/0/available/amount"));
        parties.topUp("1000");
        parties.carry(parties.book("1000"));
        assertEquals("10000000971.00", carrier.get("/wallet").expect(200).at("/balances/0/available/amount"));
        carrier.get("/wallet/postings").expect(200);
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void topUpWithAKeyIsPostedOnce() {
        Api shipper = Api.register("SHIPPER");
        Map<String, Object> ten = Map.of("amount", Map.of("amount", "10", "currency", "USD"));
        Answer first =
                shipper.post("/wallet/top-ups", ten, "Idempotency-Key", "k-1").expect(201);
        Answer again =
                shipper.post("/wallet/top-ups", ten, "Idempotency-Key", "k-1").expect(201);
        assertEquals(first.at("/id"), again.at("/id"));
        assertEquals("10.00", shipper.get("/wallet").at("/balances/0/available/amount"));
    }

    @Test
    void postingsArePagedNewestFirst() {
        Api shipper = Api.register("SHIPPER");
        for (int amount = 1; amount <= 5; amount++) {
            shipper.post(
                            "/wallet/top-ups",
                            Map.of("amount", Map.of("amount", String.valueOf(amount), "currency", "USD")))
                    .expect(201);
        }
        Answer first = shipper.get("/wallet/postings?limit=3").expect(200);
        assertEquals("5.00", first.at("/items/0/amount/amount"));
        assertEquals(3, first.body().get("items").size());
        Answer second = shipper.get("/wallet/postings?limit=3&after=" + first.at("/next"))
                .expect(200);
        assertEquals("1.00", second.at("/items/1/amount/amount"));
        assertTrue(second.body().get("next").isNull());
        shipper.get("/wallet/postings?limit=101").expect(422);
        shipper.get("/wallet/postings?after=x").expect(422);
    }

    @Test
    void whoIsNotSignedInOrMayNotIsRefused() {
        Api.nobody().get("/wallet").expect(401);
        Api.nobody().post("/wallet/top-ups", "{}").expect(401);
        Api.register("OFFICE").get("/wallet").expect(200);
    }
}
