package org.tongqu.hub.dispatch;

/** 专业: what a technician knows how to do with a class of products. */
enum Trade {
    SELECTION,
    DESIGN,
    ELECTRICAL,
    INSTALLATION,
    SERVICE;

    static boolean knows(String word) {
        return java.util.Arrays.stream(values()).anyMatch(each -> each.name().equals(word));
    }
}
