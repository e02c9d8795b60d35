package org.tongqu.hub.console.web;

import java.util.List;
import org.tongqu.connectors.canon.Sender;

/** The pages a role may open, in the order of the menu; what is not in it the role cannot reach either. */
enum Menu {
    HOME("/", "home"),
    NEEDS("/needs", "needs"),
    CUSTOMERS("/customers", "customers"),
    MESSAGES("/messages", "messages"),
    REFUSED("/refused-rows", "refused"),
    BRANCHES("/branches", "branches");

    private final String path;
    private final String icon;

    Menu(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    static List<Menu> of(Sender.Role role) {
        return switch (role) {
            case ADMIN, DESK, MANAGER, AUDITOR -> List.of(HOME, NEEDS, CUSTOMERS, MESSAGES, REFUSED, BRANCHES);
            case REP -> List.of(HOME, NEEDS, CUSTOMERS, MESSAGES, REFUSED);
            case FACTORY -> List.of(HOME, NEEDS, MESSAGES);
            case BRANCH -> List.of(HOME, MESSAGES, REFUSED, BRANCHES);
            case AGENT -> List.of(HOME, MESSAGES, REFUSED);
            case TECHNICIAN -> List.of(HOME);
        };
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    public String word() {
        return "menu." + icon;
    }

    /** Whether an address lies under this entry. */
    public boolean holds(String address) {
        return this == HOME ? "/".equals(address) : address.equals(path) || address.startsWith(path + "/");
    }
}
