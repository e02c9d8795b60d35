package org.tongqu.hub.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/**
 * What simulations stand on: the business's own book, days of the future, an agent; and a hand on every message of other tests that is still
 * on its way, so that no hub of a simulation, whose clock is ahead of theirs, takes it up.
 */
final class SimulationGround implements AutoCloseable {
    private static final int DAYS = 10;
    private static final String NOISY = Worker.class.getName();

    private final String agent = "agent-simulated-" + Sowing.number();
    private final JdbcClient owner;
    private final SingleConnectionDataSource ownersLine;
    private final Connection others;

    SimulationGround(ApplicationContext hub) throws SQLException {
        Environment about = hub.getEnvironment();
        ownersLine = new SingleConnectionDataSource(
                about.getRequiredProperty("spring.datasource.url"),
                about.getRequiredProperty("tongqu.owner.username"),
                about.getRequiredProperty("tongqu.owner.password"),
                true);
        owner = JdbcClient.create(ownersLine);
        EffectBook.TABLES.forEach(table -> owner.sql(table).update());
        String app = about.getRequiredProperty("spring.datasource.username");
        owner.sql("grant usage on schema simulation to " + app).update();
        owner.sql("grant all on all tables in schema simulation to " + app).update();
        others = DriverManager.getConnection(
                about.getRequiredProperty("spring.datasource.url"),
                about.getRequiredProperty("tongqu.owner.username"),
                about.getRequiredProperty("tongqu.owner.password"));
        holdOthers();
        prepare(hub.getBean(Wall.class), hub);
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(NOISY, LogLevel.OFF);
    }

    String agent() {
        return agent;
    }

    private void holdOthers() throws SQLException {
        others.setAutoCommit(false);
        try (var statement = others.createStatement()) {
            statement.execute("select id from journal.message where outcome is null for update");
        }
    }

    private void prepare(Wall wall, ApplicationContext hub) {
        LocalDate first = JournalStore.dayOf(Simulation.BEGIN);
        wall.run(Scope.WORKER, () -> {
            for (int day = -1; day < DAYS; day++) {
                hub.getBean(JournalStore.class).openDay(first.plusDays(day));
            }
            hub.getBean(JdbcClient.class).sql("""
                            insert into partners.partner (code, kind, name, created_at) values (:code, 'AGENT', :code, now())
                            """).param("code", agent).update();
        });
    }

    @Override
    public void close() throws SQLException {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(NOISY, null);
        others.rollback();
        others.close();
        owner.sql("drop schema simulation cascade").update();
        ownersLine.destroy();
    }
}
