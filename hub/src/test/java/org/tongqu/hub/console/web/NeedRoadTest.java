package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.console.web.NeedRoad.Look;
import org.tongqu.hub.console.web.NeedRoad.Station;
import org.tongqu.hub.console.web.NeedRoad.Track;
import org.tongqu.hub.demand.DemandPages;

/** 路: what the road of a need says in the situations a need can be in. */
class NeedRoadTest {
    private final Say say = MadeUp.say(Locale.CHINESE);
    private final Names names = MadeUp.names(say);

    @Test
    void oneFactoryStillToQuoteIsNamedWithItsClock() {
        NeedRoad road = of(MadeUp.road());
        assertThat(road.waiting().says()).isEqualTo("在等起重机厂报价");
        assertThat(road.waiting().due())
                .isNotNull()
                .extracting(due -> due.in(say))
                .isEqualTo("剩 7 小时 36 分");
        assertThat(road.waiting().style()).isEqualTo("soon");
    }

    @Test
    void theSameInEnglish() {
        Say english = MadeUp.say(Locale.ENGLISH);
        Waiting waiting = Waiting.of(MadeUp.road(), english, MadeUp.names(english));
        assertThat(waiting.says()).isEqualTo("Waiting for 起重机厂 to quote");
    }

    @Test
    void aLateAnswerShowsItselfInRed() {
        NeedRoad road = of(MadeUp.road("ACKNOWLEDGED", MadeUp.acknowledged(MadeUp.at("03-04T05:14"))));
        assertThat(road.waiting().style()).isEqualTo("late");
        assertThat(road.tracks().getFirst().says()).isEqualTo("等报价，超时 5 小时 10 分");
        assertThat(road.tracks().getFirst().stations().getLast().look()).isEqualTo(Look.LATE);
    }

    @Test
    void whoIsWaitedForStandsFirstAndWhoRefusedLast() {
        assertThat(of(MadeUp.road()).tracks()).extracting(Track::factory).containsExactly("起重机厂", "机床一厂", "开关厂");
    }

    @Test
    void aTrackStandsWhereItsFactoryStands() {
        List<Track> tracks = of(MadeUp.road()).tracks();
        assertThat(looks(tracks.get(0))).containsExactly(Look.DONE, Look.DONE, Look.HERE);
        assertThat(looks(tracks.get(1))).containsExactly(Look.DONE, Look.DONE, Look.DONE);
        assertThat(looks(tracks.get(2))).containsExactly(Look.DONE, Look.DONE, Look.REFUSED);
        assertThat(tracks.get(2).says()).isEqualTo("已回绝：产能排至 7 月");
        assertThat(tracks.get(1).says()).isEqualTo("已报价 148.0 万元，90 天");
    }

    @Test
    void theCombinedAnswerCountsTheFactoriesThatHaveAnswered() {
        Station combined = of(MadeUp.road()).tail().getFirst();
        assertThat(combined.look()).isEqualTo(Look.TO_COME);
        assertThat(combined.under()).isEqualTo("3 家中 2 家");
    }

    @Test
    void whenAllHaveAnsweredTheCustomerIsWaitedFor() {
        NeedRoad road = of(MadeUp.road("QUOTED", MadeUp.quoted(), MadeUp.refused()));
        assertThat(road.waiting().says()).isEqualTo("各厂都已答复，在等客户订货");
        assertThat(road.tail().getFirst().look()).isEqualTo(Look.DONE);
        assertThat(road.waiting().due()).isNull();
    }

    @Test
    void aFactoryThatHasAnsweredIsNotToldThatAllHave() {
        NeedRoad road = of(MadeUp.road("ACKNOWLEDGED", MadeUp.quoted()));
        assertThat(road.tail().getFirst().look()).isEqualTo(Look.TO_COME);
        assertThat(road.waiting().says()).isEqualTo("这一份已答复，在等其他工厂");
    }

