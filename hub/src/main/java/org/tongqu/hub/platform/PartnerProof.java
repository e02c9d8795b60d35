package org.tongqu.hub.platform;

import java.util.Optional;

/** Whose login and key these are; asked by the embedded broker, which starts before anybody can answer. */
@FunctionalInterface
public interface PartnerProof {
    /** Code of the active partner that proved itself, or empty. */
    Optional<String> partner(String login, String password);
}
