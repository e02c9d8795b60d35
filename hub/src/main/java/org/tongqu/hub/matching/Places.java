package org.tongqu.hub.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Provinces, cities and districts by their full and short names, in characters and in pinyin, and by telephone area codes. */
final class Places {
    /** A place; what is not known is empty. Names are the short ones. */
    record Place(String province, String city, String district) {
        static final Place NOWHERE = new Place("", "", "");

        boolean isNowhere() {
            return province.isEmpty() && city.isEmpty() && district.isEmpty();
        }

        /** Whether it is a place at all and may lie in the wider one: 兴安 behind 西安 is no place but a brand. */
        boolean isIn(Place wider) {
            return !isNowhere() && (wider.province.isEmpty() || province.isEmpty() || province.equals(wider.province));
        }

        /** This place, and where it does not say, the other. */
        Place or(Place other) {
            if (!province.isEmpty() && !other.province.isEmpty() && !province.equals(other.province)) {
                return this;
            }
            String its = city.isEmpty() ? other.city : city;
            boolean sameCity = its.equals(other.city) || other.city.isEmpty();
            return new Place(
                    province.isEmpty() ? other.province : province,
                    its,
                    district.isEmpty() && sameCity ? other.district : district);
        }
    }

    /** A place found at the head of a text and how many characters it took. */
    record Found(Place place, int length) {}

    static final int LONGEST = 12;

    private static final Map<String, Place> BY_NAME = new HashMap<>();
    private static final Map<String, Place> BY_SOUND = new HashMap<>();
    private static final Map<String, Place> BY_FOLDED = new HashMap<>();
    private static final Map<String, Place> BY_AREA_CODE = new HashMap<>();
    private static final Set<String> PROVINCES = new HashSet<>();
    private static final Set<String> AMBIGUOUS = new HashSet<>();

    static {
        Lexicon.lines("places.tsv").forEach(Places::city);
        Lexicon.lines("places.tsv").forEach(Places::districts);
        AMBIGUOUS.forEach(BY_NAME::remove);
        Lexicon.lines("area-codes.tsv").forEach(Places::areaCode);
        soundOfCities();
    }

    private Places() {}

    private static void city(String line) {
        String[] cells = line.split("\t", -1);
        String province = shortProvince(cells[0]);
        String city = shortCity(cells[1]);
        PROVINCES.add(cells[0]);
        boolean own = province.equals(city);
        Place whole = new Place(province, own ? city : "", "");
        BY_NAME.putIfAbsent(cells[0], whole);
        BY_NAME.putIfAbsent(province, whole);
        Place place = new Place(province, city, "");
        BY_NAME.put(cells[1], place);
        BY_NAME.putIfAbsent(city, place);
        BY_NAME.putIfAbsent(city + "市", place);
    }

    private static void districts(String line) {
        String[] cells = line.split("\t", -1);
        for (String district : cells[2].split(" ", -1)) {
            Place place = new Place(shortProvince(cells[0]), shortCity(cells[1]), shortDistrict(district));
            put(district, place);
            if (district.length() > 2 && !shortDistrict(district).equals(district)) {
                put(shortDistrict(district), place);
            }
        }
    }

    private static void put(String name, Place place) {
        Place there = BY_NAME.putIfAbsent(name, place);
        if (there != null && !there.district().isEmpty() && !there.equals(place)) {
            AMBIGUOUS.add(name);
        }
    }

    private static void areaCode(String line) {
        String[] cells = line.split("\t", -1);
        BY_AREA_CODE.put(cells[0], new Place(shortProvince(cells[1]), shortCity(cells[2]), ""));
    }

    /** 抚州 and 福州 sound the same: what is heard as either is a place, and nobody can say which. */
    private static void soundOfCities() {
        BY_NAME.forEach((name, place) -> {
            if (place.district().isEmpty() && !place.city().isEmpty()) {
                BY_SOUND.merge(Sounds.of(name), place, Places::either);
                BY_FOLDED.merge(Sounds.folded(name), place, Places::either);
            }
        });
        BY_NAME.forEach((name, place) -> {
            if (place.district().isEmpty() && place.city().isEmpty()) {
                BY_SOUND.putIfAbsent(Sounds.of(name), place);
                BY_FOLDED.putIfAbsent(Sounds.folded(name), place);
            }
        });
    }

