package org.tongqu.connectors.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import org.tongqu.connectors.canon.Refusal;

/** Every refusal this connector can speak, in both languages; the parser's own words never reach a sender. */
final class Words {
    private Words() {}

    static Refusal badUtf8(int offset) {
        return new Refusal(
                "",
                "BAD_UTF8",
                "第 " + offset + " 个字节起不是合法的 UTF-8,请以 UTF-8 重新编码后再发",
                "not valid UTF-8 from byte " + offset + " on; encode the text as UTF-8 and send again");
    }

    static Refusal nul(String pointer, int offset) {
        return new Refusal(
                pointer,
                "NUL_CHARACTER",
                "文本含空字符(NUL,位置 " + offset + "),请删去;若是 UTF-16 请改用 UTF-8",
                "the text holds a NUL character at " + offset + "; remove it, or encode UTF-16 text as UTF-8");
    }

    static Refusal loneSurrogate(String pointer) {
        return new Refusal(
                pointer,
                "LONE_SURROGATE",
                "文本含半个代理对(\\ud800–\\udfff),不是完整的字,请改正",
                "the text holds half of a surrogate pair (\\ud800-\\udfff), which is no character; correct it");
    }

    /** Tells a parser's exception in our words, with the place where it happened. */
    static Refusal unreadable(IOException e) {
        if (e instanceof StreamConstraintsException limit) {
            return limit(limit);
        }
        if (e instanceof StreamReadException read && read.getOriginalMessage().startsWith("Duplicate field")) {
            return duplicateKey(read);
        }
        return new Refusal(
                "",
                "BAD_JSON",
                "不是合法的 JSON" + place(e, ",错在第 %d 行第 %d 列附近") + ",请检查括号、引号、逗号后重发",
                "not valid JSON" + place(e, ", wrong near line %d, column %d")
                        + "; check brackets, quotes and commas and send again");
    }

    private static Refusal limit(StreamConstraintsException e) {
        String zh = "超出限度:嵌套至多 %d 层,单个文本至多 %d 字,数字连指数至多 %d 位,每条至多 %d 个字段和值"
                .formatted(
                        HardenedJson.MAX_DEPTH,
                        HardenedJson.MAX_TEXT,
                        HardenedJson.MAX_DIGITS,
                        HardenedJson.MAX_TOKENS);
        String en =
                "over the limit: at most %d levels, %d characters a text, %d digits a number with a sane exponent, %d fields and values an item"
                        .formatted(
                                HardenedJson.MAX_DEPTH,
                                HardenedJson.MAX_TEXT,
                                HardenedJson.MAX_DIGITS,
                                HardenedJson.MAX_TOKENS);
        return new Refusal(
                "", "LIMIT_EXCEEDED", zh + place(e, "(第 %d 行第 %d 列附近)"), en + place(e, " (near line %d, column %d)"));
    }

    private static Refusal duplicateKey(StreamReadException e) {
        var parser = e.getProcessor();
        String pointer =
                parser == null ? "" : parser.getParsingContext().pathAsPointer().toString();
        return new Refusal(
                pointer,
                "DUPLICATE_KEY",
                "同一对象中字段名重复" + place(e, "(第 %d 行第 %d 列附近)") + ",无法判断以哪个为准,请只留一个",
                "a field name appears twice in one object" + place(e, " (near line %d, column %d)")
                        + "; nobody can tell which one counts, keep one");
    }

    private static String place(IOException e, String form) {
        return e instanceof JsonProcessingException at && at.getLocation() != null
                ? form.formatted(at.getLocation().getLineNr(), at.getLocation().getColumnNr())
                : "";
    }

    static Refusal notAnObject(String pointer, String found) {
        return wrongType(pointer, "对象 {…}", "an object {…}", found);
    }

    static Refusal wrongType(String pointer, String zh, String en, String found) {
        return new Refusal(
                pointer, "WRONG_TYPE", "此处应为" + zh + ",收到的是 " + found, "expected " + en + " here, found " + found);
    }

    static Refusal required(String pointer, String name) {
        return new Refusal(pointer, "REQUIRED", "缺少必填项 " + name + ",请补上", name + " is required; add it");
    }

    static Refusal tooLong(String pointer, int max) {
        return new Refusal(
                pointer,
                "TOO_LONG",
                "文本超过 " + max + " 个字,请缩短",
                "the text is longer than " + max + " characters; shorten it");
    }

    static Refusal tooMany(String pointer, int max) {
        return new Refusal(
                pointer,
                "TOO_MANY",
                "列表超过 " + max + " 项,请拆成几条发",
                "more than " + max + " entries; split them over several messages");
    }

    static Refusal badNumber(String pointer) {
        return new Refusal(
                pointer,
                "BAD_NUMBER",
                "不是十进制数,请写成如 1200 或 \"1200.50\"(不带千分号、单位)",
                "not a decimal number; write it like 1200 or \"1200.50\", without separators or unit");
    }

    static Refusal numberTooBig(String pointer) {
        return new Refusal(
                pointer,
                "NUMBER_TOO_BIG",
                "数字至多 14 位整数、4 位小数,请核对",
                "at most 14 digits before the point and 4 after; check the figure");
    }

    static Refusal outOfRange(String pointer, int min, int max) {
        return new Refusal(
                pointer,
                "OUT_OF_RANGE",
                "应为 " + min + " 到 " + max + " 的整数",
                "must be a whole number from " + min + " to " + max);
    }

    static Refusal notPositive(String pointer) {
        return new Refusal(pointer, "NOT_POSITIVE", "必须大于 0", "must be greater than 0");
    }

    static Refusal negative(String pointer) {
        return new Refusal(pointer, "NEGATIVE", "不能为负数", "must not be negative");
    }

    static Refusal zero(String pointer) {
        return new Refusal(pointer, "ZERO", "不能为 0", "must not be 0");
    }

    static Refusal badCurrency(String pointer) {
        return new Refusal(
                pointer,
                "BAD_CURRENCY",
                "不是 ISO 4217 货币代码,请写三个大写字母,如 CNY、USD",
                "not an ISO 4217 currency; write three capitals such as CNY or USD");
    }

    static Refusal noZone(String pointer) {
        return new Refusal(
                pointer,
                "NO_ZONE",
                "时间缺时区,请写成如 2026-03-02T09:30:00+08:00",
                "the time has no zone; write it like 2026-03-02T09:30:00+08:00");
    }

    static Refusal badTime(String pointer) {
        return new Refusal(
                pointer,
                "BAD_TIME",
                "不是带时区的时间(1900 至 2200 年),请写成如 2026-03-02T09:30:00+08:00",
                "not a zoned time between the years 1900 and 2200; write it like 2026-03-02T09:30:00+08:00");
    }

    static Refusal badDate(String pointer) {
        return new Refusal(
                pointer,
                "BAD_DATE",
                "不是日期(1900 至 2200 年),请写成如 2026-09-01",
                "not a date between the years 1900 and 2200; write it like 2026-09-01");
    }

    static Refusal badMonth(String pointer) {
        return new Refusal(
                pointer,
                "BAD_MONTH",
                "不是月份(1900 至 2200 年),请写成如 2026-02",
                "not a month between the years 1900 and 2200; write it like 2026-02");
    }

    static Refusal repeated(String pointer, String name) {
        return new Refusal(
                pointer,
                "REPEATED",
                name + " 在本条中重复,请各用各的号",
                name + " appears twice in this message; each needs its own");
    }
}
