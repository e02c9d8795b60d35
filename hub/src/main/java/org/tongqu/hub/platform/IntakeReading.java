package org.tongqu.hub.platform;

/**
 * What the sluice is set by, measured once a second or so.
 *
 * @param diskFreeShare of the disk under the home
 * @param diskFree the same in bytes
 * @param backlog messages of the whole group that were kept and are not yet taken
 * @param memoryShare of the heap that was still in use after the last collection
 * @param storeFull whether the database has just said that its disk is full
 */
record IntakeReading(double diskFreeShare, long diskFree, long backlog, double memoryShare, boolean storeFull) {}
