package org.tongqu.demo.factory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Words.Asked;
import org.tongqu.demo.line.Words.AskedPart;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Product;

/** What a factory would supply for a demand and at what price; the same demand gets the same price every time. */
final class Pricing {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Line> lines = new ArrayList<>();
    private int leadTimeDays;

    Pricing(Asked asked) {
        Luck luck = Luck.of("price " + asked.demandId());
        List<AskedPart> parts = asked.parts() == null ? List.of() : asked.parts();
        for (AskedPart part : parts) {
            add(part, luck);
        }
        leadTimeDays += luck.between(0, 20);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    int leadTimeDays() {
        return leadTimeDays;
    }

    BigDecimal total() {
        return lines.stream()
                .map(line -> new BigDecimal(line.qty()).multiply(new BigDecimal(line.unitPrice())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private void add(AskedPart part, Luck luck) {
        Product product = Product.fitting(part.productClass(), part.productCode());
        BigDecimal price = product.listPrice()
                .multiply(BigDecimal.valueOf(luck.between(94, 106)))
                .divide(HUNDRED, 2, RoundingMode.HALF_UP);
        lines.add(new Line(
                String.valueOf(lines.size() + 1),
                product.code(),
                product.productClass(),
                product.code(),
                quantity(part.qty()),
                price.toPlainString()));
        leadTimeDays = Math.max(leadTimeDays, product.leadTimeDays());
    }

    private static String quantity(@Nullable String said) {
        return said == null ? "1" : said;
    }
}
