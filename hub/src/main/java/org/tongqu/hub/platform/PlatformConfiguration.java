package org.tongqu.hub.platform;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ground's parts, put together once; time, ids and chance come from here and nowhere else. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    private static final Duration OUTBOX_LEASE = Duration.ofSeconds(90);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, SecureRandom random) {
        return new Ids(clock, random);
    }

    @Bean
    Node node(@Value("${tongqu.home}") Path home, Ids ids) {
        return new Node(Integer.toHexString(home.toString().hashCode()), ids.next());
    }

    @Bean
    Policy policy() {
        return Policy.read();
    }

    @Bean
    Wall wall(JdbcClient jdbc, PlatformTransactionManager transactions, StoreFull storeFull) {
        return new Wall(jdbc, transactions, storeFull::saw);
    }

    @Bean
    Wakes wakes(
            JdbcClient jdbc,
            Node node,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        return new Wakes(jdbc, node, url, user, password);
    }

    @Bean
    Backoff journalBackoff(@Value("${tongqu.journal.tries:8}") int tries) {
        return new Backoff(Duration.ofMillis(500), Duration.ofMinutes(5), tries);
    }

    /** A factory may be shut for a weekend: 1,000 tries at five minutes are three days and a half. */
    @Bean
    Backoff outboxBackoff(
            @Value("${tongqu.outbox.tries:1000}") int tries,
            @Value("${tongqu.outbox.longest-wait:5m}") Duration longest) {
        return new Backoff(Duration.ofSeconds(1), longest, tries);
    }

    /** @param page absent in a run whose figures nobody reads */
    @Bean
    ScrapedGauges scrapedGauges(
            List<RoomGauges> rooms,
            Wall wall,
            Clock clock,
            @Value("${tongqu.metrics.good-for:10s}") Duration goodFor,
            ObjectProvider<PrometheusRegistry> page) {
        ScrapedGauges gauges = new ScrapedGauges(rooms, wall, clock, goodFor);
        page.ifAvailable(read -> read.register(gauges));
        return gauges;
    }

    @Bean
    OutboxStore outboxStore(JdbcClient jdbc, Node node) {
        return new OutboxStore(jdbc, node, OUTBOX_LEASE);
    }

    @Bean
    ParcelOutbox outbox(
            OutboxStore store,
            Wall wall,
            Wakes wakes,
            ApplicationEventPublisher events,
            Clock clock,
            Ids ids,
            RandomGenerator random,
            @Qualifier("outboxBackoff") Backoff backoff) {
        return new ParcelOutbox(store, wall, wakes, events, clock, ids, random, backoff);
    }

    @Bean
    ApplicationRunner freeOldLeases(OutboxStore store, Wall wall, Clock clock) {
        return arguments -> wall.run(Scope.WORKER, () -> store.freeOldLeases(clock.instant()));
    }
}
