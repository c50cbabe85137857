package org.lanerunner.launcher.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wildfly.security.asn1.ASN1Encoder;
import org.wildfly.security.x500.cert.X509CertificateExtension;

/**
 * The names for which an authority may speak (RFC 5280, 4.2.1.10): host names with everything below them, and networks. The extension is critical, so that a
 * device that does not understand it refuses the authority instead of believing everything. A name without a dot is left out: if it is also a top-level
 * domain of the internet, such as dev, all hosts of that domain are below it. The extension is written here, since Elytron's own does not close
 * its sequence.
 */
final class NameConstraints extends X509CertificateExtension {
    private static final List<String> LOCAL_NAMES =
            List.of("localhost", "local", "lan", "home", "internal", "home.arpa", "test");
    private static final List<String> PRIVATE_NETWORKS =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "127.0.0.0/8");
    private static final int ADDRESS_BITS = 32;
    private static final int PERMITTED = 0;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private final Set<String> hosts = new LinkedHashSet<>(LOCAL_NAMES);
    private final Set<String> networks = new LinkedHashSet<>(PRIVATE_NETWORKS);

    /** @param names names of the machine, in addition to those that are local or private anyhow */
    NameConstraints(List<String> names) {
        super(true);
        names.forEach(name -> {
            if (MachineNames.isAddress(name)) {
                networks.add(name + "/" + ADDRESS_BITS);
            } else if (name.contains(".")) {
                hosts.add(name);
            }
        });
    }

    @Override
    public String getId() {
        return "2.5.29.30";
    }

    @Override
    public void encodeTo(ASN1Encoder encoder) {
        encoder.startSequence();
        encoder.encodeImplicit(PERMITTED);
        encoder.startSequence();
        for (String host : hosts) {
            encoder.startSequence();
            encoder.encodeImplicit(DNS_NAME);
            encoder.encodeIA5String(host);
            encoder.endSequence();
        }
        for (String network : networks) {
            encoder.startSequence();
            encoder.encodeImplicit(IP_ADDRESS);
            encoder.encodeOctetString(addressAndMask(network));
            encoder.endSequence();
        }
        encoder.endSequence();
        encoder.endSequence();
    }

    private static byte[] addressAndMask(String network) {
        String[] parts = network.split("/");
        int mask = (int) (-1L << (ADDRESS_BITS - Integer.parseInt(parts[1])));
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .put(address(parts[0]))
                .putInt(mask)
                .array();
    }

    static byte[] address(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException(noAddress);
        }
    }
}
