package org.tongqu.bench.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.stage.Stage;

/** Contenders in turn on one set of records, each at the threshold that suits it best. */
final class Race {
    private final Stage stage;
    private final TestSet set;
    private final Map<Contender, List<Turn>> turns = new LinkedHashMap<>();
    private final Map<Contender, Double> chosen = new LinkedHashMap<>();

    Race(Stage stage, TestSet set, List<Contender> contenders) {
        this.stage = stage;
        this.set = set;
        contenders.forEach(contender -> turns.put(contender, new ArrayList<>()));
    }

    List<Standing> run(int rounds) throws Exception {
        for (Contender contender : turns.keySet()) {
            chosen.put(contender, best(contender));
        }
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<Contender, List<Turn>> each : turns.entrySet()) {
                each.getValue().add(take(each.getKey(), round));
            }
        }
        return turns.keySet().stream().map(this::standing).toList();
    }

    /** The pass in which a threshold is chosen is not timed. */
    private double best(Contender contender) throws Exception {
        if (contender.thresholds().size() == 1) {
            return contender.thresholds().getFirst();
        }
        Turn turn = contender.take(set, contender.thresholds());
        contender.thresholds().forEach(threshold -> tell(contender, threshold, scores(turn, threshold)));
        return contender.thresholds().stream()
                .max(Comparator.comparing(threshold -> scores(turn, threshold).pairF1()))
                .orElseThrow();
    }

    private Scores scores(Turn turn, double threshold) {
        return Scores.of(set.truth(), turn.groups().getOrDefault(threshold, Map.of()));
    }

    private void tell(Contender contender, double threshold, Scores scores) {
        stage.say(
                "%s,门限 %s:成对 F1 %.3f".formatted(contender.name(), threshold, scores.pairF1()),
                "%s at threshold %s: pair F1 %.3f".formatted(contender.name(), threshold, scores.pairF1()));
    }

    private Turn take(Contender contender, int round) throws Exception {
        Turn turn = contender.take(set, List.of(chosen.getOrDefault(contender, 0.0)));
        stage.say(
                "第 %d 轮,%s:%.1f 秒".formatted(round, contender.name(), turn.seconds()),
                "round %d, %s: %.1f s".formatted(round, contender.name(), turn.seconds()));
        return turn;
    }

    private Standing standing(Contender contender) {
        List<Turn> all = turns.getOrDefault(contender, List.of());
        double threshold = chosen.getOrDefault(contender, 0.0);
        int records = set.truth().size();
        return new Standing(
                contender,
                threshold,
                scores(all.getLast(), threshold),
                records,
                all.stream().map(turn -> records / turn.seconds()).toList(),
                all.stream().map(Turn::cpu).toList(),
                all.stream().mapToDouble(Turn::megabytes).max().orElseThrow());
    }
}
