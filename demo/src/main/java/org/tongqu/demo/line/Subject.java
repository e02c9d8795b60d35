package org.tongqu.demo.line;

/** What a factory's words to the hub are about; each wire says it in its own way. */
public enum Subject {
    ACKNOWLEDGEMENT("/api/v1/acknowledgements"),
    ANSWER("/api/v1/answers"),
    ORDER("/api/v1/orders");

    private final String path;

    Subject(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
