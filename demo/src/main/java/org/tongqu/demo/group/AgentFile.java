package org.tongqu.demo.group;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tongqu.demo.group.Sales.Sale;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.Luck;

/**
 * 代理商月报: what one agent reports, in the encoding, separator, headings and with the slips that agent always makes.
 *
 * @param name of the file, ASCII so that it can be written under any locale
 */
record AgentFile(String agent, String name, byte[] bytes) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CHINESE = "报告期,行号,销售日期,客户名称,统一社会信用代码,省份,城市,产品型号,产品名称,数量,含税单价,金额,合同号,收款金额,备注";
    private static final String ENGLISH =
            "period,line_no,sold_on,customer_name,uscc,province,city,model,product_name,qty,unit_price,amount,contract_no,paid,remark";
    private static final List<String> REMARKS = List.of("分期付款", "老客户", "样机", "含运费", "旧机折价", "展会成交", "厂家直发", "尾款月底付");

    /** How an agent writes; every fifth writes alike. */
    private record Habit(Charset charset, boolean mark, char separator, String heading, double slips) {
        private static final List<Habit> ALL = List.of(
                new Habit(StandardCharsets.UTF_8, true, ',', CHINESE, 0),
                new Habit(GB18030, false, ',', CHINESE, 0.004),
                new Habit(StandardCharsets.UTF_8, false, ';', CHINESE, 0.02),
                new Habit(GB18030, false, ',', CHINESE, 0.04),
                new Habit(StandardCharsets.UTF_8, false, '\t', ENGLISH, 0.002));

        static Habit of(Agent agent) {
            return ALL.get(Math.floorMod(agent.number() - 2, ALL.size()));
        }

        byte[] written(List<String> lines) {
            String text = String.join("\r\n", lines).replace(',', separator) + "\r\n";
            return ((mark ? "\uFEFF" : "") + text).getBytes(charset);
        }
    }

    /** One month, as it is sent on the first days of the next. */
    static AgentFile monthly(Agent agent, YearMonth month, List<Sale> sales) {
        return new AgentFile(agent.code(), "sales-" + month + ".csv", bytes(agent, List.of(sales)));
    }

    /** The month so far, sent while it lasts. */
    static AgentFile soFar(Agent agent, String name, List<Sale> sales) {
        return new AgentFile(agent.code(), name, bytes(agent, List.of(sales)));
    }

    /** 补报历史: all earlier months in one file, with a total under each. */
    static AgentFile history(Agent agent, List<List<Sale>> months) {
        YearMonth from = months.getFirst().getFirst().month();
        YearMonth to = months.getLast().getFirst().month();
        return new AgentFile(agent.code(), "history-%s-%s.csv".formatted(from, to), bytes(agent, months));
    }

    /** 发错的文件: a page saved from a browser under a workbook's name, which nobody can take for a report. */
    static AgentFile wrong(Agent agent, String name) {
        String page =
                "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>销售明细</td></tr></table></body></html>\n";
        return new AgentFile(agent.code(), name, page.getBytes(StandardCharsets.UTF_8));
    }

    /** 发错的文件: the stock list instead of the report. */
    static AgentFile stock(Agent agent) {
        String list = "仓库,货位,库存量\r\n一号库,A-03,4\r\n一号库,A-07,2\r\n";
        return new AgentFile(agent.code(), "stock.csv", list.getBytes(GB18030));
    }

    /** Lines under the heading, totals among them; a line feed is one byte in all of the charsets. */
    long rows() {
        return java.util.stream.IntStream.range(0, bytes.length)
                        .filter(at -> bytes[at] == '\n')
                        .count()
                - 1;
    }

    private static byte[] bytes(Agent agent, Collection<List<Sale>> months) {
        Habit habit = Habit.of(agent);
        List<String> lines = new ArrayList<>();
        lines.add(habit.heading());
        for (List<Sale> month : months) {
            month.forEach(sale -> lines.addAll(lines(agent, habit, sale)));
            if (months.size() > 1) {
                lines.add(total(month));
            }
        }
        return habit.written(lines);
    }

    /** Mostly one; a tired hand pastes a row twice. */
    private static List<String> lines(Agent agent, Habit habit, Sale sale) {
        Luck luck = Luck.of("line %s %s %d".formatted(agent.code(), sale.month(), sale.row()));
        String line = String.join(",", cells(agent, sale, luck, luck.falls(habit.slips()) ? luck.between(1, 4) : 0));
        return luck.falls(habit.slips() / 2) ? List.of(line, line) : List.of(line);
    }

    private static String total(List<Sale> month) {
        int quantity = month.stream().mapToInt(Sale::quantity).sum();
        String amount = month.stream()
                .map(Sale::amount)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .toPlainString();
        return "合计,,,,,,,,," + quantity + ",," + amount + ",,,";
    }

    /** @param slip what is wrong with the row: a day that is none, a quantity in words, a customer left out, a sum that does not add up; 0 for nothing */
    private static List<String> cells(Agent agent, Sale sale, Luck luck, int slip) {
        String amount = (slip == 4 ? sale.amount().multiply(java.math.BigDecimal.TEN) : sale.amount()).toPlainString();
        return List.of(
                sale.month().toString(),
                String.valueOf(sale.row()),
                slip == 1 ? sale.month() + "-32" : sale.on().toString(),
                slip == 3 ? "" : sale.firm().asTyped(),
                luck.falls(0.35) ? sale.firm().uscc() : "",
                sale.firm().province(),
                sale.firm().city(),
                sale.product().code(),
                sale.product().name(),
                slip == 2 ? "若干" : String.valueOf(sale.quantity()),
                sale.price().toPlainString(),
                amount,
                "DL-%s-%s-%03d".formatted(agent.code().substring(agent.code().length() - 4), sale.month(), sale.row()),
                luck.falls(0.6) ? amount : "0.00",
                luck.falls(0.25) ? luck.oneOf(REMARKS) : "");
    }
}
