package org.tongqu.hub.console.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Problem;

/** The pages a role may open, in the order of the menu; what is not in it the role cannot reach either. */
enum Menu {
    HOME("/", "home", Group.NONE),
    REMINDERS("/reminders", "reminders", Group.NONE),
    NEEDS("/needs", "needs", Group.NEEDS),
    DISPATCH("/dispatch", "dispatch", Group.NEEDS),
    SERVICE("/service", "service", Group.NEEDS),
    ACTIONS("/actions", "actions", Group.VISITS),
    SERVED("/agent-needs", "served", Group.NEEDS),
    SUPPLY("/supply-offers", "supply", Group.NEEDS),
    ANALYSIS("/analysis", "analysis", Group.NEEDS),
    COVERAGE("/coverage", "coverage", Group.VISITS),
    CLOCKS("/clocks", "clocks", Group.NEEDS),
    CUSTOMERS("/customers", "customers", Group.CUSTOMERS),
    DOUBTS("/doubts", "doubts", Group.CUSTOMERS),
    CADENCE("/cadence", "cadence", Group.VISITS),
    HANDBOOK("/handbook", "handbook", Group.VISITS),
    PLANS("/plans", "plans", Group.VISITS),
    NOTES("/notes", "notes", Group.CUSTOMERS),
    HANDOVERS("/handovers", "handovers", Group.CUSTOMERS),
    LOOKUP("/lookup", "lookup", Group.CUSTOMERS),
    CONFLICTS("/conflicts", "conflicts", Group.CUSTOMERS),
    IMPORTS("/imports", "imports", Group.CUSTOMERS),
    RIVALS("/rivals", "rivals", Group.SALES),
    ORDERS("/orders", "orders", Group.SALES),
    AGENTS("/agents", "agents", Group.SALES),
    SUPPORT("/agent-support", "support", Group.SALES),
    REPORTS("/reports", "reports", Group.SALES),
    RECONCILIATION("/reconciliation", "reconciliation", Group.SALES),
    QUESTIONS("/questions", "questions", Group.SALES),
    UPLOAD("/upload", "upload", Group.SALES),
    NETWORK("/network", "network", Group.NETWORK),
    MESSAGES("/messages", "messages", Group.NETWORK),
    REFUSED("/refused-rows", "refused", Group.NETWORK),
    PARKED("/parked", "parked", Group.NETWORK),
    BRANCHES("/branches", "branches", Group.NETWORK),
    PARTNERS("/partners", "partners", Group.NETWORK),
    HEALTH("/health", "health", Group.NETWORK),
    PEOPLE("/people", "people", Group.ADMIN);

    /** Letters after G; an entry that has none is reached by the palette. */
    private static final Map<String, String> KEYS = Map.of(
            "home",
            "h",
            "needs",
            "n",
            "customers",
            "c",
            "messages",
            "m",
            "partners",
            "p",
            "network",
            "w",
            "orders",
            "o",
            "doubts",
            "d",
            "reconciliation",
            "r");

    private final String path;
    private final String icon;
    private final Group group;

    Menu(String path, String icon, Group group) {
        this.path = path;
        this.icon = icon;
        this.group = group;
    }

