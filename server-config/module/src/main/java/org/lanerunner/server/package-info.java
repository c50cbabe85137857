/**
 * What LaneRunner adds to the server itself, below the application and before any deployment: a static module of WildFly, named in the scripts of
 * server-config. It knows nothing of the business, and no deployment uses it.
 */
package org.lanerunner.server;
