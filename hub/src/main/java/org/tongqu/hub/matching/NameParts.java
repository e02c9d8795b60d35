package org.tongqu.hub.matching;

import java.util.List;

/**
 * A firm's name taken apart; what it does not say is empty.
 *
 * @param whole the name as one way of writing has it, without remarks
 * @param bare the name as it is written but for the legal form and 厂
 * @param core brand and trade together, as they stand in the name
 * @param brand in characters, or in capital letters where only an English name is known
 * @param trades the trades the words mean
 * @param ordinal 2 for 第二, 二厂, No. 2; 0 for none
 * @param branch whether it says 分公司, office or branch
 * @param seat where the branch is
 * @param sound how the brand sounds, folded; the same from characters and from pinyin
 * @param form 有限公司 and the like as written
 */
record NameParts(
        String whole,
        String bare,
        Places.Place region,
        String core,
        String brand,
        String trade,
        List<Integer> trades,
        int ordinal,
        boolean branch,
        Places.Place seat,
        Form form,
        boolean english,
        String sound) {
    static final NameParts NONE = new NameParts(
            "", "", Places.Place.NOWHERE, "", "", "", List.of(), 0, false, Places.Place.NOWHERE, Form.NONE, false, "");

    /** What a name says about the firm's form. */
    record Form(String company, boolean group, boolean works) {
        static final Form NONE = new Form("", false, false);
    }

    NameParts asBranch(Places.Place its) {
        return new NameParts(
                whole, whole, region, core, brand, trade, trades, ordinal, true, its, form, english, sound);
    }

    /** Whether it says 公司, or Co., Ltd.: a full name. */
    boolean isCompany() {
        return form.company().endsWith("公司") || (english && !form.company().isEmpty());
    }

    boolean isEmpty() {
        return whole.isEmpty();
    }
}
