package org.lanerunner.system;

import java.util.List;

/** What a feature brings to a test that goes over the whole API. */
public interface FeaturePart {

    /** The beginnings of the addresses that it knows, as the API's document has them; of several parts the one with the longest knows. */
    List<String> paths();
}
