package org.tongqu.hub.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 覆盖矩阵 as shown: regions by product classes of the first level; a region sees its own row. */
@Component
public final class CoveragePages {
    private static final int MOST_ROUTED = 50;

    private final CoverageStore store;
    private final Attendance attendance;
    private final Colleagues colleagues;
    private final People people;
    private final Partners partners;
    private final OpenNeeds needs;
    private final Policy policy;
    private final Wall wall;

    CoveragePages(
            CoverageStore store,
            Attendance attendance,
            Colleagues colleagues,
            People people,
            Partners partners,
            OpenNeeds needs,
            Policy policy,
            Wall wall) {
        this.store = store;
        this.attendance = attendance;
        this.colleagues = colleagues;
        this.people = people;
        this.partners = partners;
        this.needs = needs;
        this.policy = policy;
        this.wall = wall;
    }

    /** How the matrix stands on a day; today where none is given. */
    public Matrix matrix(Sender reader, @Nullable LocalDate wanted) {
        policy.require(reader, Act.SEE_COVERAGE);
        LocalDate day = wanted == null ? attendance.today() : wanted;
        List<String> regions = people.regions().stream()
                .map(People.Region::code)
                .filter(region -> reader.region() == null || region.equals(reader.region()))
                .toList();
        List<String> classes = topClasses(partners);
        return wall.read(Scope.of(reader), () -> {
            Present present = attendance.on(day);
            List<Row> rows = regions.stream()
                    .map(region -> new Row(
                            region,
                            classes.stream()
                                    .map(each -> cell(present, region, each))
                                    .toList()))
                    .toList();
            return new Matrix(day, classes, rows, store.absences(day));
        });
    }

    static List<String> topClasses(Partners partners) {
        return partners.classes().stream()
                .filter(each -> each.parent() == null)
                .map(Partners.ProductClass::code)
                .toList();
    }

    private static Cell cell(Present present, String region, String productClass) {
        List<String> of = List.of(productClass);
        return new Cell(
                productClass,
                present.logins(region, of).size(),
                held(present, present.assigned(region, of)),
                held(
                        present,
                        present.assigned(region, each -> each.productClass().startsWith(productClass + "."))));
    }

    private static List<Held> held(Present present, List<Coverage.Assignment> assigned) {
        return assigned.stream().map(each -> held(present, each)).toList();
    }

    private static Held held(Present present, Coverage.Assignment of) {
        Coverage.Absence away = present.away(of.login()).orElse(null);
        return new Held(
                of.id(),
                of.login(),
                of.productClass(),
                of.directSeller(),
                away != null,
                away == null ? null : away.standIn(),
                present.hasLeft(of.login()),
                !present.seats(List.of(of)).isEmpty());
    }

    /** Needs that were given to this person besides whoever raised them, newest first. */
    public List<Given> given(Sender reader) {
        policy.require(reader, Act.SEE_COVERAGE);
        return wall.read(Scope.of(reader), () -> {
            List<CoverageStore.Routed> routed = store.routed(List.of(), reader.login(), MOST_ROUTED);
            Map<String, OpenNeeds.Brief> briefs = needs.briefs(
                    routed.stream().map(CoverageStore.Routed::needId).toList());
            return routed.stream()
                    .filter(each -> briefs.containsKey(each.needId()))
                    .map(each -> given(each, briefs.get(each.needId())))
                    .toList();
        });
    }

    private static Given given(CoverageStore.Routed routed, OpenNeeds.@Nullable Brief need) {
        return new Given(
                routed.needId(),
                need == null ? "" : need.number(),
                need == null ? "" : need.summary(),
                need == null ? "" : need.rep(),
                routed.productClass());
    }

    /** Who owns a need besides whoever raised it. */
    public Collection<String> alsoOwners(Sender reader, String needId) {
        return policy.allows(reader.role(), Act.SEE_COVERAGE)
                ? wall.read(
                        Scope.of(reader),
                        () -> store.routed(List.of(needId), null, MOST_ROUTED).stream()
                                .map(CoverageStore.Routed::login)
                                .sorted()
                                .toList())
                : List.of();
    }

    /** What a person may be put to: every class of the tree, each before those below it. */
    public List<String> assignableClasses() {
        return partners.classes().stream()
                .map(Partners.ProductClass::code)
                .sorted()
                .toList();
    }

    /** Whom this person may put to a cell; nobody where she may not. */
    public List<People.User> assignable(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_COVERAGE)
                ? colleagues.of(reader).stream()
                        .filter(user -> user.active() && user.role() != Sender.Role.DESK)
                        .toList()
                : List.of();
    }

    /** @param classes in the order of the cells */
    public record Matrix(LocalDate day, List<String> classes, List<Row> rows, List<Coverage.Absence> absences) {
        /** Cells that nobody covers whole. */
        public long empty() {
            return cells().filter(cell -> cell.there() == 0).count();
        }

        /** Those of them that somebody covers in part. */
        public long partly() {
            return cells().filter(Cell::partly).count();
        }

        private Stream<Cell> cells() {
            return rows.stream().flatMap(row -> row.cells().stream());
        }
    }

    public record Row(String region, List<Cell> cells) {}

    /**
     * @param there how many persons are there that day for the whole class, stand-ins counted and those away not
     * @param parts who has no more than a class below it, whether there or not
     */
    public record Cell(String productClass, int there, List<Held> people, List<Held> parts) {
        /** Whether somebody is there, and for a part of it only. */
        @JsonProperty("partly")
        public boolean partly() {
            return there == 0 && parts.stream().anyMatch(Held::manned);
        }

        /** 0, in part, 1, 2 or more, as a style. */
        public String style() {
            return partly() ? "part" : there == 0 ? "none" : there == 1 ? "one" : there == 2 ? "two" : "more";
        }
    }

    /**
     * Somebody assigned.
     *
     * @param productClass the cell's own, or the one below it that this person has
     * @param left whether the login is switched off; then nobody is there in its place
     * @param manned whether somebody is there for it that day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            String id,
            String login,
            String productClass,
            boolean directSeller,
            boolean away,
            @Nullable String standIn,
            boolean left,
            boolean manned) {}

    /** A need given by coverage. */
    public record Given(String needId, String number, String summary, String raisedBy, String productClass) {}
}
