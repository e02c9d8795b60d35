package org.tongqu.bench.visit;

import org.tongqu.bench.stage.Line;

/**
 * One way for a visit to become a call of the factory.
 *
 * @param name as in the names of figures
 * @param authorization header of the caller, or empty
 * @param said the mark's prefix, its own for each chain so that no call is taken for the other's
 */
record Chain(String name, String zh, String en, int port, String path, String authorization, String said) {
    Line line() {
        return new Line(port, path, "application/json", authorization);
    }
}
