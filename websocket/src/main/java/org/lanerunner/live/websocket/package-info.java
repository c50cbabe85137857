/** Live push: events and positions to browsers over WebSocket. */
package org.lanerunner.live.websocket;
