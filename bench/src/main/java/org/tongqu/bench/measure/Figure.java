package org.tongqu.bench.measure;

/** One line that programs read: name, value, unit, note, parted by tabs. */
public record Figure(String name, String value, String unit, String note) {
    public Figure {
        if (!name.matches("[a-z0-9_.]+")) {
            throw new IllegalArgumentException("name " + name);
        }
        unit = oneCell(unit);
        note = oneCell(note);
    }

    public static Figure of(String name, Spread spread, String unit) {
        return new Figure(name, Spread.plain(spread.median()), unit, spread.range());
    }

    public static Figure of(String name, double value, String unit, String note) {
        return new Figure(name, Spread.plain(value), unit, note);
    }

    public static Figure of(String name, Spread spread, String unit, Aim aim) {
        return new Figure(name, Spread.plain(spread.median()), unit, aim.told(spread.median()) + "; " + spread.range());
    }

    public static Figure ratio(String name, Spread ratio) {
        return new Figure(name, Spread.plain(ratio.median()), "ratio", believable(ratio));
    }

    public static Figure ratio(String name, Spread ratio, Aim aim) {
        return new Figure(
                name, Spread.plain(ratio.median()), "ratio", aim.told(ratio.median()) + "; " + believable(ratio));
    }

    private static String believable(Spread ratio) {
        return ratio.range() + (ratio.straddlesOne() ? "; no difference shown" : "");
    }

    private static String oneCell(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    public String line() {
        return String.join("\t", name, value, unit, note);
    }
}
