package org.tongqu.hub.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.FileIntake;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SentFormat;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Sha256;
import org.tongqu.hub.platform.Wakes;
import org.tongqu.hub.platform.Wall;

/** Keeps a dropped file whole, in pieces of a mebibyte, before anything of it is read. */
@Service
class DroppedFiles implements FileIntake {
    private static final int PIECE = 1 << 20;

    private final JournalStore store;
    private final Partners partners;
    private final Wall wall;
    private final Wakes wakes;
    private final Clock clock;
    private final Ids ids;
    private final Backoff backoff;

    DroppedFiles(
            JournalStore store,
            Partners partners,
            Wall wall,
            Wakes wakes,
            Clock clock,
            Ids ids,
            @Qualifier("journalBackoff") Backoff backoff) {
        this.store = store;
        this.partners = partners;
        this.wall = wall;
        this.wakes = wakes;
        this.clock = clock;
        this.ids = ids;
        this.backoff = backoff;
    }

    @Override
    public String keep(String partner, String name, String taken, Path file) {
        Sender sender = wall.read(Scope.WORKER, () -> partners.folderSender(partner));
        return wall.within(Scope.WORKER, () -> keepOnce(sender, name, taken, file));
    }

    /** The name under which the file was taken is unique, so it alone tells a second look from a second file. */
    private String keepOnce(Sender sender, String name, String taken, Path file) {
        String id = ids.next();
        Claim claim = new Claim("file|" + sender.partner() + "|" + taken, taken);
        Optional<JournalStore.Standing> before = store.claim(claim, id, sender);
        if (before.isPresent()) {
            return before.get().messageId();
        }
        Instant now = clock.instant();
        MessageDigest digest = Sha256.digest();
        KeptBytes kept = keepBytes(id, file, digest, now);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        String first =
                store.firstWithBytes(String.valueOf(sender.partner()), sha256).orElse(null);
        store.keep(new JournalStore.NewMessage(
                id,
                MessageKind.SALES_FILE,
                "FILE",
                kept.format(),
                sender,
                name,
                now,
                sha256,
                kept.size(),
                false,
                false,
                first,
                backoff.tries()));
        store.keys(
                id,
                java.util.List.of(
                        new BusinessKey("FILE", name), new BusinessKey("AGENT", String.valueOf(sender.partner()))));
        wakes.ring(Journal.BELL, MessageKind.SALES_FILE.name());
        return id;
    }

    /** @param format found from the first piece */
    private record KeptBytes(long size, String format) {}

    private KeptBytes keepBytes(String id, Path file, MessageDigest digest, Instant now) {
        long size = 0;
        int seq = 0;
        String format = SentFormat.of(new byte[0]);
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                format = seq == 0 ? SentFormat.of(piece) : format;
                store.keepBytes(JournalStore.dayOf(now), id, seq++, piece);
                size += piece.length;
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new KeptBytes(size, format);
    }
}
