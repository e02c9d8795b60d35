package org.tongqu.hub.matching;

import java.util.Locale;
import java.util.Set;

/** A mail address whose domain tells the firm unless everybody can have one there. */
record Email(String local, String domain) {
    static final Email NONE = new Email("", "");

    private static final Set<String> PUBLIC = Set.of(
            "163.com",
            "126.com",
            "qq.com",
            "sina.com",
            "sohu.com",
            "139.com",
            "189.cn",
            "gmail.com",
            "hotmail.com",
            "outlook.com",
            "yeah.net",
            "foxmail.com",
            "yahoo.com",
            "yahoo.com.cn",
            "aliyun.com",
            "sina.cn",
            "263.net",
            "tom.com",
            "21cn.com",
            "vip.163.com",
            "vip.qq.com",
            "icloud.com",
            "live.com",
            "msn.com");

    static Email of(String said) {
        String plain = Script.plain(said).toLowerCase(Locale.ROOT);
        int at = plain.indexOf('@');
        return at < 1 || at > plain.length() - 4
                ? NONE
                : new Email(
                        plain.substring(0, at).replaceAll("[._-]", ""),
                        plain.substring(at + 1).trim());
    }

    boolean own() {
        return !domain.isEmpty() && !PUBLIC.contains(domain);
    }

    boolean isEmpty() {
        return domain.isEmpty();
    }
}
