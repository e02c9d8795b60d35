package org.tongqu.hub.matching;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name with its 有限责任公司 taken off, however much of that is there.
 *
 * @param stem what stands before the form
 * @param company the form as written
 */
record LegalForm(String stem, String company) {
    private static final Pattern FORM = Pattern.compile("(集团)?(股份)?(有限)?(责任)?(公司|公|司)?$");
    private static final Pattern LONG_FORM = Pattern.compile("(?<=..)(集团.*(公司|限|份|公|司).*|股份.*|有限.*|集团)$");
    private static final List<String> CUT_FORMS =
            List.of("有限责任公", "有限责任", "有限责", "有限公", "有限", "股份有", "股份", "有", "限公司", "责任公司", "总公司", "公司", "集团");

    static LegalForm of(String name) {
        Matcher whole = LONG_FORM.matcher(name);
        LegalForm left = new LegalForm(name, "");
        left = whole.find() ? left.cut(whole.start()) : left;
        for (int before = -1; before != left.stem.length(); ) {
            before = left.stem.length();
            left = left.withoutForm().withoutCutForm();
        }
        return left;
    }

    private LegalForm cut(int at) {
        return new LegalForm(stem.substring(0, at), stem.substring(at) + company);
    }

    private LegalForm withoutForm() {
        Matcher form = FORM.matcher(stem);
        boolean enough = form.find() && form.start() >= (form.group().equals("公司") ? 1 : 2);
        return enough ? cut(form.start()) : this;
    }

    private LegalForm withoutCutForm() {
        for (String cut : CUT_FORMS) {
            if (stem.endsWith(cut) && stem.length() >= cut.length() + 2) {
                return cut(stem.length() - cut.length());
            }
        }
        return this;
    }

    boolean isGroup() {
        return company.contains("集团");
    }
}
