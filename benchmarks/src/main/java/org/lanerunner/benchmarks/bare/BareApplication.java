package org.lanerunner.benchmarks.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API's resources and providers, with nobody asked who they are. */
@ApplicationPath("/")
public class BareApplication extends Application {}
