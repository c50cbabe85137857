/** What every resource uses: errors as problem documents, JSON, health, metrics. */
package org.lanerunner.shared.rest;