    @Test
    void anOrderMovesTheWaitingToTheFactory() {
        NeedRoad road = of(MadeUp.road("ORDERED", MadeUp.ordered(), MadeUp.refused()));
        assertThat(road.waiting().says()).isEqualTo("客户已订货，在等机床一厂交付");
        assertThat(road.tail())
                .extracting(Station::look)
                .containsExactly(Look.DONE, Look.DONE, Look.TO_COME, Look.TO_COME);
    }

    @Test
    void aParkedDemandIsNotMistakenForASlowFactory() {
        NeedRoad road = of(MadeUp.road("ASKED", MadeUp.parked()));
        assertThat(road.waiting().also()).isEqualTo("给起重机厂的询厂停放了，请到消息里重发。");
        assertThat(road.tracks().getFirst().says()).isEqualTo("询厂未送到，已停放");
    }

    @Test
    void aNeedNobodyIsAskedForSaysSo() {
        assertThat(of(MadeUp.road("GRADED")).waiting().says()).isEqualTo("还没有询厂：没有规则指明由哪家工厂供应");
    }

    @Test
    void allRefusedTellsWhatToDo() {
        assertThat(of(MadeUp.road("REFUSED", MadeUp.refused())).waiting().says())
                .isEqualTo("各厂都已回绝，请另找工厂或告知客户");
    }

    @Test
    void theWayBetweenTwoStationsTellsHowLongItTook() {
        assertThat(of(MadeUp.road()).trunk()).extracting(Station::gap).containsExactly("", "1 小时", "21 分", "9 分");
    }

    @Test
    void theDrawingHasOneTrackAFactoryAndMarksWhereItStands() {
        RoadDrawing drawing = RoadDrawing.of(of(MadeUp.road()));
        assertThat(drawing.marks()).filteredOn(mark -> mark.look() == Look.HERE).hasSize(1);
        assertThat(drawing.marks())
                .filteredOn(mark -> mark.look() == Look.REFUSED)
                .hasSize(1);
        assertThat(drawing.marks()).hasSize(4 + 3 * 3 + 4);
        assertThat(drawing.marks()).allMatch(mark -> mark.x() > 20 && mark.x() < RoadDrawing.WIDTH - 20);
        assertThat(drawing.pills()).extracting(RoadDrawing.Pill::words).containsExactly("已等 1 天 18 小时");
    }

    @Test
    void aRefusedTrackLeadsNowhere() {
        RoadDrawing drawing = RoadDrawing.of(of(MadeUp.road("REFUSED", MadeUp.refused())));
        assertThat(drawing.lines())
                .filteredOn(line -> line.style().equals("cut"))
                .hasSize(1);
        assertThat(drawing.lines())
                .noneMatch(line -> line.style().equals("done") && line.path().contains("C762"));
    }

    @Test
    void moreThanFourFactoriesFold() {
        DemandPages.Track[] six =
                IntStream.range(0, 6).mapToObj(n -> MadeUp.quoted()).toArray(DemandPages.Track[]::new);
        RoadDrawing drawing = RoadDrawing.of(of(MadeUp.road("QUOTED", six)));
        assertThat(drawing.more()).isEqualTo(2);
        assertThat(drawing.marks()).hasSize(4 + 4 * 3 + 4);
    }

    @Test
    void theSharesAddUpAndNameTheSlowest() {
        NeedStory story = NeedStory.of(MadeUp.road(), null, say, names);
        assertThat(story.sum()).isEqualTo("已报 148.0 万元，客户预算 300.0 万元");
        assertThat(story.slowest()).isEqualTo("最慢：机床一厂，90 天");
        assertThat(story.shares()).extracting(NeedStory.Share::what).containsExactly("机床 ×2", "起重机 ×1", "开关设备 ×1");
    }

    private NeedRoad of(DemandPages.Road road) {
        return NeedRoad.of(road, say, names);
    }

    private static List<Look> looks(Track track) {
        return track.stations().stream().map(Station::look).toList();
    }
}
