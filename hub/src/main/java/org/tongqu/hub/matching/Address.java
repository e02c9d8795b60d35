package org.tongqu.hub.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Road and house number, the part of an address that survives everybody's habits.
 *
 * @param road its sound without 路 or 大道, folded
 * @param number empty where none is said
 */
record Address(String road, String number) {
    static final Address NONE = new Address("", "");

    private static final Pattern CHINESE = Pattern.compile("(\\p{IsHan}{2,12})\\s*(\\d{1,7})");
    private static final Pattern ROAD_ONLY = Pattern.compile("(\\p{IsHan}{2,6}(?:路|街|大道|巷))(?:\\p{IsHan}|$)");
    private static final Pattern ENGLISH =
            Pattern.compile("(?:NO\\.?\\s*)?(\\d{1,6})[,\\s]+([A-Z' ]+?)\\s*(?:ROAD|RD|STREET|ST|AVENUE|AVE|LANE)\\b");
    private static final Pattern TYPE = Pattern.compile("(大道|大街|路|街|道|巷|里|弄|号)$");
    private static final int ROAD = 6;

    /** @param said plain, see {@link Script#plain} */
    static Address of(String said) {
        Matcher english = ENGLISH.matcher(said);
        if (Script.han(said).isEmpty()) {
            return english.find()
                    ? new Address(Sounds.fold(english.group(2).replace(" ", "")), english.group(1))
                    : NONE;
        }
        Matcher chinese = CHINESE.matcher(said);
        if (chinese.find()) {
            return new Address(road(chinese.group(1)), chinese.group(2));
        }
        Matcher only = ROAD_ONLY.matcher(said);
        return only.find() ? new Address(road(only.group(1)), "") : NONE;
    }

    private static String road(String said) {
        String tail = said.substring(Math.max(0, said.length() - ROAD));
        String name = tail;
        for (char edge : new char[] {'省', '市', '区', '县', '镇', '乡', '道', '旗'}) {
            int at = name.indexOf(edge);
            if (at >= 0 && at < name.length() - 3) {
                name = name.substring(at + 1);
            }
        }
        String bare = TYPE.matcher(name).replaceFirst("");
        String last = bare.length() > 3 ? bare.substring(bare.length() - 3) : bare;
        return Sounds.folded(last);
    }

    boolean isEmpty() {
        return road.isEmpty();
    }

    /** One ends as the other does: 经开区凤凰 and 凤凰. */
    boolean sameRoad(Address other) {
        return road.endsWith(other.road)
                || other.road.endsWith(road)
                || (road.length() > 4
                        && other.road.length() > 4
                        && (road.substring(0, 4).equals(other.road.substring(0, 4))
                                || road.substring(road.length() - 4)
                                        .equals(other.road.substring(other.road.length() - 4))));
    }
}
