package org.tongqu.hub.house;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Everything has its place")
class PlacesTest {
    @Test
    @DisplayName("SQL lives only in types whose name ends in Store")
    void onlyStoresSpeakSql() {
        Laws.ONLY_STORES_SPEAK_SQL.check(House.CLASSES);
    }

    @Test
    @DisplayName("pages and controllers live only in web")
    void pagesLiveInWeb() {
        Laws.PAGES_LIVE_IN_WEB.check(House.CLASSES);
    }

    @Test
    @DisplayName("wire formats stay in connectors")
    void wireFormatsStayInConnectors() {
        Laws.WIRE_FORMATS_STAY_IN_CONNECTORS.check(House.CLASSES);
    }

    @Test
    @DisplayName("Camel stays in routes, regions, demo and the hub's Wiring")
    void camelStaysOnTheRoads() {
        Laws.CAMEL_STAYS_ON_THE_ROADS.check(House.CLASSES);
    }

    @Test
    @DisplayName("parsers come from the hardened factories alone")
    void parsersComeFromTheHardenedFactories() {
        Laws.PARSERS_COME_FROM_THE_HARDENED_FACTORIES.check(House.CLASSES);
    }

    @Test
    @DisplayName("who has a mapper of his own to write with never reads with it")
    void writersNeverRead() {
        Laws.WRITERS_NEVER_READ.check(House.CLASSES);
    }

    @Test
    @DisplayName("time, ids and chance are handed in")
    void timeAndChanceAreHandedIn() {
        Laws.TIME_AND_CHANCE_ARE_HANDED_IN.check(House.CLASSES);
    }

    @Test
    @DisplayName("nobody is called Impl")
    void nobodyIsCalledImpl() {
        Laws.NOBODY_IS_CALLED_IMPL.check(House.CLASSES);
    }

    @Test
    @DisplayName("no task stops the clock for the others: what is done again and again is done at a rate")
    void noTaskStopsTheClock() {
        Laws.NO_TASK_STOPS_THE_CLOCK.check(House.CLASSES);
    }

    @Test
    @DisplayName("what runs by the clock runs under a lease, as every hub on the store has a clock")
    void whatRunsByTheClockHasALease() {
        Laws.WHAT_RUNS_BY_THE_CLOCK_HAS_A_LEASE.check(House.CLASSES);
    }

    @Test
    @DisplayName("nothing is set afterwards: there are no setters")
    void nothingIsSetAfterwards() {
        Laws.NOTHING_IS_SET_AFTERWARDS.check(House.CLASSES);
    }
}
