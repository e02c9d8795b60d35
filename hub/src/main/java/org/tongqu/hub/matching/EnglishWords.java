package org.tongqu.hub.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of an export name that are no part of what the firm is called: legal forms, works, branches, and what is left out or written short. */
final class EnglishWords {
    static final Set<String> FORMS = Set.of(
            "CO",
            "LTD",
            "LIMITED",
            "COMPANY",
            "CORP",
            "CORPORATION",
            "INC",
            "INCORPORATED",
            "LLC",
            "LIABILITY",
            "JOINT",
            "STOCK",
            "CL",
            "COLTD",
            "PLC",
            "GMBH",
            "PTE",
            "PVT",
            "PRIVATE",
            "BHD",
            "LLP",
            "LTDA",
            "COMP");
    static final Set<String> WORKS = Set.of("FACTORY", "WORKS", "PLANT", "MILL");
    static final Set<String> BRANCH = Set.of("BRANCH", "OFFICE", "FENGONGSI");
    private static final Set<String> EMPTY =
            Set.of("GROUP", "CITY", "PROVINCE", "THE", "CHINA", "PRC", "PR", "CHINESE", "MUNICIPALITY", "");
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("TECH", "TECHNOLOGY"),
            Map.entry("TECHNOLOGIES", "TECHNOLOGY"),
            Map.entry("EQUIP", "EQUIPMENT"),
            Map.entry("EQUIPMENTS", "EQUIPMENT"),
            Map.entry("EQPT", "EQUIPMENT"),
            Map.entry("MACH", "MACHINERY"),
            Map.entry("MFG", "MANUFACTURING"),
            Map.entry("MANUFACTURE", "MANUFACTURING"),
            Map.entry("ELEC", "ELECTRIC"),
            Map.entry("IND", "INDUSTRY"),
            Map.entry("INTL", "INTERNATIONAL"),
            Map.entry("ENG", "ENGINEERING"),
            Map.entry("CHEM", "CHEMICAL"),
            Map.entry("PHARM", "PHARMACEUTICAL"));

    private EnglishWords() {}

    /** @param said capitals; P.R.C. is one word, XI'AN is XIAN, CO.LTD is two words */
    static List<String> of(String said) {
        String name = said.replaceAll("\\b([A-Z])\\.\\s?(?=[A-Z]\\b)", "$1")
                .replaceAll("'(?!S\\b)", "")
                .replaceAll("[^A-Z0-9'&]+", " ");
        return Arrays.stream(name.trim().split(" ", -1))
                .map(word -> SHORT.getOrDefault(word, word))
                .toList();
    }

    static boolean isName(String word) {
        return !FORMS.contains(word) && !WORKS.contains(word) && !BRANCH.contains(word) && !EMPTY.contains(word);
    }
}
