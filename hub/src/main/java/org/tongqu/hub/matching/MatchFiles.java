package org.tongqu.hub.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tongqu.connectors.files.NamedRows;
import org.tongqu.hub.platform.StartRefused;

/** A file of customer records to a file that says which of them are one customer, with the engine of the live path and without a server. */
public final class MatchFiles {
    private static final int TOLD = 20;

    private final Consumer<String> say;
    private final List<String> ids = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private int troubles;

    private MatchFiles(Consumer<String> say) {
        this.say = say;
    }

    /**
     * Reads RECORDS, writes CLUSTERS and, where it is asked for, why.
     *
     * @param say takes what the command tells, line by line
     * @throws StartRefused where there is nothing to read or nowhere to write
     */
    public static void run(Path records, Path clusters, Optional<Path> why, Consumer<String> say) {
        MatchFiles files = new MatchFiles(say);
        files.take(read(records), records);
        AllRecords all = AllRecords.grouped(files.told);
        write(clusters, files.clusters(all));
        why.ifPresent(path -> write(path, explanations(all)));
        files.tell(all);
    }

    private static NamedRows read(Path records) {
        if (!Files.isRegularFile(records)) {
            throw new StartRefused("没有文件 " + records + "。", "There is no file " + records + ".");
        }
        try {
            return NamedRows.read(records);
        } catch (IOException broken) {
            throw new StartRefused(
                    "文件 " + records + " 读不了：" + broken.getMessage(),
                    records + " cannot be read: " + broken.getMessage(),
                    broken);
        }
    }

    private void take(NamedRows rows, Path file) {
        int id = rows.headings().indexOf("record_id");
        if (id < 0) {
            throw new StartRefused(
                    "文件 " + file + " 第一行没有 record_id 列；列名见 docs/matching.md。",
                    "The first row of " + file + " names no column record_id; docs/matching.md lists the columns.");
        }
        Set<String> seen = new HashSet<>();
        rows.rows().forEach(row -> take(row, rows.headings(), id, seen));
    }

    private void take(NamedRows.Row row, List<String> headings, int id, Set<String> seen) {
        String key = row.cells().get(id).strip();
        if (key.isEmpty()) {
            trouble(
                    "第 " + row.number() + " 行没有 record_id，未参与匹配。",
                    "Row " + row.number() + " has no record_id and was left out.");
            return;
        }
        if (!seen.add(key)) {
            trouble(
                    "第 " + row.number() + " 行的 record_id " + key + " 前面已有，只取第一次。",
                    "Row " + row.number() + " repeats record_id " + key + "; the first one counts.");
            return;
        }
        ids.add(key);
        row.trouble()
                .ifPresentOrElse(
                        refusal -> trouble(
                                refusal.zh() + " 这条记录（" + key + "）自成一组。",
                                refusal.en() + " Record " + key + " is a group of its own."),
                        () -> told.add(told(key, row.cells(), headings)));
    }

    private static Told told(String id, List<String> cells, List<String> headings) {
        Map<String, String> said = new TreeMap<>();
        for (int i = 0; i < headings.size(); i++) {
            said.putIfAbsent(headings.get(i), cells.get(i).strip());
        }
        return new Told(
                id,
                cell(said, "name"),
                cell(said, "former_name"),
                cell(said, "uscc"),
                cell(said, "region"),
                cell(said, "province"),
                cell(said, "city"),
                cell(said, "district"),
                cell(said, "address"),
                cell(said, "phone"),
                cell(said, "mobile"),
                cell(said, "email"),
                cell(said, "contact_name"),
                cell(said, "agent_id"));
    }

    private static String cell(Map<String, String> said, String column) {
        return said.getOrDefault(column, "");
    }

    private void trouble(String zh, String en) {
        troubles++;
        if (troubles <= TOLD) {
            say.accept(zh);
            say.accept(en);
        }
    }

    /** In the order of the file; the customer is named after the smallest record id of its group. */
    private List<List<String>> clusters(AllRecords all) {
        Map<String, String> customers = new TreeMap<>();
        all.firms()
                .forEach(firm -> firm.members()
                        .forEach(member -> customers.put(
                                member.id(), firm.members().getFirst().id())));
        List<List<String>> rows = new ArrayList<>(List.of(List.of("record_id", "customer_id")));
        ids.forEach(id -> rows.add(List.of(id, customers.getOrDefault(id, id))));
        return rows;
    }

    private static List<List<String>> explanations(AllRecords all) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("record_id_a", "record_id_b", "decision", "score", "rule", "zh", "en"));
        all.joined().forEach(pair -> rows.add(explanation(pair, all.weighing())));
        all.doubtful().forEach(pair -> rows.add(explanation(pair, all.weighing())));
        return rows;
    }

    private static List<String> explanation(AllRecords.Explained pair, Weighing weighing) {
        return List.of(
                pair.a().id(),
                pair.b().id(),
                pair.joined() ? "same" : "ask",
                String.format(Locale.ROOT, "%.1f", pair.score()),
                Weighing.RULE,
                words(pair, weighing, true),
                words(pair, weighing, false));
    }

    private static String words(AllRecords.Explained pair, Weighing weighing, boolean chinese) {
        return pair.evidence().stream()
                .sorted(Comparator.naturalOrder())
                .map(one ->
                        (chinese ? one.zh() : one.en()) + String.format(Locale.ROOT, " %+.1f", weighing.weight(one)))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }

    /** Written beside and then moved, so that nobody reads half of it. */
    private static void write(Path to, List<List<String>> rows) {
        Path beside = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.write(beside, rows.stream().map(NamedRows::line).toList(), StandardCharsets.UTF_8);
            Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new StartRefused(
                    "写不了 " + to + "：" + broken.getMessage(), to + " cannot be written: " + broken.getMessage(), broken);
        }
    }

    private void tell(AllRecords all) {
        if (troubles > TOLD) {
            say.accept("还有 " + (troubles - TOLD) + " 行有问题。");
            say.accept("There are " + (troubles - TOLD) + " more rows with trouble.");
        }
        int alone = ids.size() - told.size();
        int firms = all.firms().size() + alone;
        say.accept("记录 " + ids.size() + " 条，客户 " + firms + " 个，存疑 "
                + all.doubtful().size() + " 对。");
        say.accept(ids.size() + " records, " + firms + " customers, "
                + all.doubtful().size() + " pairs in doubt.");
    }
}