    private static Place either(Place a, Place b) {
        return a.city().equals(b.city()) ? a : Place.NOWHERE;
    }

    static String shortProvince(String name) {
        if (name.startsWith("内蒙古")) {
            return "内蒙古";
        }
        String cut = name.replaceFirst("(维吾尔|壮族|回族)?自治区$|(特别)?行政区$", "");
        return cut.length() > 2 ? cut.replaceFirst("[省市]$", "") : cut;
    }

    static String shortCity(String name) {
        String cut = name.replaceFirst("地区$|盟$|林区$", "");
        if (cut.endsWith("自治州")) {
            cut = cut.replaceFirst("(藏族|羌族|彝族|回族|苗族|侗族|布依族|壮族|土家族|哈尼族|傣族|白族|景颇族|傈僳族|蒙古族|蒙古|哈萨克|柯尔克孜|朝鲜族)+自治州$", "");
        }
        return cut.length() > 2 ? cut.replaceFirst("市$", "") : cut;
    }

    static String shortDistrict(String name) {
        return name.length() > 2 && !name.endsWith("新区") && !name.endsWith("开发区")
                ? name.replaceFirst("(族)?自治县$|[市县区旗]$", "")
                : name;
    }

    static Optional<Place> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Optional<Place> sounding(String letters) {
        return Optional.ofNullable(BY_SOUND.getOrDefault(letters, BY_FOLDED.get(Sounds.fold(letters))));
    }

    static Optional<Place> byAreaCode(String code) {
        return Optional.ofNullable(BY_AREA_CODE.get(code));
    }

    /** The longest place at the head of a text. */
    static Optional<Found> atHead(String text) {
        for (int length = Math.min(LONGEST, text.length()); length >= 2; length--) {
            Place place = BY_NAME.get(text.substring(0, length));
            if (place != null) {
                return Optional.of(new Found(place, length));
            }
        }
        return Optional.empty();
    }

    /** The longest place at the end of a text. */
    static Optional<Found> atEnd(String text) {
        for (int length = Math.min(LONGEST, text.length()); length >= 2; length--) {
            Place place = BY_NAME.get(text.substring(text.length() - length));
            if (place != null) {
                return Optional.of(new Found(place, length));
            }
        }
        return Optional.empty();
    }

    /** The place a customer's fields tell: province, city and district as said, then what the address begins with. */
    static Place told(String province, String city, String district, String address) {
        Place said = look(city).or(look(province));
        return withDistrict(said, district).or(heads(address).place());
    }

    /** 河北省保定市 in one field: the places a text begins with, and how much of it they are. */
    private static Found heads(String text) {
        Place place = Place.NOWHERE;
        int length = 0;
        for (int i = 0; i < 3; i++) {
            Optional<Found> head = atHead(text.substring(length));
            place = place.or(head.map(Found::place).orElse(Place.NOWHERE));
            length += head.map(Found::length).orElse(0);
        }
        return new Found(place, length);
    }

    /** 保定市清苑区 as a district says the city too; a district that many cities have says itself. */
    private static Place withDistrict(Place said, String district) {
        Found heads = heads(district);
        String rest = district.substring(heads.length());
        Place own = rest.isEmpty() ? said : said.or(new Place("", "", shortDistrict(district)));
        return own.or(heads.place());
    }

    private static Place look(String name) {
        if (Script.han(name).isEmpty()) {
            return sounding(name.replaceAll("\\b(CITY|PROVINCE)\\b|[^A-Z]", "")).orElse(Place.NOWHERE);
        }
        return heads(name).place();
    }

    static List<String> provinces() {
        return PROVINCES.stream().sorted().toList();
    }
}
