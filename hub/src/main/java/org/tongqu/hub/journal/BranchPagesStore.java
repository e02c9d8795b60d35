package org.tongqu.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what is shown of branches' lines; whose they are is the policies' business. */
@Repository
class BranchPagesStore {
    private static final int CONFLICTS_SHOWN = 20;

    private final JdbcClient jdbc;

    BranchPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each branch's newest line. */
    List<JournalPages.Branch> branches() {
        return jdbc.sql("""
                        select distinct on (branch) branch, region, line, base, complete_through, waiting, heard_at
                        from journal.branch_line order by branch, opened_at desc, line
                        """).query((row, n) -> branch(row)).list();
    }

    private JournalPages.Branch branch(ResultSet row) throws SQLException {
        String branch = row.getString("branch");
        return new JournalPages.Branch(
                branch,
                row.getString("region"),
                row.getString("line"),
                row.getLong("base"),
                row.getLong("complete_through"),
                row.getLong("waiting"),
                Columns.time(row, "heard_at"),
                conflicts(branch));
    }

    private List<JournalPages.BranchConflict> conflicts(String branch) {
        return jdbc.sql("""
                        select c.* from journal.branch_conflict c join journal.branch_line l on l.line = c.line
                        where l.branch = :branch order by c.found_at desc, c.at limit :limit
                        """)
                .param("branch", branch)
                .param("limit", CONFLICTS_SHOWN)
                .query((row, n) -> new JournalPages.BranchConflict(
                        row.getString("line"),
                        row.getString("kind"),
                        row.getLong("at"),
                        row.getLong("complete_through"),
                        row.getString("next_line"),
                        Columns.time(row, "found_at")))
                .list();
    }
}
