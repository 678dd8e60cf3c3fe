package io.github.wfp4j.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that somebody may have meant. */
final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    /** {@return the few names that a name differs least from, the nearest first} */
    static List<String> of(String name, Collection<String> names) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return names.stream()
                .sorted(
                        Comparator.comparingInt((String it) -> distance(wanted, it))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** {@return how many characters must be changed, added or left out} */
    private static int distance(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[second.length()];
    }
}
