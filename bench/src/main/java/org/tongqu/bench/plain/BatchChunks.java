package org.tongqu.bench.plain;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.SkipListener;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ItemProcessor;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.file.FlatFileItemReader;
import org.springframework.batch.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.item.file.transform.FieldSet;
import org.springframework.batch.item.support.CompositeItemWriter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch as its guide shows it: a reader, a processor that skips bad rows, batched writers, 1,000 rows a transaction, restartable. */
final class BatchChunks implements Loader {
    private static final int CHUNK = 1_000;
    private static final String CUSTOMER = LikeSchema.CUSTOMER.formatted("?, ?, ?, ?, ?, ?, ?");
    private static final String LINE = LikeSchema.LINE.formatted("?", "?", "?, ?, ?, ?, ?, ?, ?, ?");

    private final DataSource pool;
    private final JdbcTransactionManager transactions;
    private final JobRepository repository;

    BatchChunks(DataSource pool) throws Exception {
        this.pool = pool;
        this.transactions = new JdbcTransactionManager(pool);
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"))
                .execute(pool);
        JobRepositoryFactoryBean factory = new JobRepositoryFactoryBean();
        factory.setDataSource(pool);
        factory.setTransactionManager(transactions);
        factory.setDatabaseType("POSTGRES");
        factory.afterPropertiesSet();
        this.repository = factory.getObject();
    }

    /** A row that goes back to its sender. */
    private static final class BadRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadRow() {
            super("bad row", null, false, false);
        }
    }

    @Override
    public void load(Path file, Path rejects) throws Exception {
        TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
        launcher.setJobRepository(repository);
        launcher.afterPropertiesSet();
        try (BufferedWriter back = Files.newBufferedWriter(rejects)) {
            JobExecution ended = launcher.run(
                    new JobBuilder("load", repository).start(step(file, back)).build(),
                    new JobParametersBuilder()
                            .addString("file", file.toString())
                            .toJobParameters());
            if (ended.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException(ended.toString());
            }
        }
    }

    private Step step(Path file, BufferedWriter back) {
        return new StepBuilder("load", repository)
                .<FieldSet, SoldRow>chunk(CHUNK, transactions)
                .reader(reader(file))
                .processor(processor())
                .writer(writer())
                .faultTolerant()
                .skip(BadRow.class)
                .noRollback(BadRow.class)
                .skipLimit(Integer.MAX_VALUE)
                .listener(sendBack(back))
                .build();
    }

    private static FlatFileItemReader<FieldSet> reader(Path file) {
        return new FlatFileItemReaderBuilder<FieldSet>()
                .name("rows")
                .resource(new FileSystemResource(file))
                .encoding("UTF-8")
                .linesToSkip(1)
                .delimited()
                .names(SoldRow.HEADING.toArray(String[]::new))
                .fieldSetMapper(fields -> fields)
                .build();
    }

    private static ItemProcessor<FieldSet, SoldRow> processor() {
        return fields -> SoldRow.read(Arrays.asList(fields.getValues())).orElseThrow(BadRow::new);
    }

    private static SkipListener<FieldSet, SoldRow> sendBack(BufferedWriter back) {
        return new SkipListener<>() {
            @Override
            public void onSkipInProcess(FieldSet row, Throwable why) {
                try {
                    back.write(String.join("|", row.getValues()) + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private CompositeItemWriter<SoldRow> writer() {
        return new CompositeItemWriter<>(
                List.of(batch(CUSTOMER, BatchChunks::customer), batch(LINE, BatchChunks::line)));
    }

    private JdbcBatchItemWriter<SoldRow> batch(
            String sql, org.springframework.batch.item.database.ItemPreparedStatementSetter<SoldRow> values) {
        JdbcBatchItemWriter<SoldRow> writer = new JdbcBatchItemWriterBuilder<SoldRow>()
                .dataSource(pool)
                .sql(sql)
                .itemPreparedStatementSetter(values)
                .assertUpdates(false)
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    private static void customer(SoldRow row, PreparedStatement to) throws SQLException {
        texts(to, 1, row.nameKey(), row.customer(), row.uscc(), row.province(), row.city(), row.contact(), row.phone());
    }

    private static void line(SoldRow row, PreparedStatement to) throws SQLException {
        texts(to, 1, row.nameKey(), row.productCode(), row.reportNo(), row.lineNo());
        to.setObject(5, row.soldOn());
        to.setBigDecimal(6, row.qty());
        to.setBigDecimal(7, row.unitPrice());
        to.setBigDecimal(8, row.amount());
        texts(to, 9, row.contractNo(), row.remark());
    }

    private static void texts(PreparedStatement to, int from, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            to.setString(from + i, values[i]);
        }
    }
}
