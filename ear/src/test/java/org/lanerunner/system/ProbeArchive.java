package org.lanerunner.system;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.lanerunner.system.probe.RelayProbe;

/** The probes, as a deployment beside the application with a view of its classes. */
public final class ProbeArchive {

    private ProbeArchive() {}

    public static WebArchive named(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage(RelayProbe.class.getPackage())
                .addAsWebInfResource(
                        new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>"),
                        "beans.xml")
                .addAsManifestResource(
                        new StringAsset(
                                "Manifest-Version: 1.0\nDependencies: deployment.lanerunner.ear.ejb-domain.jar,deployment.lanerunner.ear.messaging.jar\n"),
                        "MANIFEST.MF");
    }
}
