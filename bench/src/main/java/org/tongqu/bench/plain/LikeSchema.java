package org.tongqu.bench.plain;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables like those an import fills: a line with three foreign keys, its own key and four more indexes; a customer known by its name. */
final class LikeSchema {
    static final int AGENT = 1;

    private static final String TABLES = """
            create table agent (id int primary key, code text not null unique);
            create table product (id int primary key, code text not null unique);
            create table customer (
                id bigint generated always as identity primary key,
                name_key text not null unique,
                name text not null, uscc text, province text, city text, contact text, phone text);
            create table sales_line (
                id bigint generated always as identity primary key,
                agent_id int not null references agent,
                customer_id bigint not null references customer,
                product_id int not null references product,
                report_no text not null, line_no text not null, sold_on date not null,
                qty numeric(18, 4) not null, unit_price numeric(18, 4), amount numeric(18, 4), contract_no text, remark text,
                unique (agent_id, report_no, line_no));
            create index on sales_line (customer_id);
            create index on sales_line (product_id, sold_on);
            create index on sales_line (agent_id, sold_on);
            create index on sales_line (contract_no);
            insert into agent values (1, 'agent-a002');
            insert into product select n, 'P' || lpad(n::text, 4, '0') from generate_series(1, 200) n;
            """;

    static final String CUSTOMER = """
            insert into customer (name_key, name, uscc, province, city, contact, phone) values (%s)
            on conflict (name_key) do nothing
            """;

    static final String LINE = """
            insert into sales_line
                (agent_id, customer_id, product_id, report_no, line_no, sold_on, qty, unit_price, amount, contract_no, remark)
            values (1, (select id from customer where name_key = %s), (select id from product where code = %s), %s)
            on conflict do nothing
            """;

    private LikeSchema() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    static HikariDataSource pool(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.setMaximumPoolSize(8);
        return pool;
    }
}
