package org.lanerunner.shared;

/** Queries of tasks in one statement: of each kind those with the nearest deadline, and how many there are of it. */
public final class NearestTasks {

    private NearestTasks() {}

    /**
     * @param tasks a query with the columns kind (null for what is no task), id and deadline; the last parameter of the whole is how many of a kind
     * @return that query's rows with a column of_its_kind
     */
    public static String of(String tasks) {
        return "SELECT * FROM (SELECT t.*, count(*) OVER (PARTITION BY kind) AS of_its_kind,"
                + " row_number() OVER (PARTITION BY kind ORDER BY deadline NULLS LAST, id) AS nth FROM (" + tasks
                + ") t WHERE kind IS NOT NULL) ranked WHERE nth <= ?";
    }
}
