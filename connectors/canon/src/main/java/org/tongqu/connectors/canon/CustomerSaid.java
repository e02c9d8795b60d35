package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What one source says about a customer, in its own words: nothing is corrected here, so a wrong USCC stays as said.
 *
 * @param name as written by the source, 1 to 200 characters
 * @param uscc 统一社会信用代码 as written, or absent
 */
public record CustomerSaid(
        String name,
        @Nullable String uscc,
        @Nullable String province,
        @Nullable String city,
        @Nullable String address,
        @Nullable ContactSaid contact) {
    public CustomerSaid {
        requireNonNull(name, "name");
    }

    /** A person at the customer, as the source wrote it. */
    public record ContactSaid(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String title) {}
}
