package org.tongqu.bench.files;

/** What became of a file's rows. */
record Counts(long rows, long accepted, long refused, long duplicate) {}
