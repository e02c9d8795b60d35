package org.tongqu.connectors.rest;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.canon.VisitReport.CompetitorSaid;
import org.tongqu.connectors.canon.VisitReport.NeedSaid;
import org.tongqu.connectors.canon.VisitReport.PartSaid;
import org.tongqu.connectors.canon.VisitReport.SalesStatement;
import org.tongqu.connectors.canon.VisitReport.UsageSaid;
import org.tongqu.connectors.canon.Wording;

/** Reads a visit in the standard format, version 1; a field it does not know (a role, an owner, a region) is never obeyed. */
public final class VisitWording implements Wording<VisitReport> {
    private static final int VERSION = 1;
    private static final int NUMBER = 64;
    private static final int NAME = 200;
    private static final int TEXT = 4_000;
    private static final List<String> CONTENT = List.of("needs", "usage", "opinions", "salesStatements", "competitors");

    @Override
    public MessageKind kind() {
        return MessageKind.VISIT;
    }

    @Override
    public String format() {
        return Document.FORMAT;
    }

    @Override
    public Reading<VisitReport> read(byte[] raw) {
        return Document.read(raw, VisitWording::visit);
    }

    private static @Nullable VisitReport visit(Fields said) {
        version(said);
        String visitNo = said.required("visitNo", field -> said.text(field, NUMBER));
        String rep = said.required("rep", field -> said.text(field, NAME));
        OffsetDateTime visitedAt = said.required("visitedAt", said::time);
        CustomerSaid customer = CustomerFields.required(said);
        List<NeedSaid> needs = said.objects("needs", VisitWording::need);
        said.unique("needs", "needNo");
        List<UsageSaid> usage = said.objects("usage", VisitWording::usage);
        List<String> opinions = said.texts("opinions", TEXT);
        List<String> suggestions = said.texts("suggestions", TEXT);
        List<CompetitorSaid> competitors = said.objects("competitors", VisitWording::competitor);
        List<SalesStatement> statements = said.objects("salesStatements", VisitWording::statement);
        notEmpty(said, opinions);
        if (visitNo == null || rep == null || visitedAt == null || customer == null) {
            return null;
        }
        return new VisitReport(
                VERSION,
                visitNo,
                rep,
                visitedAt,
                customer,
                needs,
                usage,
                opinions,
                suggestions,
                competitors,
                statements);
    }

    private static void version(Fields said) {
        BigDecimal version = said.decimal("formatVersion");
        if (version == null || version.compareTo(BigDecimal.valueOf(VERSION)) != 0) {
            said.refuse(new Refusal(
                    said.at("formatVersion"),
                    "FORMAT_VERSION",
                    "formatVersion 必须为 1,这是目前唯一的拜访格式",
                    "formatVersion must be 1, the only visit format so far"));
        }
    }

    private static void notEmpty(Fields said, List<String> opinions) {
        boolean something =
                Stream.of("needs", "usage", "salesStatements", "competitors").anyMatch(said::said);
        boolean oddOpinions = said.said("opinions") && !said.isList("opinions");
        if (!something && opinions.isEmpty() && !oddOpinions) {
            String parts = String.join(", ", CONTENT);
            said.refuse(new Refusal(
                    "",
                    "EMPTY_VISIT",
                    "拜访记录没有内容,以下至少要有一项:" + parts,
                    "the visit says nothing; at least one of these must be filled: " + parts));
        }
    }

    private static @Nullable NeedSaid need(Fields said) {
        String needNo = said.required("needNo", field -> said.label(field, NUMBER));
        String summary = said.required("summary", field -> said.text(field, TEXT));
        String functional = said.text("functional", TEXT);
        var requiredBy = said.date("requiredBy");
        var budget = said.money("budget");
        List<PartSaid> parts = said.objects("parts", VisitWording::part);
        return needNo == null || summary == null
                ? null
                : new NeedSaid(needNo, summary, functional, requiredBy, budget, parts);
    }

    private static @Nullable PartSaid part(Fields said) {
        String productClass = said.required("productClass", field -> said.text(field, NUMBER));
        String productCode = said.text("productCode", NAME);
        BigDecimal qty = said.required("qty", said::positive);
        return productClass == null || qty == null ? null : new PartSaid(productClass, productCode, qty);
    }

    private static @Nullable UsageSaid usage(Fields said) {
        String serial = said.required("serial", field -> said.label(field, NAME));
        String model = said.text("model", NAME);
        BigDecimal hours = said.notNegative("runningHours");
        Integer faults = said.whole("faults", 0, 1_000_000);
        String note = said.text("note", TEXT);
        return serial == null ? null : new UsageSaid(serial, model, hours, faults, note);
    }

    private static @Nullable CompetitorSaid competitor(Fields said) {
        String name = said.required("name", field -> said.text(field, NAME));
        String productClass = said.text("productClass", NUMBER);
        String product = said.text("product", NAME);
        var price = said.money("price");
        Integer leadTime = said.whole("leadTimeDays", 0, 10_000);
        return name == null ? null : new CompetitorSaid(name, productClass, product, price, leadTime);
    }

    private static @Nullable SalesStatement statement(Fields said) {
        String productCode = said.required("productCode", field -> said.text(field, NAME));
        BigDecimal qty = said.required("qty", said::notNegative);
        String boughtFrom = said.text("boughtFrom", NAME);
        YearMonth month = said.required("month", said::month);
        return productCode == null || qty == null || month == null
                ? null
                : new SalesStatement(productCode, qty, boughtFrom, month);
    }
}
