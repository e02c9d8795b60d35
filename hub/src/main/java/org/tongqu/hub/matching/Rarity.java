package org.tongqu.hub.matching;

/** How much a brand tells: the sum over its characters of how seldom brands use them, in bits. */
final class Rarity {
    private static final int UNSEEN = 17;
    private static final int LETTER = 3;
    private static final byte[] BITS = new byte[Character.MAX_VALUE + 1];

    static {
        for (String line : Lexicon.lines("brand-characters.tsv")) {
            int tab = line.indexOf('\t');
            for (int i = tab + 1; i < line.length(); i++) {
                char c = line.charAt(i);
                BITS[c] = Byte.parseByte(line.substring(0, tab));
            }
        }
    }

    private Rarity() {}

    static int bits(String brand) {
        int bits = 0;
        for (int i = 0; i < brand.length(); i++) {
            int known = BITS[brand.charAt(i)];
            bits += known > 0 ? known : Script.isHan(brand.charAt(i)) ? UNSEEN : LETTER;
        }
        return bits;
    }
}
