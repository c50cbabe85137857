package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gazetteer over the public API. */
@SystemTest
class PlacesIT {
    private static String token;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void placesAreFoundByNameByCoordinatesAndById() throws Exception {
        JsonNode paris = json("?q=" + encoded("paris, tx")).path("items").path(0);
        assertEquals("Paris", paris.path("name").asText());
        assertEquals("TX", paris.path("region").asText());
        assertEquals("America/Chicago", paris.path("zone").asText());
        assertEquals(
                "Tokyo",
                json("?limit=1&q=" + encoded("東京"))
                        .path("items")
                        .path(0)
                        .path("name")
                        .asText());
        assertEquals(
                "Chicago",
                json("?near=41.88,-87.63").path("items").path(0).path("name").asText());
        assertEquals(paris, json("/" + paris.path("id").asText()));
        assertEquals("America/Chicago", json("/zip:60601").path("zone").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=",
                "?q=%20",
                "?q=a&near=1,2",
                "?near=91,0",
                "?near=1",
                "?near=NaN,0",
                "?q=a&limit=51",
                "?q=a&limit=0",
                "?q=a&limit=x"
            })
    void whatCannotBeAnsweredIsInvalid(String query) throws Exception {
        HttpResponse<String> answer = get(query, token());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    @Test
    void unknownPlacesAreNotFoundAndStrangersAreAskedToSignIn() throws Exception {
        assertEquals(404, get("/city:1", token()).statusCode());
        assertEquals(401, get("?q=paris", null).statusCode());
    }

    private JsonNode json(String rest) throws Exception {
        HttpResponse<String> answer = get(rest, token());
        assertEquals(200, answer.statusCode(), answer.body());
        return mapper.readTree(answer.body());
    }

    private HttpResponse<String> get(String rest, String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(TestServer.address().resolve("/api/places" + rest));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token() throws Exception {
        if (token == null) {
            String body = """
                    {"email":"%s@example.com","password":"lorry on a long lane","name":"Pat","organisation":{"name":"Places","kind":"SHIPPER"}}""".formatted(UUID.randomUUID());
            HttpRequest request = HttpRequest.newBuilder(TestServer.address().resolve("/api/auth/register"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(201, answer.statusCode(), answer.body());
            token = mapper.readTree(answer.body()).path("accessToken").asText();
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
