package org.tongqu.bench.plain;

import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A bare Spring Boot application, {@code BareMain PORT URL FACTORY}: {@code /orders} with one insert, {@code /page} with nothing behind it, {@code /visits} with one commit and a call
 * of the factory; it says {@code ready} and ends with its standard input.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
public class BareMain {
    private static final String TABLES = """
            create table bare_order (id uuid primary key, order_no text not null unique, said jsonb not null, at timestamptz not null default now());
            create table bare_visit (id uuid primary key, bytes bytea not null, at timestamptz not null default now());
            create table bare_outbox (
                seq bigint generated always as identity primary key,
                visit uuid not null references bare_visit, state text not null, bytes bytea not null);
            create index on bare_outbox (seq) where state = 'WAITING';
            """;

    public static void main(String[] arguments) throws Exception {
        SpringApplication application = new SpringApplication(BareMain.class);
        application.setDefaultProperties(java.util.Map.of(
                "server.address",
                "127.0.0.1",
                "server.port",
                arguments[0],
                "spring.main.banner-mode",
                "off",
                "spring.datasource.url",
                arguments[1],
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                System.getenv().getOrDefault("BENCH_DB_PASSWORD", ""),
                "spring.datasource.hikari.maximum-pool-size",
                "24",
                "bench.factory",
                arguments[2]));
        application.run();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // until the one who started it is gone
        }
        System.exit(0);
    }

    @Bean
    BarePage page() {
        return new BarePage();
    }

    @Bean
    BareOrders orders(JdbcClient jdbc) {
        for (String table : List.of(TABLES.split(";\n"))) {
            jdbc.sql(table).update();
        }
        return new BareOrders(jdbc);
    }

    @Bean
    BareChain chain(
            BareOrders tablesFirst,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataSource pool,
            @org.springframework.beans.factory.annotation.Value("${bench.factory}") URI factory) {
        return new BareChain(jdbc, transactions, pool, factory);
    }
}
