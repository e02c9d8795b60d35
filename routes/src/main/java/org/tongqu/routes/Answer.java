package org.tongqu.routes;

import java.util.Map;

/** What goes back to an HTTP caller, whole and ready to be written. */
public record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
