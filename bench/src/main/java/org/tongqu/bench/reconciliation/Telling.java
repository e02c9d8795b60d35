package org.tongqu.bench.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.reconciliation.Deal.Twist;
import org.tongqu.bench.stage.Hub;

/** Tells the year by the roads its people have: agents drop files, a factory sends its orders, customers speak on visits. */
final class Telling {
    private static final String HEADING = "报表编号,行号,销售日期,客户名称,统一社会信用代码,省份,城市,产品编码,数量,含税单价\n";
    private static final int AT_ONCE = 200;
    private static final int STATED_IN_100 = 3;
    private static final int BACK = 2;

    private final Hub hub;
    private final Year year;
    private final SplittableRandom chance;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long lines;

    Telling(Hub hub, Year year) {
        this.hub = hub;
        this.year = year;
        this.chance = new SplittableRandom(year.seed() + 1);
    }

    /** How many lines the agents' reports have. */
    long all() throws IOException, InterruptedException {
        Map<Integer, List<Sale>> reports = year.deals().stream()
                .flatMap(deal -> Sale.of(year, deal, chance).stream())
                .collect(Collectors.groupingBy(Sale::agent));
        for (int agent = 0; agent < year.agents(); agent++) {
            hub.administer(
                    "POST",
                    "/api/v1/partners",
                    "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"对账代理商 %d\",\"region\":\"NE\"}"
                            .formatted(Year.agent(agent), agent));
        }
        for (int agent = 0; agent < year.agents(); agent++) {
            drop(agent, reports.getOrDefault(agent, List.of()));
        }
        post("factory-mt1", "/api/v1/orders", orders());
        post("desk", "/api/v1/visits", visits());
        for (int agent = 0; agent < year.agents(); agent++) {
            awaitReceipt(agent);
        }
        return lines;
    }

    private void drop(int agent, List<Sale> sales) throws IOException {
        StringBuilder file = new StringBuilder(HEADING);
        for (int n = 0; n < sales.size(); n++) {
            file.append(line(n + 1, sales.get(n)));
        }
        lines += sales.size();
        Path in = Files.createDirectories(hub.dropFolder(Year.agent(agent)).resolve("in"));
        Path part = Files.writeString(in.resolve("year.csv.part"), file, UTF_8);
        Files.move(part, in.resolve("year.csv"), ATOMIC_MOVE);
    }

    private String line(int n, Sale sale) {
        int firm = sale.agent() * year.customers() + sale.customer();
        return "Y2025,%d,%s,%s,%s,辽宁省,%s,%s,%d,1000.00%n"
                .formatted(
                        n,
                        sale.day(),
                        year.name(sale.agent(), sale.customer()),
                        year.uscc(sale.agent(), sale.customer()),
                        Names.city(firm),
                        written(Year.product(sale.product()), n),
                        sale.qty());
    }

    /** A code as people write it. */
    private static String written(String code, int n) {
        return switch (n % 4) {
            case 1 -> code.substring(0, 2).toLowerCase(java.util.Locale.ROOT) + code.substring(2);
            case 2 -> code.substring(0, 2) + "-" + code.substring(2);
            default -> code;
        };
    }

