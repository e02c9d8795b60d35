package org.tongqu.demo.group;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Product;

/**
 * 代理商月报: one agent's sales of one month, in the encoding, separator, headings and with the slips that agent always makes.
 *
 * @param name of the file, ASCII so that it can be written under any locale
 */
record AgentFile(String agent, String name, byte[] bytes) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CHINESE = "报告期,行号,销售日期,客户名称,统一社会信用代码,省份,城市,产品型号,产品名称,数量,含税单价,金额,合同号,收款金额,备注";
    private static final String ENGLISH =
            "period,line_no,sold_on,customer_name,uscc,province,city,model,product_name,qty,unit_price,amount,contract_no,paid,remark";
    private static final int ROWS = 12;

    /** How an agent writes: the region it sells in and its habits. */
    private record Habit(String region, Charset charset, boolean mark, char separator, String heading, int slips) {}

    private static final Map<String, Habit> HABITS = Map.of(
            "agent-a002", new Habit("NE", StandardCharsets.UTF_8, true, ',', CHINESE, 0),
            "agent-a003", new Habit("E", GB18030, false, ',', CHINESE, 0),
            "agent-a004", new Habit("CS", StandardCharsets.UTF_8, false, ';', CHINESE, 1),
            "agent-a005", new Habit("SW", GB18030, false, ',', CHINESE, 2),
            "agent-a006", new Habit("NW", StandardCharsets.UTF_8, false, '\t', ENGLISH, 0));

    static List<String> agents() {
        return HABITS.keySet().stream().sorted().toList();
    }

    static AgentFile of(String agent, YearMonth month) {
        Habit habit = requireNonNull(HABITS.get(agent), agent);
        Luck luck = Luck.of(agent + " " + month);
        List<String> lines = new ArrayList<>();
        lines.add(habit.heading());
        for (int row = 1; row <= ROWS; row++) {
            lines.add(String.join(",", cells(agent, habit, month, row, luck)));
        }
        String text = String.join("\r\n", lines).replace(',', habit.separator()) + "\r\n";
        return new AgentFile(
                agent, "sales-" + month + ".csv", ((habit.mark() ? "\uFEFF" : "") + text).getBytes(habit.charset()));
    }

    private static List<String> cells(String agent, Habit habit, YearMonth month, int row, Luck luck) {
        Firm firm = luck.oneOf(Firm.in(habit.region()));
        Product product = luck.oneOf(Product.all());
        int quantity = luck.between(1, 4);
        BigDecimal price = product.listPrice().setScale(2);
        BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity));
        LocalDate sold = month.atDay(1 + row * 2);
        boolean slip = row > ROWS - habit.slips();
        return List.of(
                month.toString(),
                String.valueOf(row),
                slip && row == ROWS ? month + "-32" : sold.toString(),
                firm.asTyped(),
                luck.falls(0.4) ? firm.uscc() : "",
                firm.province(),
                firm.city(),
                product.code(),
                product.name(),
                slip && row == ROWS - 1 ? "若干" : String.valueOf(quantity),
                price.toPlainString(),
                amount.toPlainString(),
                "DL-%s-%s-%03d".formatted(agent.substring(agent.length() - 4), month, row),
                luck.falls(0.5) ? amount.toPlainString() : "0.00",
                luck.falls(0.3) ? "分期付款" : "");
    }
}
