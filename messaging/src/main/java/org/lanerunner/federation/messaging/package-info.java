/** What is asked of providers of logins, from this server to theirs. */
package org.lanerunner.federation.messaging;
