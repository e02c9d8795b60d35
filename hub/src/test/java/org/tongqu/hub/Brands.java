package org.tongqu.hub;

import java.util.concurrent.atomic.AtomicInteger;

/** Brands of firms that exist in one test alone: any two differ in two characters of three at least, and in their sound. */
public final class Brands {
    private static final String CHARACTERS = "祥诺隆凯捷朗润联腾荣贝邦阳双宁洲港环登耀迈雄骏鹏协夏寿桂盾蒙派秀秋鼎丹兆冰唐坤妙拓旋曼琼硕群赛";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Brands() {}

    public static String next() {
        int n = CHARACTERS.length();
        int number = NEXT.getAndIncrement();
        int first = number / n % n;
        int second = number % n;
        return "" + CHARACTERS.charAt(first) + CHARACTERS.charAt(second) + CHARACTERS.charAt((first + second) % n);
    }

    /** A machine-tool works in Shenyang that no other test speaks of. */
    public static String firm() {
        return "沈阳" + next() + "机床厂";
    }
}
