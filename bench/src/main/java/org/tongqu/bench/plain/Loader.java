package org.tongqu.bench.plain;

import java.nio.file.Path;

/** Loads a sales file into the like schema and writes the rows that must go back. */
interface Loader {
    void load(Path file, Path rejects) throws Exception;
}
