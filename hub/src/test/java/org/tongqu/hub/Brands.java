package org.tongqu.hub;

import java.util.concurrent.atomic.AtomicInteger;

/** Brands of firms that exist in one test alone: any two differ in two characters of three at least, and in their sound. */
public final class Brands {
    private static final String CHARACTERS = "祥诺隆凯捷朗润联腾荣贝邦双登耀迈雄骏鹏协夏寿盾派秀秋鼎丹兆坤妙拓旋曼琼硕赛";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Brands() {}

    /** The third character keeps brands apart whose first two are the same in another order. */
    public static String next() {
        int n = CHARACTERS.length();
        while (true) {
            int number = NEXT.getAndIncrement();
            int first = 1 + number / n % (n - 1);
            int second = number % n;
            int third = (2 * first + second) % n;
            if (first != second && second != third && first != third) {
                return "" + CHARACTERS.charAt(first) + CHARACTERS.charAt(second) + CHARACTERS.charAt(third);
            }
        }
    }

    /** A machine-tool works in Shenyang that no other test speaks of. */
    public static String firm() {
        return "沈阳" + next() + "机床厂";
    }
}
