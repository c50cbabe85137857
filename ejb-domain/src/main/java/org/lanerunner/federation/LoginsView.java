package org.lanerunner.federation;

import java.util.List;

/** The ways in which a person signs in. @param password whether they have a password; @param providers the providers at which they may have a login */
public record LoginsView(boolean password, List<LoginView> logins, List<ProviderView> providers) {}
