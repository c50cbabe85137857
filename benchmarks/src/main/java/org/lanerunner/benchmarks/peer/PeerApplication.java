package org.lanerunner.benchmarks.peer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The same authorisation as the API's. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
public class PeerApplication extends Application {}
