package org.lanerunner.federation;

import java.util.List;

/** By what a person signs in. @param password whether there is one; @param providers where one may have a login */
public record LoginsView(boolean password, List<LoginView> logins, List<ProviderView> providers) {}
