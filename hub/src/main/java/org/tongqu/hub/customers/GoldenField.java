package org.tongqu.hub.customers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.matching.Uscc;

/** The fields of a golden record: what each weighs in a whole file, 100 in all, and what counts as filled in. */
enum GoldenField {
    NAME("name", "name", 20),
    USCC("uscc", "uscc", 20),
    PROVINCE("province", "province", 10),
    CITY("city", "city", 10),
    ADDRESS("address", "address", 15),
    CONTACT_NAME("contactName", "contact_name", 10),
    CONTACT_PHONE("contactPhone", "contact_phone", 10),
    CONTACT_TITLE("contactTitle", "contact_title", 5);

    private static final int LONGEST = 200;
    private static final Set<String> SAY_NOTHING =
            Set.of("无", "没有", "未知", "不详", "待补", "暂无", "测试", "空", "NONE", "NULL", "NA", "TEST", "UNKNOWN", "TBD");

    private final String shown;
    private final String column;
    private final int weight;

    GoldenField(String shown, String column, int weight) {
        this.shown = shown;
        this.column = column;
        this.weight = weight;
    }

    /** By the name under which pages and interfaces know it. */
    static Optional<GoldenField> called(String shown) {
        return Arrays.stream(values()).filter(each -> each.shown.equals(shown)).findFirst();
    }

    static String shown(String column) {
        return Arrays.stream(values())
                .filter(each -> each.column.equals(column))
                .map(GoldenField::shown)
                .findFirst()
                .orElse(column);
    }

    String shown() {
        return shown;
    }

    String column() {
        return column;
    }

    int weight() {
        return weight;
    }

    /** The value as a person's word is kept; empty where it cannot be meant. */
    Optional<String> meant(@Nullable String said) {
        String plain = said == null ? "" : said.strip();
        return switch (this) {
            case USCC -> Uscc.valid(plain);
            case CONTACT_PHONE ->
                Optional.of(Normalizer.normalize(plain, Normalizer.Form.NFKC)).filter(this::counts);
            default -> Optional.of(plain).filter(this::counts);
        };
    }

    /** Whether a value fills its place: a code that checks, a telephone that can ring, words that say something. */
    boolean counts(@Nullable String value) {
        if (value == null || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        return switch (this) {
            case USCC -> Uscc.valid(value).isPresent();
            case PROVINCE -> value.matches("\\p{IsHan}{2,8}(省|市|自治区|特别行政区)");
            case CONTACT_PHONE -> rings(Normalizer.normalize(value, Normalizer.Form.NFKC));
            case ADDRESS -> says(value, 4);
            default -> says(value, 2);
        };
    }

    private static boolean rings(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return phone.matches("[0-9+()\\- ]{7,24}(转 ?[0-9]{1,6})?")
                && digits.length() >= 7
                && digits.chars().distinct().count() > 1;
    }

    private static boolean says(String words, int least) {
        String letters = words.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return letters.codePointCount(0, letters.length()) >= least && !SAY_NOTHING.contains(letters);
    }
}
