package org.tongqu.demo.trade;

import java.time.Clock;
import java.time.ZoneId;

/** 北京时间: the one zone the whole country works in. */
public final class BeijingTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BeijingTime() {}

    public static Clock clock() {
        return Clock.system(ZONE);
    }
}