    static List<Menu> of(Sender.Role role) {
        return switch (role) {
            case ADMIN ->
                List.of(
                        HOME,
                        REMINDERS,
                        NEEDS,
                        DISPATCH,
                        SERVICE,
                        ACTIONS,
                        SUPPLY,
                        ANALYSIS,
                        COVERAGE,
                        CLOCKS,
                        CUSTOMERS,
                        CADENCE,
                        HANDBOOK,
                        HANDOVERS,
                        CONFLICTS,
                        IMPORTS,
                        RIVALS,
                        ORDERS,
                        AGENTS,
                        SUPPORT,
                        REPORTS,
                        RECONCILIATION,
                        NETWORK,
                        MESSAGES,
                        REFUSED,
                        PARKED,
                        BRANCHES,
                        PARTNERS,
                        HEALTH,
                        PEOPLE);
            case AUDITOR ->
                List.of(
                        HOME,
                        NEEDS,
                        DISPATCH,
                        SERVICE,
                        ACTIONS,
                        SUPPLY,
                        ANALYSIS,
                        COVERAGE,
                        CLOCKS,
                        CUSTOMERS,
                        CADENCE,
                        HANDBOOK,
                        HANDOVERS,
                        CONFLICTS,
                        IMPORTS,
                        RIVALS,
                        ORDERS,
                        AGENTS,
                        SUPPORT,
                        REPORTS,
                        RECONCILIATION,
                        NETWORK,
                        MESSAGES,
                        REFUSED,
                        PARKED,
                        BRANCHES,
                        PARTNERS,
                        HEALTH,
                        PEOPLE);
            case DESK ->
                List.of(
                        HOME,
                        REMINDERS,
                        NEEDS,
                        DISPATCH,
                        SERVICE,
                        ACTIONS,
                        SUPPLY,
                        ANALYSIS,
                        COVERAGE,
                        CLOCKS,
                        CUSTOMERS,
                        DOUBTS,
                        CADENCE,
                        HANDBOOK,
                        PLANS,
                        NOTES,
                        HANDOVERS,
                        LOOKUP,
                        CONFLICTS,
                        IMPORTS,
                        RIVALS,
                        ORDERS,
                        AGENTS,
                        SUPPORT,
                        REPORTS,
                        RECONCILIATION,
                        NETWORK,
                        MESSAGES,
                        REFUSED,
                        PARKED,
                        BRANCHES,
                        PARTNERS,
                        HEALTH);
            case MANAGER ->
                List.of(
                        HOME,
                        REMINDERS,
                        NEEDS,
                        DISPATCH,
                        SERVICE,
                        ACTIONS,
                        SUPPLY,
                        ANALYSIS,
                        COVERAGE,
                        CLOCKS,
                        CUSTOMERS,
                        CADENCE,
                        HANDBOOK,
                        PLANS,
                        NOTES,
                        HANDOVERS,
                        LOOKUP,
                        CONFLICTS,
                        IMPORTS,
                        RIVALS,
                        ORDERS,
                        SUPPORT,
                        REPORTS,
                        RECONCILIATION,
                        NETWORK,
                        MESSAGES,
                        REFUSED,
                        BRANCHES);
            case REP ->
                List.of(
                        HOME, REMINDERS, NEEDS, DISPATCH, SERVICE, ACTIONS, SUPPLY, ANALYSIS, COVERAGE, CLOCKS,
                        CUSTOMERS, CADENCE, HANDBOOK, PLANS, NOTES, HANDOVERS, LOOKUP, CONFLICTS, IMPORTS, RIVALS,
                        ORDERS, MESSAGES, REFUSED);
            case FACTORY -> List.of(HOME, NEEDS, SUPPLY, ANALYSIS, RIVALS, ORDERS, MESSAGES);
            case BRANCH -> List.of(HOME, SUPPORT, MESSAGES, REFUSED, BRANCHES);
            case AGENT ->
                List.of(HOME, SERVED, SERVICE, LOOKUP, ORDERS, AGENTS, REPORTS, QUESTIONS, UPLOAD, MESSAGES, REFUSED);
            case TECHNICIAN -> List.of(HOME, REMINDERS, DISPATCH, SERVICE);
        };
    }

    /** The same by groups, in the order of the menu. */
    static Map<Group, List<Menu>> grouped(Sender.Role role) {
        Map<Group, List<Menu>> groups = new EnumMap<>(Group.class);
        of(role).forEach(entry ->
                groups.computeIfAbsent(entry.group, none -> new ArrayList<>()).add(entry));
        return groups;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    public @Nullable String key() {
        return KEYS.get(icon);
    }

    public String word() {
        return "menu." + icon;
    }

    /** A page that no act stands for is read by those whose menu offers it. */
    void require(Sender reader) {
        if (!of(reader.role()).contains(this)) {
            throw Problem.notAllowed(reader.role().name()).said();
        }
    }

    /** Whether an address lies under this entry. */
    public boolean holds(String address) {
        return this == HOME ? "/".equals(address) : address.equals(path) || address.startsWith(path + "/");
    }

    /** What stands together under one heading; the first have none. */
    enum Group {
        NONE,
        NEEDS,
        CUSTOMERS,
        VISITS,
        SALES,
        NETWORK,
        ADMIN
    }
}
