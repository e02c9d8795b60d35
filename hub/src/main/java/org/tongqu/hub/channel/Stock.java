package org.tongqu.hub.channel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.sales.ChannelFacts;

/** 进货、出货、库存: what came to each agent, what it says it sold, and what lies between, by product; within the scope at hand. */
@Component
class Stock {
    private final ChannelFacts facts;
    private final OwnFirms firms;

    Stock(ChannelFacts facts, OwnFirms firms) {
        this.facts = facts;
        this.firms = firms;
    }

    /**
     * By agent; agents through whom nothing went are missing.
     *
     * @param all every agent there is, as what goes to the firm of one of them is no end user's
     */
    Map<String, List<Line>> of(Collection<String> codes, Collection<Partners.Partner> all) {
        Map<String, String> own = firms.of(all);
        List<ChannelFacts.Moved> shipped = facts.shipped(codes, own.keySet());
        Map<String, String> codeOfModel = new HashMap<>();
        shipped.stream()
                .filter(each -> each.model() != null && each.productCode() != null)
                .forEach(each -> codeOfModel.putIfAbsent(each.model(), each.productCode()));
        Sums sums = new Sums(codeOfModel);
        shipped.forEach(each -> came(each, own, sums));
        facts.reported(codes, own.keySet()).forEach(each -> went(each, own, sums, codes));
        Map<String, List<Line>> lines = sums.lines();
        lines.keySet().retainAll(Set.copyOf(codes));
        return lines;
    }

    /** As an agent may read its own: what other agents say of it stays theirs. */
    List<Line> own(String agent, Collection<Partners.Partner> all) {
        return of(List.of(agent), all).getOrDefault(agent, List.of()).stream()
                .map(Line::withoutOthers)
                .toList();
    }

    /** A delivery to an agent's own firm lies with it; any other went past its stores to the end user, and counts for the agent it came through. */
    private static void came(ChannelFacts.Moved each, Map<String, String> own, Sums sums) {
        String to = each.ownRecord() == null ? null : own.get(each.ownRecord());
        String agent = to == null ? each.agent() : to;
        if (agent != null) {
            sums.add(
                    agent,
                    each,
                    to == null
                            ? qty -> new Line("", BigDecimal.ZERO, qty, BigDecimal.ZERO, BigDecimal.ZERO)
                            : qty -> new Line("", qty, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        }
    }

    /** What an agent sells to another's firm leaves the one and comes to the other. */
    private static void went(ChannelFacts.Moved each, Map<String, String> own, Sums sums, Collection<String> codes) {
        String from = Objects.requireNonNull(each.agent());
        String to = each.ownRecord() == null ? null : own.get(each.ownRecord());
        if (codes.contains(from)) {
            sums.add(from, each, qty -> new Line("", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, qty));
        }
        if (to != null && !to.equals(from)) {
            sums.add(to, each, qty -> new Line("", BigDecimal.ZERO, BigDecimal.ZERO, qty, BigDecimal.ZERO));
        }
    }

    /**
     * One product at one agent.
     *
     * @param toStock shipped by factories to the agent's own firm
     * @param direct shipped by factories through the agent to an end user
     * @param fromAgents sold to it by other agents, as those say
     * @param through sold on, as the agent says
     */
    record Line(String product, BigDecimal toStock, BigDecimal direct, BigDecimal fromAgents, BigDecimal through) {
        static final Line NONE = new Line("", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal in() {
            return toStock.add(direct).add(fromAgents);
        }

        BigDecimal stock() {
            return in().subtract(through);
        }

        Line plus(Line other) {
            return new Line(
                    product,
                    toStock.add(other.toStock),
                    direct.add(other.direct),
                    fromAgents.add(other.fromAgents),
                    through.add(other.through));
        }

        Line withoutOthers() {
            return new Line(product, toStock, direct, BigDecimal.ZERO, through);
        }

        Line of(String named) {
            return new Line(named, toStock, direct, fromAgents, through);
        }
    }

    /** Sums by agent and product; a line that names only a model is that of the product that was shipped under it. */
    private static final class Sums {
        private final Map<String, String> codeOfModel;
        private final Map<String, Map<String, Line>> lines = new HashMap<>();

        Sums(Map<String, String> codeOfModel) {
            this.codeOfModel = codeOfModel;
        }

        void add(String agent, ChannelFacts.Moved moved, Function<BigDecimal, Line> line) {
            String product = product(moved.productCode(), moved.model());
            lines.computeIfAbsent(agent, none -> new TreeMap<>())
                    .merge(product, line.apply(moved.qty()).of(product), Line::plus);
        }

        private String product(@Nullable String code, @Nullable String model) {
            if (code != null) {
                return code;
            }
            return model == null ? "?" : codeOfModel.getOrDefault(model, model);
        }

        Map<String, List<Line>> lines() {
            Map<String, List<Line>> found = new HashMap<>();
            lines.forEach((agent, products) -> found.put(agent, List.copyOf(products.values())));
            return found;
        }
    }
}
