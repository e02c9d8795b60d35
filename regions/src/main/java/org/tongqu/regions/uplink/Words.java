package org.tongqu.regions.uplink;

import org.tongqu.connectors.canon.Refusal;

/** What a link says of the other end. */
final class Words {
    private Words() {}

    static Refusal strangeAnswer() {
        return new Refusal(
                "",
                "STRANGE_ANSWER",
                "对方的回答不是通衢的上行答复,可能被代理或登录页拦截;请核对 TONGQU_HUB_URL,稍后自动重试",
                "the answer is none of Tongqu's, perhaps a proxy's or a sign-in page; check TONGQU_HUB_URL. Tried again by itself");
    }
}
