package org.tongqu.demo.trade;

import java.util.List;

/**
 * 代理商: a firm that sells for the group in one region.
 *
 * @param code as the hub knows it, e.g. agent-a007
 */
public record Agent(String code, String name, String region) {
    /** Belongs to people who try the hub: the demo never speaks for it. */
    private static final String KEPT_FOR_PEOPLE = "agent-a001";

    private static final List<Agent> ALL = Table.rows("agents.tsv").stream()
            .map(row -> new Agent(row[0], row[1], row[2]))
            .toList();

    public static List<Agent> all() {
        return ALL;
    }

    /** Those the demo speaks for. */
    public static List<Agent> ours() {
        return ALL.stream().filter(agent -> !agent.code.equals(KEPT_FOR_PEOPLE)).toList();
    }

    public static List<Agent> in(String region) {
        return ours().stream().filter(agent -> agent.region.equals(region)).toList();
    }

    /** Who covers that firm: the agents of a region share its firms among them. */
    public static Agent covering(Firm firm) {
        List<Agent> colleagues = in(firm.region());
        return colleagues.get(firm.number() % colleagues.size());
    }

    /** The firms it covers. */
    public List<Firm> firms() {
        List<Agent> colleagues = in(region);
        int own = colleagues.indexOf(this);
        return Firm.in(region).stream()
                .filter(firm -> firm.number() % colleagues.size() == own)
                .toList();
    }

    public int number() {
        return Integer.parseInt(code.substring(code.length() - 3));
    }
}
