package org.tongqu.hub.journal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;

/** 批量放回: many parked ones put back by one act, which goes on in the hub whoever leaves the page or is killed meanwhile. */
public interface ManyParked {
    /**
     * Writes down what is to be put back, in this order, and returns the act's id; the work itself begins within a second.
     *
     * @throws org.tongqu.hub.platform.Policy.NotAllowed where the sender's role may not put back
     */
    String begin(Sender sender, List<String> ids);

    Optional<Work> find(Sender sender, String id);

    /** The newest acts the asker may see. */
    List<Work> newest(Sender sender, int most);

    /**
     * How far an act is.
     *
     * @param answers how many pieces came to what; FAILED where the hub itself failed at one
     * @param left the first that were left as they were, and why
     * @param finishedAt absent while it goes on
     */
    record Work(
            String id,
            String login,
            OffsetDateTime begunAt,
            @Nullable OffsetDateTime finishedAt,
            long total,
            Map<String, Long> answers,
            List<Left> left) {
        public long done() {
            return answers.values().stream().mapToLong(Long::longValue).sum();
        }

        public long putBack() {
            return answers.getOrDefault(Parked.Answer.WAITS_AGAIN.name(), 0L);
        }

        public long leftAlone() {
            return done() - putBack();
        }

        public boolean running() {
            return finishedAt == null;
        }
    }

    record Left(String id, String answer) {}
}
