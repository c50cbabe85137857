package org.lanerunner.shared;

/** Makes queries of tasks that need only one statement: for each kind the tasks with the nearest deadline, and how many there are. */
public final class NearestTasks {

    private NearestTasks() {}

    /**
     * @param tasks a query with the columns kind (null for a row that is not a task), id and deadline. The last parameter of the whole query says how many
     *     tasks of a kind
     * @return that query's rows with a column of_its_kind
     */
    public static String of(String tasks) {
        return "SELECT * FROM (SELECT t.*, count(*) OVER (PARTITION BY kind) AS of_its_kind,"
                + " row_number() OVER (PARTITION BY kind ORDER BY deadline NULLS LAST, id) AS nth FROM (" + tasks
                + ") t WHERE kind IS NOT NULL) ranked WHERE nth <= ?";
    }
}
