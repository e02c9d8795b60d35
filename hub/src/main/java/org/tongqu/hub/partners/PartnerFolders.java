package org.tongqu.hub.partners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A partner's drop folder is there before the partner is told of it. */
@Component
class PartnerFolders {
    private final Path drop;

    PartnerFolders(@Value("${tongqu.home}") Path home) {
        this.drop = home.resolve("drop");
    }

    void make(String partner) {
        try {
            Files.createDirectories(drop.resolve(partner).resolve("in"));
            Files.createDirectories(drop.resolve(partner).resolve("out"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
