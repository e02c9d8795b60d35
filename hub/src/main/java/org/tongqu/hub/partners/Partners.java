package org.tongqu.hub.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;

/** The door of partners: who they are and whose key this is. */
public interface Partners {
    /** 协作企业: the kind of an outside firm that works and speaks as a factory does, and owns no rule of routing. */
    String COOPERATOR = "COOPERATOR";

    Optional<Partner> find(String code);

    /** Kind of an active partner, told in any scope: a factory may name an agent whose row it cannot see. */
    Optional<String> kindOf(String code);

    List<Partner> all();

    /** Whose key this is, or empty; the key itself is stored nowhere. */
    Optional<Sender> senderOfKey(String apiKey);

    /** Who speaks by a file in this partner's folder. */
    Sender folderSender(String code);

    /** How a factory cut the country on that day; empty where it had not said so yet. */
    Optional<ZoneCut> cutOf(String factory, LocalDate day);

    /** Whether a product class is known. */
    boolean knowsClass(String productClass);

    /** The class itself and its ancestors, nearest first. */
    List<String> classAndAncestors(String productClass);

    List<ProductClass> classes();

    /** @param kind AGENT, FACTORY, BRANCH or COOPERATOR */
    record Partner(
            String code, String kind, String name, @Nullable String region, boolean active) {}

    record ProductClass(String code, @Nullable String parent, String zh, String en) {}
}
