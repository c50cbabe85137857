package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files over HTTP: what is kept, how it comes back, and to whom. */
@SystemTest
class DocumentsIT {

    private static final byte[] PDF = "%PDF-1.7 a proof".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aDocumentComesBackAsAnAttachmentThatNothingRuns() throws Exception {
        Haul haul = new Haul();
        Answer stored = Upload.file(PDF, "../../Lieferschein K\u00f6ln.pdf", haul.bookingId, haul.driver)
                .expect(201);
        assertEquals("application/pdf", stored.text("mediaType"));
        assertEquals("Lieferschein K\u00f6ln.pdf", stored.text("name"));
        assertEquals(haul.bookingId.toString(), stored.text("bookingId"));
        HttpResponse<byte[]> content = download(stored.id(), haul.shipper);
        assertEquals(200, content.statusCode());
        assertTrue(Arrays.equals(PDF, content.body()));
        assertEquals("application/pdf", header(content, "Content-Type"));
        assertEquals("nosniff", header(content, "X-Content-Type-Options"));
        assertTrue(header(content, "Content-Disposition").startsWith("attachment;"));
        assertTrue(header(content, "Content-Security-Policy").startsWith("sandbox"));
        assertTrue(header(content, "Content-Security-Policy").contains("frame-ancestors 'none'"));
    }

    @Test
    void onlyWhoStoredItAndThePartiesOfItsBookingReadIt() throws Exception {
        Haul haul = new Haul();
        UUID ofBooking = Upload.file(PDF, "a.pdf", haul.bookingId, haul.carrier)
                .expect(201)
                .id();
        UUID own = Upload.file(PDF, "b.pdf", null, haul.carrier).expect(201).id();
        Person stranger = People.shipper();
        Rest.get("/api/documents/" + ofBooking, haul.shipper).expect(200);
        Rest.get("/api/documents/" + ofBooking, haul.driver).expect(200);
        Rest.get("/api/documents/" + ofBooking, stranger).expect(404);
        Rest.get("/api/documents/" + own, haul.shipper).expect(404);
        Rest.get("/api/documents/" + own, haul.driver).expect(404);
        assertEquals(404, download(own, stranger).statusCode());
        Upload.file(PDF, "c.pdf", haul.bookingId, stranger).expect(404);
    }

    @Test
    void theProofIsTheSellersOwnAndTheShippersToReadToo() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way()).expect(200);
        UUID photo =
                Upload.file(PDF, "proof.pdf", null, haul.driver).expect(201).id();
        Rest.get("/api/documents/" + photo, haul.shipper).expect(404);
        UUID buyers = Upload.file(PDF, "order.pdf", haul.bookingId, haul.shipper)
                .expect(201)
                .id();
        UUID colleagues =
                Upload.file(PDF, "other.pdf", null, haul.carrier).expect(201).id();
        for (UUID notTheirs : List.of(buyers, colleagues, UUID.randomUUID())) {
            Answer refused = deliver(haul, notTheirs).expect(422, "request/invalid");
            assertEquals("/documentId", refused.body().at("/errors/0/pointer").asText());
        }
        deliver(haul, photo).expect(200);
        Rest.get("/api/documents/" + photo, haul.shipper).expect(200);
    }

    private static Answer deliver(Haul haul, UUID documentId) {
        return Rest.post(
                "/api/bookings/" + haul.bookingId + "/deliver",
                object(
                        "receivedBy",
                        "Bo",
                        "latitude",
                        Haul.LATITUDE,
                        "longitude",
                        Haul.DELIVERY,
                        "documentId",
                        documentId),
                haul.driver);
    }

    @Test
    void whatIsNoDocumentIsRefused() throws Exception {
        Person carrier = People.carrier();
        Upload.file("<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII), "photo.png", null, carrier)
                .expect(415, "documents/type-unsupported");
        Upload.file(new byte[0], "photo.png", null, carrier).expect(415, "documents/type-unsupported");
        Upload.file(Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1), "large.pdf", null, carrier)
                .expect(413, "documents/too-large");
        assertEquals(
                10 * 1024 * 1024,
                Upload.file(Arrays.copyOf(PDF, 10 * 1024 * 1024), "large.pdf", null, carrier)
                        .expect(201)
                        .body()
                        .path("sizeBytes")
                        .asInt());
        assertEquals(400, raw("no parts", "multipart/form-data", carrier));
        assertEquals(400, raw("no parts", "multipart/form-data; boundary=x", carrier));
        assertEquals(
                422,
                raw(
                        "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--",
                        "multipart/form-data; boundary=x",
                        carrier));
        assertEquals(415, raw("{}", "application/json", carrier));
    }

    private static int raw(String body, String type, Person as) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Rest.address("/api/documents"))
                .header("Authorization", "Bearer " + as.accessToken())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<byte[]> download(UUID id, Person as) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Rest.address("/api/documents/" + id + "/content"))
                .header("Authorization", "Bearer " + as.accessToken())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
