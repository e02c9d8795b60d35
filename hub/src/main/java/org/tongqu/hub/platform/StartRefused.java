package org.tongqu.hub.platform;

/**
 * An expected reason why the hub does not start, told to a person in both languages; never shown with a stack trace.
 * It ends the start with exit code 1 and leaves everything on disk as it was.
 */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String zh;
    private final String en;

    public StartRefused(String zh, String en) {
        super(en);
        this.zh = zh;
        this.en = en;
    }

    public StartRefused(String zh, String en, Throwable cause) {
        super(en, cause);
        this.zh = zh;
        this.en = en;
    }

    /** What is wrong and what to do, in Chinese. */
    public String zh() {
        return zh;
    }

    /** The same in English. */
    public String en() {
        return en;
    }
}
