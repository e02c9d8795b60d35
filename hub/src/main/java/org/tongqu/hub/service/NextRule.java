package org.tongqu.hub.service;

import java.util.Arrays;
import java.util.List;

/** 行动规则: what makes a next best action, the most urgent first; its threshold is in days but for orders (percent) and age (years). */
enum NextRule {
    SERVICE_WAITING,
    MAINTENANCE_DUE,
    WARRANTY_ENDING,
    OVERDUE_VISIT,
    FALLING_ORDERS,
    MACHINE_AGE;

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
