package org.lanerunner.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One search: the typed text, taken apart into a name and what narrows it, and the cities found so far with how well
 * they match. The best matches are cities with just this name, then names that begin so, then other names (other
 * languages, airport codes) that begin so, then names with a later word that begins so. Among equals the larger city is
 * better.
 */
final class PlaceSearch {

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final int LETTERS_WITHOUT_COMMA = 3;
    private static final int LETTERS_AFTER_COMMA = 1;
    private static final byte UNMATCHED = Byte.MAX_VALUE;
    private static final int WHOLE = 0;
    private static final int BEGINNING = 1;
    private static final int NARROWED_BY_LAST_WORDS = 4;
    private static final int GRADES = 8;
    private static final Pattern ZIP = Pattern.compile("(?:^|.* )(\\d{5})(?: \\d{0,4})?(?:$| [^\\d].*)");
    private static final Pattern ZIP_PREFIX = Pattern.compile("\\d{1,5}");

    private final Gazetteer gazetteer;
    private final byte[] grades;

    PlaceSearch(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        grades = new byte[gazetteer.cities()];
        Arrays.fill(grades, UNMATCHED);
    }

    List<Place> of(String typed, int limit) {
        String[] parts = (typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed).split("[,،、，;]", 6);
        String name = PlaceName.folded(parts[0]);
        String everything = PlaceName.folded(String.join(" ", parts));
        Matcher zip = ZIP.matcher(everything);
        if (zip.matches()) {
            return zips(zip.group(1), limit);
        }
        if (ZIP_PREFIX.matcher(everything).matches()) {
            return zips(everything, limit);
        }
        if (name.isEmpty() || limit <= 0) {
            return List.of();
        }
        BitSet narrowed = narrowedBy(parts);
        grade(name, narrowed, 0);
        if (parts.length == 1) {
            gradeNarrowedByLastWords(name, LETTERS_WITHOUT_COMMA);
        }
        List<Place> best = best(limit);
        if (best.isEmpty() && parts.length == 1) {
            gradeNarrowedByLastWords(name, LETTERS_AFTER_COMMA);
            return best(limit);
        }
        return best;
    }

    /** The regions that these parts mean; null where they narrow nothing. */
    private BitSet narrowedBy(String[] parts) {
        BitSet narrowed = null;
        for (int i = 1; i < parts.length; i++) {
            String qualifier = PlaceName.folded(parts[i]);
            if (!qualifier.isEmpty()) {
                BitSet meant = gazetteer.divisions().meant(qualifier, LETTERS_AFTER_COMMA);
                if (meant.isEmpty() && qualifier.indexOf(' ') > 0) {
                    meant = meantByEach(qualifier.split(" "));
                }
                if (narrowed == null) {
                    narrowed = meant;
                } else {
                    narrowed.and(meant);
                }
            }
        }
        return narrowed;
    }

    private BitSet meantByEach(String[] words) {
        BitSet all = gazetteer.divisions().meant(words[0], LETTERS_AFTER_COMMA);
        for (String word : words) {
            all.and(gazetteer.divisions().meant(word, LETTERS_AFTER_COMMA));
        }
        return all;
    }

    /** Tries every way to read the last words as a region or country, as in "paris tx" or "san jose costa rica". */
    private void gradeNarrowedByLastWords(String typed, int fewestLetters) {
        String[] words = typed.split(" ");
        for (int split = Math.max(1, words.length - MOST_WORDS); split < words.length; split++) {
            String qualifier = String.join(" ", Arrays.asList(words).subList(split, words.length));
            BitSet meant = gazetteer.divisions().meant(qualifier, fewestLetters);
            if (!meant.isEmpty()) {
                grade(String.join(" ", Arrays.asList(words).subList(0, split)), meant, NARROWED_BY_LAST_WORDS);
            }
        }
    }

    private void grade(String name, BitSet narrowed, int worse) {
        gazetteer.index().find(name, (row, kind, whole) -> {
            int grade = worse + (whole && kind != PlaceIndex.INNER_WORD ? WHOLE : BEGINNING + kind);
            if (grade < grades[row] && (narrowed == null || narrowed.get(gazetteer.regionOfCity(row)))) {
                grades[row] = (byte) grade;
            }
        });
    }

    private List<Place> best(int limit) {
        List<Place> best = new ArrayList<>();
        for (int grade = 0; grade < GRADES && best.size() < limit; grade++) {
            for (int row = 0; row < grades.length && best.size() < limit; row++) {
                if (grades[row] == grade) {
                    best.add(gazetteer.city(row));
                }
            }
        }
        return best;
    }

    /** The ZIP codes that begin with these digits, in their order. */
    private List<Place> zips(String digits, int limit) {
        int span = (int) Math.pow(10, 5 - digits.length());
        int first = Integer.parseInt(digits) * span;
        Set<Place> found = new LinkedHashSet<>();
        for (int row = gazetteer.firstZipFrom(first);
                row < gazetteer.zips() && found.size() < limit && gazetteer.zipAt(row) < first + span;
                row++) {
            found.add(gazetteer.zip(row));
        }
        return List.copyOf(found);
    }
}
