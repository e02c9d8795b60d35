package org.tongqu.regions;

import java.io.IOException;

/** Ends this process when the one that started it is gone, however it went: then standard input ends. */
final class Lifeline {
    private Lifeline() {}

    static void endWithStandardInput() {
        Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::watch);
    }

    /** What was acknowledged is on disk, so nothing needs to be tidied: the process just ends. */
    private static void watch() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException gone) {
            // The same news in another form.
        }
        Runtime.getRuntime().halt(0);
    }
}
