package org.tongqu.hub.platform;

/** A hub's right to do one job for now; every transaction of the job asks for it, and is undone where it is over. */
public interface JobLease {
    /**
     * Holds the lease until the transaction at hand ends, and lets it run anew.
     *
     * @throws Lost where another hub has the job by now: nothing of this transaction may stand
     */
    void hold();

    /** What a hub finds that slept longer than its lease. */
    final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(String job, long fence) {
            super("the lease " + fence + " on the job " + job + " is over");
        }
    }
}
