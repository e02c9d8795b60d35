package org.tongqu.regions.capture;

import org.tongqu.connectors.canon.Refusal;

/** Refusals that calls and files share. */
final class Refused {
    private Refused() {}

    static Refusal tooLarge() {
        return new Refusal(
                "", "TOO_LARGE", "正文超过 8 MiB,请分几次发送", "the body is larger than 8 MiB; send it in several parts");
    }
}
