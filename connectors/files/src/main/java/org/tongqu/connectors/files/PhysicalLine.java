package org.tongqu.connectors.files;

/**
 * One line of the file as bytes.
 *
 * @param number from 1
 * @param bytes without the line end; the first {@value PhysicalLines#MAX_BYTES} where {@code cut}
 * @param end CR, LF, both, or empty where the file stopped
 */
record PhysicalLine(long number, byte[] bytes, String end, boolean cut) {
    boolean ended() {
        return !end.isEmpty();
    }
}
