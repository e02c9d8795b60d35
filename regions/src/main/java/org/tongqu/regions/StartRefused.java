package org.tongqu.regions;

/** A start that cannot be: told to the person at the keyboard in both languages, with what to do, and without a stack trace. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String zh;

    StartRefused(String zh, String en) {
        super(en);
        this.zh = zh;
    }

    String zh() {
        return zh;
    }

    String en() {
        return String.valueOf(getMessage());
    }
}
