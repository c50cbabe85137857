/** What administrators see across features, over HTTP. */
package org.lanerunner.admin.rest;
