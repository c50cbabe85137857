package org.lanerunner.system;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A passkey in software: makes what a browser and its authenticator answer (WebAuthn level 2, ES256, no statement of the maker), rightly or otherwise. */
public final class SoftPasskey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final int COORDINATE = 32;

    private final byte[] credentialId;
    private final KeyPair keys;
    private final String origin;
    private final String host;
    private int count;
    private boolean verifies = true;

    public SoftPasskey(String origin, String host) {
        this(origin, host, randomId(), newKeys());
    }

    private SoftPasskey(String origin, String host, byte[] credentialId, KeyPair keys) {
        this.origin = origin;
        this.host = host;
        this.credentialId = credentialId;
        this.keys = keys;
    }

    /** The same key, shown by a browser that is elsewhere. */
    public SoftPasskey at(String otherOrigin, String otherHost) {
        SoftPasskey same = new SoftPasskey(otherOrigin, otherHost, credentialId, keys);
        same.count = count;
        return same;
    }

    private static byte[] randomId() {
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        return id;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** It does not look at who uses it any more. */
    public SoftPasskey unverified() {
        verifies = false;
        return this;
    }

    /** A copy of it that has signed so often. */
    public void countFrom(int signed) {
        count = signed;
    }

    public String credentialId() {
        return encoded(credentialId);
    }

    public String clientData(String type, String nonce) {
        return encoded(clientDataBytes(type, nonce));
    }

    /** The attestation object of a passkey that is made. */
    public String attestation() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xa3);
        text(out, "fmt");
        text(out, "none");
        text(out, "attStmt");
        out.write(0xa0);
        text(out, "authData");
        bytes(out, authenticatorData(ATTESTED));
        return encoded(out.toByteArray());
    }

    public String authenticatorData() {
        count++;
        return encoded(authenticatorData(0));
    }

    public String signature(String authenticatorData, String clientData) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(Base64.getUrlDecoder().decode(authenticatorData));
            signature.update(sha256(Base64.getUrlDecoder().decode(clientData)));
            return encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] clientDataBytes(String type, String nonce) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + nonce + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(sha256(host.getBytes(StandardCharsets.UTF_8)));
        out.write(PRESENT | (verifies ? VERIFIED : 0) | more);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
        if (more == ATTESTED) {
            out.writeBytes(new byte[16]);
            out.writeBytes(ByteBuffer.allocate(Short.BYTES)
                    .putShort((short) credentialId.length)
                    .array());
            out.writeBytes(credentialId);
            out.writeBytes(coseKey());
        }
        return out.toByteArray();
    }

    /** RFC 9052: an EC2 key on P-256 for ES256. */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        bytes(out, coordinate(key.getW().getAffineX().toByteArray()));
        out.write(0x22);
        bytes(out, coordinate(key.getW().getAffineY().toByteArray()));
        return out.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[COORDINATE];
        int taken = Math.min(number.length, COORDINATE);
        System.arraycopy(number, number.length - taken, fixed, COORDINATE - taken, taken);
        return fixed;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x58);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
