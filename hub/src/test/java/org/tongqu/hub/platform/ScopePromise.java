package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.connectors.canon.Sender;

/** Two users, one after the other, on one and the same pooled connection. */
public final class ScopePromise implements AutoCloseable {
    private static final String MINE = "select code from partners.partner order by code";
    private final HikariDataSource onlyOne;
    private final JdbcClient jdbc;
    private final Wall wall;

    /** @param sql what becomes of each statement of the wall on its way to the database */
    public ScopePromise(DataSource of, UnaryOperator<String> sql) {
        HikariDataSource pool = (HikariDataSource) of;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setMaximumPoolSize(1);
        this.onlyOne = new HikariDataSource(config);
        this.jdbc = JdbcClient.create(onlyOne);
        PlatformTransactionManager transactions = new JdbcTransactionManager(onlyOne);
        this.wall = new Wall(spoilt(sql), transactions);
    }

    private JdbcClient spoilt(UnaryOperator<String> sql) {
        return text -> jdbc.sql(sql.apply(text));
    }

    /** @param first and second partners with a row of their own */
    public void noScopeLeaksToTheNextUser(String first, String second) {
        for (int round = 0; round < 3; round++) {
            assertThat(seenBy(first)).as("first user").containsExactly(first);
            assertThat(seen()).as("nobody in between").isEmpty();
            assertThat(seenBy(second)).as("second user").containsExactly(second);
            assertThat(seen()).as("nobody after the second").isEmpty();
            try {
                wall.run(Scope.of(sender(first)), () -> {
                    throw new IllegalStateException("falls midway");
                });
            } catch (IllegalStateException fell) {
                assertThat(seen()).as("nobody after a fall").isEmpty();
            }
        }
    }

    private List<String> seenBy(String partner) {
        return wall.within(Scope.of(sender(partner)), this::seen);
    }

    private List<String> seen() {
        return jdbc.sql(MINE).query(String.class).list();
    }

    private static Sender sender(String partner) {
        return new Sender(partner, Sender.Role.FACTORY, null, partner);
    }

    @Override
    public void close() {
        onlyOne.close();
    }
}
