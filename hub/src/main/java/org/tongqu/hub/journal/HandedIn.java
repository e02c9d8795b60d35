package org.tongqu.hub.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SentFormat;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Sha256;
import org.tongqu.hub.platform.Wakes;

/** Keeps a handed-in file: header, bytes in pieces and keys, with whatever else its transaction keeps. */
@Service
class HandedIn implements HandedFiles {
    private static final int PIECE = 1 << 20;

    private final JournalStore store;
    private final Wakes wakes;
    private final Clock clock;
    private final Ids ids;
    private final Backoff backoff;

    HandedIn(JournalStore store, Wakes wakes, Clock clock, Ids ids, @Qualifier("journalBackoff") Backoff backoff) {
        this.store = store;
        this.wakes = wakes;
        this.clock = clock;
        this.ids = ids;
        this.backoff = backoff;
    }

    @Override
    public String keep(Sender sender, MessageKind kind, String name, byte[] file) {
        String id = ids.next();
        Instant now = clock.instant();
        store.keep(new JournalStore.NewMessage(
                id,
                kind,
                "FILE",
                SentFormat.of(file),
                sender,
                name,
                now,
                Sha256.hex(file),
                file.length,
                false,
                false,
                null,
                backoff.tries()));
        for (int seq = 0; seq * PIECE < file.length; seq++) {
            byte[] piece = Arrays.copyOfRange(file, seq * PIECE, Math.min(file.length, (seq + 1) * PIECE));
            store.keepBytes(JournalStore.dayOf(now), id, seq, piece);
        }
        store.keys(id, List.of(new BusinessKey("FILE", name)));
        wakes.ring(Journal.BELL, kind.name());
        return id;
    }
}
