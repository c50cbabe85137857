package org.lanerunner.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks for a consumer's replay and tells how far it is. Both go through rows in the database, at which the server looks every two seconds. */
public final class Replay {

    private static final String STATES = """
            SELECT name, CASE WHEN NOT replayable THEN 'not replayable' WHEN replay_requested_at IS NULL THEN 'never replayed'
                WHEN replay_started_at IS NULL THEN 'asked for' WHEN replay_finished_at IS NULL THEN 'replaying' ELSE 'replayed' END AS state, replayed_events
            FROM events.consumer ORDER BY name""";

    private final Database.Access access;

    public Replay(Database.Access access) {
        this.access = access;
    }

    public void request(String consumer) {
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE events.consumer SET replay_requested_at = now(), replay_started_at = NULL, replay_finished_at = NULL"
                                + " WHERE name = ? AND replayable AND (replay_started_at IS NULL OR replay_finished_at IS NOT NULL)")) {
            update.setString(1, consumer);
            if (update.executeUpdate() == 0) {
                throw new LaunchFailure(consumer + " can't be replayed now. There are: " + String.join("; ", states()));
            }
        } catch (SQLException broken) {
            throw new LaunchFailure("The replay can't be asked for: " + broken.getMessage(), broken);
        }
    }

    public List<String> states() {
        List<String> states = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(STATES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                states.add(row.getString("name") + ": " + row.getString("state") + ", " + row.getLong("replayed_events")
                        + " events");
            }
        } catch (SQLException broken) {
            throw new LaunchFailure("The consumers can't be listed: " + broken.getMessage(), broken);
        }
        return states;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }
}
