package org.tongqu.hub.partners.web;

import org.tongqu.connectors.canon.Refusal;

/** What is said to whoever enters a partner wrongly. */
final class PartnerWords {
    private PartnerWords() {}

    static Refusal badCode() {
        return new Refusal(
                "/code",
                "BAD_CODE",
                "伙伴代码须为 2 至 63 位小写字母、数字或连字符，以字母或数字开头。",
                "A partner's code is 2 to 63 lower-case letters, digits or hyphens, beginning with a letter or digit.");
    }

    static Refusal badKind() {
        return new Refusal(
                "/kind",
                "BAD_KIND",
                "kind 须为 AGENT、FACTORY、BRANCH 或 COOPERATOR。",
                "kind is AGENT, FACTORY, BRANCH or COOPERATOR.");
    }

    static Refusal noName() {
        return new Refusal(
                "/name", "REQUIRED", "请填写伙伴名称（不超过 200 字）。", "Give the partner's name, at most 200 characters.");
    }

    static Refusal badRegion() {
        return new Refusal(
                "/region",
                "BAD_REGION",
                "region 须为 NE、N、E、CS、SW 或 NW，或不填。",
                "region is NE, N, E, CS, SW or NW, or left out.");
    }

    static Refusal badEndpoint() {
        return new Refusal(
                "/base",
                "BAD_ENDPOINT",
                "base 须为 http 或 https 地址，不带参数；timeoutSeconds 为 1 至 120。",
                "base is an http or https address without a query; timeoutSeconds is 1 to 120.");
    }

    static Refusal badWay() {
        return new Refusal(
                "/kind", "BAD_WAY", "kind 须为 REST、SOAP 或 JMS，或不填。", "kind is REST, SOAP or JMS, or left out for REST.");
    }

    static Refusal userWithoutSecret() {
        return new Refusal(
                "/secret",
                "USER_WITHOUT_SECRET",
                "user 与 secret 须同时给出或都不给。",
                "Give user and secret together, or neither.");
    }

    static Refusal badSecret() {
        return new Refusal(
                "/secret",
                "BAD_SECRET",
                "secret 须为 4 至 200 个可见 ASCII 字符。",
                "secret is 4 to 200 visible ASCII characters.");
    }

    static Refusal noFactory() {
        return new Refusal("/code", "NOT_A_FACTORY", "只有工厂使用 SOAP 口令。", "Only a factory has a SOAP secret.");
    }

    static Refusal codeTaken(String code) {
        return new Refusal(
                "/code",
                "CODE_TAKEN",
                "伙伴代码 " + code + " 已被使用，请另取一个。",
                "The code " + code + " is taken; choose another.");
    }

    static Refusal unknown(String code) {
        return new Refusal("", "NOT_FOUND", "没有伙伴 " + code + "。", "There is no partner " + code + ".");
    }
}
