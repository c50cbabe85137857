package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import java.util.Map;
import java.util.UUID;
import org.lanerunner.system.FakeProvider.Somebody;

/** Goes to a fake provider and comes back, as a browser does it that is known by the key of its device. */
public final class Logins {

    /** Of requests that are sent somewhere else than they were prepared. */
    public static final String DEVICE = "the-key-of-a-device-of-the-tests";

    private Logins() {}

    static String newDevice() {
        return "device-" + UUID.randomUUID();
    }

    /** Somebody there, and a login of theirs linked to the account of somebody new here. */
    static Somebody linked() {
        Somebody there = Somebody.unknown();
        link(People.shipper(), "works", there).expect(200);
        return there;
    }

    static Answer link(Person person, String provider, Somebody there) {
        String device = newDevice();
        return Rest.post(
                "/api/auth/logins", broughtBackToLink(person, provider, there, device), person, "Device-Key", device);
    }

    /** The id of a login that was linked now. */
    public static String linkedId(Person person) {
        return link(person, "works", Somebody.unknown()).expect(200).text("id");
    }

    /** What comes back from the provider to be linked. */
    public static Map<String, Object> toLink(Person person) {
        return broughtBackToLink(person, "works", Somebody.unknown(), DEVICE);
    }

    /** What comes back from the provider of somebody who is known here. */
    public static Map<String, Object> toSignIn() {
        return broughtBack("works", begin("works", DEVICE), linked());
    }

    private static Map<String, Object> broughtBackToLink(
            Person person, String provider, Somebody there, String device) {
        String url = Rest.post("/api/auth/logins/begin", object("provider", provider), person, "Device-Key", device)
                .expect(200)
                .text("url");
        return broughtBack(provider, url, there);
    }

    /** What the browser has in its address when it is back. */
    static Map<String, Object> broughtBack(String provider, String url, Somebody there) {
        return object(
                "provider",
                provider,
                "state",
                FakeProvider.state(url),
                "code",
                FakeProvider.of(provider).code(url, there),
                "iss",
                provider.equals("facebook") ? null : FakeProvider.issuer(provider));
    }

    static Answer signIn(String provider, Somebody there) {
        String device = newDevice();
        return finish(broughtBack(provider, begin(provider, device), there), device);
    }

    /** Somebody whose login is linked to nobody's account. */
    static Answer arrive(String provider, Somebody there, String device) {
        return finish(broughtBack(provider, begin(provider, device), there), device)
                .expect(200);
    }

    /** The ticket of somebody new, brought back by the device of the tests. */
    public static String ticket() {
        return arrive("works", Somebody.unknown(), DEVICE).text("ticket");
    }

    /** What somebody sends who has the link of the mail that asked for their address. */
    public static Map<String, Object> toConfirm() {
        String address = Mails.newAddress();
        Somebody there = new Somebody(UUID.randomUUID().toString(), "Sam", address, false);
        Rest.post(
                        "/api/auth/providers/register",
                        object("ticket", arrive("works", there, DEVICE).text("ticket"), "name", "Sam"),
                        null,
                        "Device-Key",
                        DEVICE)
                .expect(202);
        return object("ticket", arrive("works", there, DEVICE).text("ticket"), "token", Mails.token(address));
    }

    static String begin(String provider, String device) {
        return Rest.post("/api/auth/providers/begin", object("provider", provider), null, "Device-Key", device)
                .expect(200)
                .text("url");
    }

    static Answer finish(Map<String, Object> broughtBack, String device) {
        return Rest.post("/api/auth/providers/finish", broughtBack, null, "Device-Key", device);
    }
}
