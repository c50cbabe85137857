/** What every resource uses: problem documents for errors, JSON, health, metrics. */
package org.lanerunner.shared.rest;
