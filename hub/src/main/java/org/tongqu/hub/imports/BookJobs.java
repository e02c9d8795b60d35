package org.tongqu.hub.imports;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Looks twice a second for books that are to be weighed, undone or restored; one hub of several does it. */
@Service
class BookJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BookJobs.class);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final BookStore books;
    private final Previewing previewing;
    private final TakingBack takingBack;
    private final Wall wall;
    private final Jobs jobs;

    BookJobs(BookStore books, Previewing previewing, TakingBack takingBack, Wall wall, Jobs jobs) {
        this.books = books;
        this.previewing = previewing;
        this.takingBack = takingBack;
        this.wall = wall;
        this.jobs = jobs;
    }

    @Scheduled(fixedRateString = "PT0.5S")
    void work() {
        List<String> waiting = wall.read(Scope.WORKER, books::atWork);
        if (!waiting.isEmpty() && !jobs.run("imports", LEASE, lease -> waiting.forEach(id -> workOn(id, lease)))) {
            LOG.debug("another hub works on {} address books", waiting.size());
        }
    }

    /** One book that cannot be worked keeps no other waiting. */
    private void workOn(String id, JobLease lease) {
        try {
            workOnce(id, lease);
        } catch (JobLease.Lost over) {
            throw over;
        } catch (RuntimeException trouble) {
            LOG.warn("address book {} not worked, will be tried again", id, trouble);
        }
    }

    private void workOnce(String id, JobLease lease) {
        switch (wall.read(Scope.WORKER, () -> books.find(id).orElseThrow()).state()) {
            case WEIGHING -> previewing.preview(id, lease);
            case UNDOING -> takingBack.undo(id, lease);
            case REDOING -> takingBack.redo(id, lease);
            case READY, TAKING, TAKEN, UNDONE, DROPPED -> {}
        }
    }
}
