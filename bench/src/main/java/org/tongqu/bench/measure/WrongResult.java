package org.tongqu.bench.measure;

/** Something was lost, doubled or counted otherwise than the input says: a bench's only reason to fail. */
public final class WrongResult extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongResult(String zh, String en) {
        super(zh + "\n" + en);
    }

    /** @throws WrongResult where the two differ */
    public static void unlessEqual(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new WrongResult(
                    what + ":应为 " + expected + ",实为 " + found, what + ": expected " + expected + ", found " + found);
        }
    }
}
