package org.lanerunner.places;

import java.util.function.IntPredicate;

/**
 * Finds the nearest of many points on the globe with a k-d tree over their unit vectors, kept as an order of indexes.
 * Chords rank as great circles do, so poles and the antimeridian need no special care. It takes 28 bytes a point.
 */
final class Sphere {

    private final double[] vectors;
    private final int[] tree;

    Sphere(double[] latitudes, double[] longitudes) {
        vectors = new double[latitudes.length * 3];
        tree = new int[latitudes.length];
        for (int i = 0; i < latitudes.length; i++) {
            double[] vector = vector(latitudes[i], longitudes[i]);
            System.arraycopy(vector, 0, vectors, i * 3, 3);
            tree[i] = i;
        }
        build(0, tree.length, 0);
    }

    /** The index of the nearest point that is accepted, or -1 where none is. */
    int nearest(double latitude, double longitude, IntPredicate accepted) {
        Search search = new Search(vector(latitude, longitude), accepted);
        search.within(0, tree.length, 0);
        return search.best;
    }

    private static double[] vector(double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    private void build(int from, int to, int axis) {
        if (to - from > 1) {
            int middle = (from + to) >>> 1;
            select(from, to - 1, middle, axis);
            build(from, middle, (axis + 1) % 3);
            build(middle + 1, to, (axis + 1) % 3);
        }
    }

    /** Puts the element that belongs in the middle there, smaller ones before it. */
    private void select(int first, int last, int wanted, int axis) {
        int low = first;
        int high = last;
        while (low < high) {
            double pivot = vectors[tree[(low + high) >>> 1] * 3 + axis];
            int i = low;
            int j = high;
            while (i <= j) {
                while (vectors[tree[i] * 3 + axis] < pivot) {
                    i++;
                }
                while (vectors[tree[j] * 3 + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = tree[i];
                    tree[i++] = tree[j];
                    tree[j--] = swapped;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private final class Search {

        private final double[] target;
        private final IntPredicate accepted;
        private int best = -1;
        private double bestSquare = Double.MAX_VALUE;

        Search(double[] target, IntPredicate accepted) {
            this.target = target;
            this.accepted = accepted;
        }

        void within(int from, int to, int axis) {
            if (from >= to) {
                return;
            }
            int middle = (from + to) >>> 1;
            int point = tree[middle];
            double square = square(point);
            if (square < bestSquare && accepted.test(point)) {
                bestSquare = square;
                best = point;
            }
            double across = target[axis] - vectors[point * 3 + axis];
            int next = (axis + 1) % 3;
            if (across < 0) {
                within(from, middle, next);
            } else {
                within(middle + 1, to, next);
            }
            if (across * across < bestSquare) {
                if (across < 0) {
                    within(middle + 1, to, next);
                } else {
                    within(from, middle, next);
                }
            }
        }

        private double square(int point) {
            double x = target[0] - vectors[point * 3];
            double y = target[1] - vectors[point * 3 + 1];
            double z = target[2] - vectors[point * 3 + 2];
            return x * x + y * y + z * z;
        }
    }
}
