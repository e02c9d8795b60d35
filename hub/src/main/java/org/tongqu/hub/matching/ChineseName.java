package org.tongqu.hub.matching;

import org.tongqu.hub.matching.Places.Place;

/** Takes a Chinese firm's name apart from both ends: remark, branch, form from the right; region from the left; between them ordinal, brand and trade. */
final class ChineseName {
    private ChineseName() {}

    /** @param said plain, see {@link Script#plain} */
    static NameParts parse(String said, Place at) {
        String name = Remarks.without(said);
        if (Script.han(name).isEmpty()) {
            return NameParts.NONE;
        }
        return BranchMark.of(name)
                .map(branch -> branch(name, branch))
                .orElseGet(() -> parts(name, LegalForm.of(name), at));
    }

    private static NameParts branch(String name, BranchMark branch) {
        NameParts parent = parts(name, LegalForm.of(branch.parent()), Place.NOWHERE);
        return parent.asBranch(branch.seat());
    }

    private static NameParts parts(String whole, LegalForm form, Place at) {
        NameRegions regions = NameRegions.of(form.stem(), at);
        Ordinal number = Ordinal.of(regions.rest(), !regions.isEmpty());
        boolean works = number.name().endsWith("厂");
        String core = works ? withoutWorks(number.name()) : number.name();
        int brand = brandLength(core, works || number.value() > 0, regions.isEmpty());
        String trade = core.substring(brand);
        return new NameParts(
                whole,
                withoutWorks(form.stem()) + (form.isGroup() ? "集团" : ""),
                regions.region(),
                core,
                core.substring(0, brand),
                trade,
                Trades.said(trade),
                number.value(),
                false,
                Place.NOWHERE,
                new NameParts.Form(form.company(), form.isGroup(), works),
                false,
                Sounds.folded(core.substring(0, brand)));
    }

    /** 机床厂 and 机床总厂 without 厂. */
    private static String withoutWorks(String name) {
        return name.length() > 3 ? name.replaceFirst("总?厂$", "") : name.replaceFirst("厂$", "");
    }

    private static int brandLength(String core, boolean works, boolean placeless) {
        int trade = Trades.lengthAtEnd(core);
        int brand = trade == core.length() && !works && placeless && trade == 2 ? 2 : core.length() - trade;
        if (brand == 1 && trade >= 2 && !Trades.isWord(core.substring(1))) {
            return 2;
        }
        return brand == 1 && core.length() == 1 && works ? 0 : brand;
    }
}
