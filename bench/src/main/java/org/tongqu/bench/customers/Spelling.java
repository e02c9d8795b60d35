package org.tongqu.bench.customers;

/** How one firm's name is written by many. */
final class Spelling {
    private static final int CUT_OFF = 10;

    private Spelling() {}

    static String of(Firm firm, Draw draw) {
        int kind = draw.below(100);
        if (kind < 36) {
            return firm.name();
        }
        if (kind < 60) {
            return shorter(firm, kind, draw);
        }
        return kind < 84 ? adorned(firm, kind, draw) : damaged(firm, kind, draw);
    }

    private static String shorter(Firm firm, int kind, Draw draw) {
        String core = firm.brand() + firm.ordinal();
        String trade = draw.in100(50) ? firm.fullTrade() : firm.shortTrade();
        String tail = firm.branch().isEmpty() ? "" : firm.branch() + "分公司";
        if (kind < 46) {
            return firm.city().plain() + core + trade + tail;
        }
        return kind < 54 ? core + firm.fullTrade() + firm.form() + tail : core + trade + tail;
    }

    private static String adorned(Firm firm, int kind, Draw draw) {
        String name = firm.name();
        if (kind < 66) {
            return Words.traditional(name);
        }
        if (kind < 72) {
            return name + draw.of(Words.REMARKS);
        }
        if (kind < 78) {
            return name.replace(firm.city().plain(), firm.city().plain() + " ") + " ";
        }
        return "KH%05d ".formatted(draw.below(100_000)) + name;
    }

    private static String damaged(Firm firm, int kind, Draw draw) {
        String name = firm.name();
        int at = name.indexOf(firm.brand());
        if (kind < 90 && at >= 0 && !firm.brand().isEmpty()) {
            return name.substring(0, at) + Words.alike(name.charAt(at), draw) + name.substring(at + 1);
        }
        if (kind < 94) {
            return name.length() > CUT_OFF ? name.substring(0, CUT_OFF) : name;
        }
        return firm.form().equals("厂") ? name : name.replace(firm.form(), "公司");
    }
}
