package org.tongqu.hub.matching;

/** Slips of the pen counted: one left out, put in, changed, or two neighbours swapped. */
final class Edits {
    private Edits() {}

    /** The distance, or more than {@code limit} as soon as that is sure. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                best = Math.min(best, row[j]);
            }
            if (best > limit) {
                return limit + 1;
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    static boolean swapped(String a, String b) {
        return a.length() == b.length()
                && a.length() >= 2
                && !a.equals(b)
                && distance(a, b, 1) == 1
                && sorted(a).equals(sorted(b));
    }

    static String sorted(String text) {
        char[] chars = text.toCharArray();
        java.util.Arrays.sort(chars);
        return new String(chars);
    }

    /** Whether {@code part} is what is left of {@code whole} when characters are dropped. */
    static boolean subsequence(String part, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < part.length(); i++) {
            if (whole.charAt(i) == part.charAt(at)) {
                at++;
            }
        }
        return at == part.length() && !part.isEmpty();
    }
}
