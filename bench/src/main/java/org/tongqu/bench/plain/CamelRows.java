package org.tongqu.bench.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The route one writes first: split the file, a transaction a row, the idempotent consumer against doubles, two statements by the SQL component. */
final class CamelRows implements Loader {
    private static final String CUSTOMER =
            LikeSchema.CUSTOMER.formatted(":#nameKey, :#customer, :#uscc, :#province, :#city, :#contact, :#phone");
    private static final String LINE = LikeSchema.LINE.formatted(
            ":#nameKey",
            ":#productCode",
            ":#reportNo, :#lineNo, :#soldOn, :#qty, :#unitPrice, :#amount, :#contractNo, :#remark");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final JdbcMessageIdRepository seen;

    CamelRows(DataSource pool) throws Exception {
        camel.getRegistry().bind("pool", pool);
        camel.getRegistry().bind("PROPAGATION_REQUIRED", new SpringTransactionPolicy(new JdbcTransactionManager(pool)));
        seen = new JdbcMessageIdRepository(pool, "rows");
        camel.addRoutes(new Rows());
        camel.start();
    }

    @Override
    public void load(Path file, Path rejects) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file, UTF_8);
                BufferedWriter back = Files.newBufferedWriter(rejects)) {
            Iterator<CsvRecord> each = rows.iterator();
            each.next();
            camel.createProducerTemplate().sendBodyAndProperty("direct:file", each, "back", back);
        }
    }

    private final class Rows extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:file").split(body()).streaming().stopOnException().to("direct:row");
            from("direct:row")
                    .transacted()
                    .process(CamelRows::read)
                    .filter(exchangeProperty("bad").isNull())
                    .idempotentConsumer(exchangeProperty("key"), seen)
                    .to("sql:" + CUSTOMER + "?dataSource=#pool")
                    .to("sql:" + LINE + "?dataSource=#pool");
        }
    }

    private static void read(Exchange exchange) throws IOException {
        CsvRecord cells = exchange.getMessage().getBody(CsvRecord.class);
        var row = SoldRow.read(cells.getFields());
        if (row.isEmpty()) {
            exchange.setProperty("bad", true);
            exchange.getProperty("back", BufferedWriter.class).write(String.join("|", cells.getFields()) + "\n");
            return;
        }
        exchange.setProperty("key", row.get().key());
        exchange.getMessage().setBody(named(row.get()));
    }

    private static Map<String, Object> named(SoldRow row) {
        Map<String, Object> named = new HashMap<>();
        named.put("nameKey", row.nameKey());
        named.put("customer", row.customer());
        named.put("uscc", row.uscc());
        named.put("province", row.province());
        named.put("city", row.city());
        named.put("contact", row.contact());
        named.put("phone", row.phone());
        named.put("productCode", row.productCode());
        named.put("reportNo", row.reportNo());
        named.put("lineNo", row.lineNo());
        named.put("soldOn", row.soldOn());
        named.put("qty", row.qty());
        named.put("unitPrice", row.unitPrice());
        named.put("amount", row.amount());
        named.put("contractNo", row.contractNo());
        named.put("remark", row.remark());
        return named;
    }
}
