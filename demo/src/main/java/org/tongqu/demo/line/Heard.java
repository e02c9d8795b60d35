package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back from the hub for one message. */
public sealed interface Heard {

    /** 2xx: the hub keeps it, the sender may forget it. Single items may still be refused in the receipts. */
    record Kept(int status, JsonNode reply) implements Heard {}

    /** 400, 404, 409, 413, 415, 422: the hub understood and says no; the same again would get the same no. */
    record Refused(int status, JsonNode reply) implements Heard {}

    /** No line, no answer in time, 401, 403, 429, 5xx: the sender still has it and tries again later. */
    record NotNow(String reason) implements Heard {}
}
