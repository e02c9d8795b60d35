package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 上行: the door to the journal for a branch node's line: entries in its order, each once in effect, whatever call brings them and however often. */
public interface Uplink {

    /**
     * Takes what continues the line, all of it in one transaction; what stands already is answered again and changes nothing.
     *
     * @throws Intake.NotAllowed where the sender is no branch, or the line is another branch's; nothing is kept
     */
    <T> Answer take(Sender sender, MessageKind kind, Call<T> call);

    /**
     * What a node says in one call; without entries it only asks how far the hub is.
     *
     * @param line id of the line, a random word made with the node's store
     * @param branch who the node believes it is; the credential decides, and another name is refused
     * @param continues the line that was given up for this one, where there was one
     * @param from number of the first entry, or of the next one to come
     * @param prev {@link LineChain} hash before {@code from}
     * @param last highest number the node has given on this line, the line's base where it has given none
     * @param waiting how many entries of all its lines have no receipt yet
     */
    record Call<T>(
            String line,
            String branch,
            @Nullable Continued continues,
            long from,
            String prev,
            long last,
            long waiting,
            List<Entry<T>> entries) {
        public Call {
            requireNonNull(line, "line");
            requireNonNull(branch, "branch");
            requireNonNull(prev, "prev");
            entries = List.copyOf(entries);
        }
    }

    /**
     * A line given up.
     *
     * @param at highest number under which the node still knew what the hub has
     * @param base the hub's highest number of it: the new line counts on from here, so that no number of a branch is used twice
     */
    record Continued(String line, long at, long base) {}

    /** @param hash of the chain up to and with this entry */
    record Entry<T>(long seq, String hash, Item<T> item) {}

    /**
     * How far the hub is now, and what became of the entries of the call.
     *
     * @param completeThrough every number of the line up to this one is kept
     * @param head chain hash at {@code completeThrough}
     * @param expected the number that comes next; entries beyond a gap were not taken
     * @param receipts one for each entry of the call that stands, in order
     * @param conflict present where the hub has other content under a number; then nothing new was taken
     */
    record Answer(
            long completeThrough,
            String head,
            long expected,
            List<Standing> receipts,
            @Nullable Conflict conflict) {
        public Answer {
            receipts = List.copyOf(receipts);
        }
    }

    /** What the journal said of one entry, now or when it came first. */
    record Standing(long seq, String messageId, Receipt.Status status, List<Refusal> errors) {
        public Standing {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The node's line is not the one the hub knows, as after an old copy of its disk was put back.
     *
     * @param at first number under which the hub has something else
     */
    record Conflict(long at, String zh, String en) {}
}
