package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.hub.matching.Places.Found;
import org.tongqu.hub.matching.Places.Place;

/** The places a Chinese name begins with, or has between brand and trade, and what is left of it. */
final class NameRegions {
    private static final int MOST = 4;

    private final List<Place> found = new ArrayList<>();
    private final Place at;
    private String name;

    private NameRegions(String name, Place at) {
        this.name = name;
        this.at = at;
    }

    /** @param at where the firm is: what its fields say */
    static NameRegions of(String name, Place at) {
        NameRegions its = new NameRegions(name, at);
        its.takeHeads();
        if (its.found.isEmpty()) {
            its.takeMisspelt();
        }
        if (its.found.isEmpty()) {
            its.takeAmid();
        }
        return its;
    }

    String rest() {
        return name;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    Place region() {
        Place region = Place.NOWHERE;
        for (Place place : found.reversed()) {
            region = region.or(place);
        }
        return region;
    }

    private void takeHeads() {
        for (int i = 0; i < MOST; i++) {
            Optional<Found> head = Places.atHead(name);
            if (head.isEmpty() || name.length() <= head.get().length() || !believable(head.get())) {
                return;
            }
            found.add(head.get().place());
            name = afterPlace(name.substring(head.get().length()));
        }
    }

    static String afterPlace(String rest) {
        return rest.length() > 2 && rest.charAt(0) == '市' ? rest.substring(1) : rest;
    }

    /** 九龙 after 鄂尔多斯 and 玉山 before 江 are brands: a second place lies in the first, a district without 县 in where the firm is. */
    private boolean believable(Found head) {
        Place place = head.place();
        boolean within = found.isEmpty() || found.getLast().province().equals(place.province());
        boolean bare = !place.district().isEmpty() && "县市区旗".indexOf(name.charAt(head.length() - 1)) < 0;
        return within && (!bare || isHere(place) || (at.isNowhere() && name.length() > head.length() + 3));
    }

    private boolean isHere(Place place) {
        return place.city().equals(at.city())
                || (!found.isEmpty() && found.getLast().city().equals(place.city()));
    }

    /** 坤明 for 昆明, where the fields say 昆明. */
    private void takeMisspelt() {
        for (String city : List.of(at.city(), at.district(), at.province())) {
            int length = city.length();
            if (length >= 2 && name.length() >= length + 2 && Sounds.mistakable(name.substring(0, length), city)) {
                found.add(placeCalled(city));
                name = afterPlace(name.substring(length));
                return;
            }
        }
    }

    private Place placeCalled(String said) {
        boolean province = at.province().equals(said) && !at.city().equals(said);
        return at.district().equals(said) ? at : new Place(at.province(), province ? "" : at.city(), "");
    }

    /** 泰芒包头供水: a place between a brand and nothing but a trade. */
    private void takeAmid() {
        for (int i = 2; i < name.length() - 1; i++) {
            Optional<Found> inside = Places.atHead(name.substring(i));
            if (inside.isPresent() && inside.get().place().district().isEmpty() && endsInTrade(i, inside.get())) {
                found.add(inside.get().place());
                name = name.substring(0, i) + name.substring(i + inside.get().length());
                return;
            }
        }
    }

    private boolean endsInTrade(int at, Found inside) {
        String rest = name.substring(at + inside.length());
        return Trades.lengthAtEnd(rest) == rest.length();
    }
}
