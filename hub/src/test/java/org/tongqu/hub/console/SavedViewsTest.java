package org.tongqu.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.console.SavedViews.Answer;
import org.tongqu.hub.console.SavedViews.Wanted;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;

@DisplayName("Saved views")
class SavedViewsTest extends HubTest {
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);
    private static final Sender ADMIN = new Sender("admin", Sender.Role.ADMIN, null, null);
    private static final Sender REP = new Sender("rep-ne-1", Sender.Role.REP, "NE", null);
    private static final Sender OTHER_REP = new Sender("rep-e-1", Sender.Role.REP, "E", null);
    private static final Sender FACTORY = new Sender("factory-crane", Sender.Role.FACTORY, null, "factory-crane");
    private static final Sender AUDITOR = new Sender("auditor", Sender.Role.AUDITOR, null, null);

    @Autowired
    private SavedViews views;

    @Test
    @DisplayName("a view not shared is its owner's alone, even before headquarters")
    void anOwnViewIsItsOwnersAlone() {
        String path = path();
        assertThat(views.save(REP, wanted(path, "我的", false))).isEqualTo(Answer.DONE);
        assertThat(names(REP, path)).containsExactly("我的");
        assertThat(names(DESK, path)).isEmpty();
        assertThat(names(OTHER_REP, path)).isEmpty();
    }

    @Test
    @DisplayName("a shared view is seen by colleagues of every region and by no partner, at the wall itself")
    void aSharedViewIsForColleagues() {
        String path = path();
        views.save(DESK, wanted(path, "急的", true));
        assertThat(names(REP, path)).containsExactly("急的");
        assertThat(names(OTHER_REP, path)).containsExactly("急的");
        assertThat(names(FACTORY, path)).isEmpty();
        assertThat(inSight(FACTORY, path)).isZero();
        assertThat(inSight(REP, path)).isOne();
    }

    @Test
    @DisplayName(
            "another's shared view can be neither changed nor deleted, and a view of the same name stands beside it")
    void anothersViewIsLeftAlone() {
        String path = path();
        views.save(DESK, wanted(path, "急的", true));
        String id = views.of(ADMIN, path).getFirst().id();
        assertThat(views.change(ADMIN, id, "别的", true)).isEqualTo(Answer.NOT_YOURS);
        assertThat(views.delete(ADMIN, id)).isEqualTo(Answer.NOT_YOURS);
        assertThat(views.save(ADMIN, wanted(path, "急的", true))).isEqualTo(Answer.DONE);
        assertThat(names(DESK, path)).containsExactly("急的", "急的");
    }

    @Test
    @DisplayName("a second view of one's own under the same name is refused and overwrites nothing")
    void aNameIsTakenOnce() {
        String path = path();
        views.save(REP, new Wanted(path, "我的", "state=ASKED", false, false));
        assertThat(views.save(REP, new Wanted(path, "我的", "state=QUOTED", false, false)))
                .isEqualTo(Answer.NAME_TAKEN);
        assertThat(views.of(REP, path)).extracting(SavedView::query).containsExactly("state=ASKED");
    }

    @Test
    @DisplayName("a list opens with one view at most, one's own or a colleague's, each person's choice its own")
    void oneDefaultForEachPersonAndList() {
        String path = path();
        views.save(DESK, new Wanted(path, "甲", "grade=A", true, true));
        views.save(DESK, new Wanted(path, "乙", "grade=B", true, true));
        assertThat(views.byDefault(DESK, path)).map(SavedView::name).contains("乙");
        assertThat(views.byDefault(REP, path)).isEmpty();
        String first = views.of(REP, path).getFirst().id();
        views.openWith(REP, first, true);
        assertThat(views.byDefault(REP, path)).map(SavedView::id).contains(first);
        views.openWith(REP, first, false);
        assertThat(views.byDefault(REP, path)).isEmpty();
        assertThat(views.byDefault(DESK, path)).map(SavedView::name).contains("乙");
    }

    @Test
    @DisplayName("a deleted view comes back as it was, unless its name was taken meanwhile")
    void aDeletionIsTakenBack() {
        String path = path();
        views.save(REP, new Wanted(path, "我的", "state=ASKED", false, true));
        String id = views.of(REP, path).getFirst().id();
        assertThat(views.delete(REP, id)).isEqualTo(Answer.DONE);
        assertThat(names(REP, path)).isEmpty();
        assertThat(views.byDefault(REP, path)).isEmpty();
        assertThat(views.restore(OTHER_REP, id)).isEqualTo(Answer.NOT_YOURS);
        assertThat(views.restore(REP, id)).isEqualTo(Answer.DONE);
        assertThat(views.byDefault(REP, path)).map(SavedView::query).contains("state=ASKED");
        views.delete(REP, id);
        views.save(REP, wanted(path, "我的", false));
        assertThat(views.restore(REP, id)).isEqualTo(Answer.NAME_TAKEN);
    }

    @Test
    @DisplayName("who may not share saves for themselves; who reads only saves nothing")
    void whoMayDoWhat() {
        String path = path();
        assertThatThrownBy(() -> views.save(REP, wanted(path, "我的", true))).isInstanceOf(Policy.NotAllowed.class);
        assertThatThrownBy(() -> views.save(AUDITOR, wanted(path, "我的", false))).isInstanceOf(Policy.NotAllowed.class);
        assertThat(views.save(FACTORY, wanted(path, "我的", false))).isEqualTo(Answer.DONE);
        assertThat(names(FACTORY, path)).containsExactly("我的");
    }

    private List<String> names(Sender reader, String path) {
        return views.of(reader, path).stream().map(SavedView::name).toList();
    }

    private long inSight(Sender reader, String path) {
        return wall.read(
                Scope.of(reader),
                () -> jdbc.sql("select count(*) from console.saved_view where path = ?")
                        .param(path)
                        .query(Long.class)
                        .single());
    }

    private static Wanted wanted(String path, String name, boolean shared) {
        return new Wanted(path, name, "grade=A", shared, false);
    }

    /** A list nobody else has, in letters alone. */
    private static String path() {
        StringBuilder letters = new StringBuilder("/list-");
        String.valueOf(Sowing.number()).chars().forEach(digit -> letters.append((char) (digit - '0' + 'a')));
        return letters.toString();
    }
}