    private List<String> orders() {
        Map<String, List<Deal>> byOrder = year.deals().stream()
                .collect(Collectors.groupingBy(
                        deal -> "REC-%02d-%03d-%s".formatted(deal.agent(), deal.customer(), deal.month()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<String> orders = new ArrayList<>();
        byOrder.forEach((number, deals) -> orders.add(order(number, deals)));
        return orders;
    }

    private String order(String number, List<Deal> deals) {
        Deal first = deals.getFirst();
        List<String> ordered = new ArrayList<>();
        List<String> shipments = new ArrayList<>();
        for (int n = 1; n <= deals.size(); n++) {
            Deal deal = deals.get(n - 1);
            ordered.add(
                    "{\"lineNo\":\"%d\",\"productCode\":\"%s\",\"productClass\":\"MACHINE_TOOL\",\"qty\":\"%d\",\"unitPrice\":\"1000.00\"}"
                            .formatted(n, Year.product(deal.product()), deal.shipped()));
            boolean late = deal.twist() == Twist.LAG;
            shipments.add(shipment("A" + n, deal, late ? 27 : chance.nextInt(9, 16), n, deal.shipped()));
            if (deal.twist() == Twist.RETURN) {
                shipments.add(shipment("R" + n, deal, 20, n, -BACK));
            }
        }
        return """
                {"orderNo":"%s","orderedAt":"%s-02T08:00:00+08:00","customer":{"name":"%s","uscc":"%s","province":"辽宁省","city":"%s"},"agent":"%s","currency":"CNY","lines":[%s],"shipments":[%s]}""".formatted(
                        number,
                        first.month(),
                        year.name(first.agent(), first.customer()),
                        year.uscc(first.agent(), first.customer()),
                        Names.city(first.agent() * year.customers() + first.customer()),
                        Year.agent(first.agent()),
                        String.join(",", ordered),
                        String.join(",", shipments));
    }

    private static String shipment(String no, Deal deal, int day, int line, int qty) {
        return "{\"shipmentNo\":\"%s\",\"shippedAt\":\"%s-%02dT10:00:00+08:00\",\"lines\":[{\"lineNo\":\"%d\",\"qty\":\"%d\"}]}"
                .formatted(no, deal.month(), day, line, qty);
    }

    private List<String> visits() {
        List<String> visits = new ArrayList<>();
        for (Deal deal : year.deals()) {
            boolean less = deal.twist() == Twist.CUSTOMER_KNOWS_LESS;
            if (less || (deal.twist() == Twist.NONE && chance.nextInt(100) < STATED_IN_100)) {
                visits.add(visit(visits.size(), deal, less ? deal.shipped() - 1 : deal.shipped()));
            }
        }
        return visits;
    }

    private String visit(int number, Deal deal, int stated) {
        return """
                {"formatVersion":1,"visitNo":"REC-%06d","rep":"rep-ne-1","visitedAt":"2026-02-02T09:30:00+08:00","customer":{"name":"%s","uscc":"%s","province":"辽宁省","city":"%s"},"salesStatements":[{"productCode":"%s","qty":"%d","boughtFrom":"%s","month":"%s"}]}""".formatted(
                        number,
                        year.name(deal.agent(), deal.customer()),
                        year.uscc(deal.agent(), deal.customer()),
                        Names.city(deal.agent() * year.customers() + deal.customer()),
                        Year.product(deal.product()),
                        stated,
                        Year.agent(deal.agent()),
                        deal.month());
    }

    void post(String login, String path, List<String> items) throws IOException, InterruptedException {
        for (int at = 0; at < items.size(); at += AT_ONCE) {
            List<String> some = items.subList(at, Math.min(at + AT_ONCE, items.size()));
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
                            .header("Content-Type", "application/x-ndjson")
                            .header("Authorization", Hub.basic(login, "demo"))
                            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", some)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 429 || answer.statusCode() == 503) {
                TimeUnit.MILLISECONDS.sleep(500);
                at -= AT_ONCE;
            } else if (answer.statusCode() / 100 != 2 || answer.body().contains("REFUSED")) {
                throw new WrongResult(path + ":" + answer.body(), path + ": " + answer.body());
            }
        }
    }

    private void awaitReceipt(int agent) throws IOException, InterruptedException {
        Path receipt = hub.dropFolder(Year.agent(agent)).resolve("out").resolve("year.csv.receipt.json");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(30);
        while (!Files.exists(receipt)) {
            if (System.nanoTime() > end) {
                throw new WrongResult("没有等到回执:" + receipt, "no receipt came: " + receipt);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        String said = Files.readString(receipt);
        if (!said.replace(" ", "").contains("\"status\":\"TAKEN\"")) {
            throw new WrongResult("回执:" + said, "receipt: " + said);
        }
    }
}
