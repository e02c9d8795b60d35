package org.tongqu.hub.partners.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.hub.partners.OwnColumns;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** {@code /api/v1/partners/{code}/columns}: a partner's own names of our columns, live from the next file on. */
@RestController
@RequestMapping("/api/v1/partners/{code}/columns")
class SheetColumnsApi {
    private static final int MOST = 100;
    private static final int LONGEST = 200;

    private final OwnColumns columns;
    private final Partners partners;
    private final Policy policy;
    private final Wall wall;

    SheetColumnsApi(OwnColumns columns, Partners partners, Policy policy, Wall wall) {
        this.columns = columns;
        this.partners = partners;
        this.policy = policy;
        this.wall = wall;
    }

    @GetMapping
    ResponseEntity<?> columns(Sender sender, @PathVariable String code) {
        return answer(sender, code, () -> columns.standing(code));
    }

    @PutMapping
    ResponseEntity<?> change(Sender sender, @PathVariable String code, @RequestBody Map<String, String> asked) {
        policy.require(sender, Act.REGISTER_PARTNER);
        Optional<Refusal> wrong = wrong(asked);
        return wrong.isPresent()
                ? problem(HttpStatus.UNPROCESSABLE_ENTITY, wrong.get())
                : answer(sender, code, () -> columns.change(code, new SheetColumns(asked)));
    }

    private ResponseEntity<?> answer(Sender sender, String code, Supplier<OwnColumns.Standing> act) {
        policy.require(sender, Act.REGISTER_PARTNER);
        Optional<OwnColumns.Standing> standing =
                wall.within(Scope.of(sender), () -> partners.find(code).map(known -> act.get()));
        return standing.<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, PartnerWords.unknown(code)));
    }

    private static Optional<Refusal> wrong(Map<String, String> asked) {
        if (asked.size() > MOST) {
            return Optional.of(ColumnWords.tooMany(MOST));
        }
        Set<String> named = new HashSet<>();
        return asked.entrySet().stream()
                .map(each -> wrong(each.getKey(), each.getValue(), named))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> wrong(
            String heading, @org.jspecify.annotations.Nullable String column, Set<String> named) {
        if (heading.isBlank() || heading.length() > LONGEST || heading.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(ColumnWords.badHeading(LONGEST));
        }
        List<String> known = SheetColumns.KNOWN;
        if (column == null || !(known.contains(column) || column.equals(SheetColumns.EXTRA))) {
            return Optional.of(ColumnWords.unknown(heading, known));
        }
        boolean again = known.contains(column) && !named.add(column);
        return again ? Optional.of(ColumnWords.twice(heading, column)) : Optional.empty();
    }

    private static ResponseEntity<?> problem(HttpStatus status, Refusal refusal) {
        return ResponseEntity.status(status)
                .header("Content-Type", Problem.MEDIA_TYPE)
                .body(Problem.of(status, refusal));
    }
}
