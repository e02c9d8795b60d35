package org.tongqu.hub;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brands of firms that exist in one test alone: any two differ in two characters of three at least, and in their sound. There are some
 * 3,400 of them; a run that wants more is told so, for a brand given twice joins the customers of two tests.
 */
public final class Brands {
    /** As many as a prime number, each of another sound; then no two brands agree in two places. */
    private static final String CHARACTERS = "祥诺隆凯捷朗润联腾荣贝邦双登耀迈雄骏鹏协夏寿盾派秀秋鼎丹兆坤妙拓旋曼琼硕赛" + "卓哲森泽浩晟翰毅冠炬磊霖岚墨楠萌菲穆珂帆枫桓慧聪";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Brands() {}

    /** The third character keeps brands apart whose first two are the same in another order. */
    public static String next() {
        int n = CHARACTERS.length();
        while (true) {
            int number = NEXT.getAndIncrement();
            if (number >= n * (n - 1)) {
                throw new IllegalStateException("All brands are given: add characters of other sounds");
            }
            int first = 1 + number / n;
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
