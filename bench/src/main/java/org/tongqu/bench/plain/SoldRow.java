package org.tongqu.bench.plain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row of the sales file as every rival checks it: the cells that must be there, a day, figures, a code that checks, a name to know the customer by. */
record SoldRow(
        String reportNo,
        String lineNo,
        LocalDate soldOn,
        String nameKey,
        String customer,
        String uscc,
        String contact,
        String phone,
        String province,
        String city,
        String productCode,
        BigDecimal qty,
        BigDecimal unitPrice,
        BigDecimal amount,
        String contractNo,
        String remark) {
    static final List<String> HEADING = List.of(
            "报表编号",
            "行号",
            "销售日期",
            "客户名称",
            "统一社会信用代码",
            "联系人",
            "电话",
            "省份",
            "城市",
            "产品编码",
            "产品名称",
            "数量",
            "含税单价",
            "金额",
            "合同号",
            "备注");

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final String USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Empty where the row must go back to its sender. */
    static Optional<SoldRow> read(List<String> cells) {
        if (cells.size() != HEADING.size() || cells.get(3).isBlank() || !checks(cells.get(4))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SoldRow(
                    cells.get(0).strip(),
                    cells.get(1).strip(),
                    LocalDate.parse(cells.get(2)),
                    nameKey(cells.get(3)),
                    cells.get(3).strip(),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8),
                    cells.get(9),
                    new BigDecimal(cells.get(11)),
                    new BigDecimal(cells.get(12)),
                    new BigDecimal(cells.get(13)),
                    cells.get(14),
                    cells.get(15)));
        } catch (DateTimeException | NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    /** Width, case, blanks and brackets make no other customer. */
    static String nameKey(String name) {
        return NOT_WORD.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean checks(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += USCC.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return USCC.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** What tells one line of the agent's from another. */
    String key() {
        return reportNo + "|" + lineNo;
    }
}
