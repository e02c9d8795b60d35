package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.tongqu.hub.HubApplication;

@DisplayName("The rooms of the hub")
class RoomsTest {
    @Test
    @DisplayName("a room calls rooms of lower floors only, its web packages counted in")
    void aRoomCallsLowerFloorsOnly() {
        Laws.A_ROOM_CALLS_LOWER_FLOORS_ONLY.check(House.CLASSES);
    }

    @Test
    @DisplayName("every room stands on a floor, and every floor has its rooms")
    void everyRoomStandsOnAFloor() {
        Set<String> built =
                House.CLASSES.stream().flatMap(type -> Rooms.of(type).stream()).collect(Collectors.toSet());
        assertThat(built).isEqualTo(Set.copyOf(Rooms.all())).isEqualTo(Doors.OF.keySet());
    }

    @Test
    @DisplayName("Spring Modulith agrees: no circle, nobody behind a door, no neighbour that is not allowed")
    void springModulithAgrees() {
        ApplicationModules.of(HubApplication.class).verify();
    }

    @Test
    @DisplayName("every room names its neighbours")
    void everyRoomNamesItsNeighbours() {
        Laws.EVERY_ROOM_NAMES_ITS_NEIGHBOURS.check(House.CLASSES);
    }

    @Test
    @DisplayName("the neighbours a room names all live on lower floors")
    void namedNeighboursLiveOnLowerFloors() {
        for (String room : Rooms.all()) {
            assertThat(Rooms.below(room)).as(room).containsAll(neighbours(room));
        }
    }

    @Test
    @DisplayName(
            "a room is flat: its public types are its door, the rest is hidden, and its web shows nothing to other rooms")
    void aRoomIsFlat() {
        Laws.A_ROOM_IS_FLAT.check(House.CLASSES);
    }

    @Test
    @DisplayName("every door that is listed is there and open")
    void everyListedDoorIsThere() {
        Set<String> open = House.CLASSES.stream()
                .filter(type -> type.isTopLevelClass()
                        && type.reflect().accessFlags().contains(java.lang.reflect.AccessFlag.PUBLIC))
                .map(type -> type.getName())
                .collect(Collectors.toSet());
        Set<String> listed = new HashSet<>();
        Doors.OF.forEach((room, doors) -> doors.forEach(door -> listed.add("org.tongqu.hub." + room + "." + door)));
        assertThat(open).containsAll(listed);
    }

    @Test
    @DisplayName("a room shows at most one Pages")
    void aRoomShowsAtMostOnePages() {
        Doors.OF.forEach((room, doors) -> assertThat(doors.stream().filter(door -> door.endsWith("Pages")))
                .as(room)
                .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    @DisplayName("rooms tell news by records behind their door")
    void newsIsARecordBehindADoor() {
        Laws.NEWS_IS_A_RECORD_BEHIND_A_DOOR.check(House.CLASSES);
    }

    static List<String> neighbours(String room) {
        return List.of(House.CLASSES
                .getPackage("org.tongqu.hub." + room)
                .getAnnotationOfType(ApplicationModule.class)
                .allowedDependencies());
    }
}
