package org.tongqu.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.tongqu.bench.inlets.UsernameToken;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Line;

/** The ways in as partners' own programs would use them. */
final class Posts {
    static final String AGENT = "agent-a009";
    private static final int PATIENCE_MILLIS = 15_000;

    private Posts() {}

    static Post of(Mail.Way way, World world) {
        return switch (way) {
            case VISIT -> new Http(json(world, "/api/v1/visits", "rep-ne-1"));
            case ORDER, ORDERS -> new Http(json(world, "/api/v1/orders", Writer.ORDERS_BY_REST));
            case SOAP ->
                new Soap(new Line(world.port(), "/ws/factory", "text/xml;charset=UTF-8", ""), world.soapSecret());
            case QUEUE -> new Queue(world.broker());
            case FILE -> new Drop(world.dropFolder(AGENT), new HashSet<>());
        };
    }

    private static Line json(World world, String path, String login) {
        return new Line(world.port(), path, "application/json", Hub.basic(login, "demo"));
    }

    private record Http(Line line) implements Post {
        @Override
        public boolean isTaken(Mail mail) throws IOException {
            return answered(line, mail.body()).status() == 202;
        }

        @Override
        public void close() throws IOException {
            line.close();
        }
    }

    /** A line that broke is opened anew for the next try. */
    private static Line.Answer answered(Line line, String body) throws IOException {
        try {
            return line.post(body.getBytes(UTF_8));
        } catch (IOException | RuntimeException broken) {
            line.close();
            throw broken;
        }
    }

    private record Soap(Line line, String secret) implements Post {
        @Override
        public boolean isTaken(Mail mail) throws IOException {
            String token = new UsernameToken(Writer.ORDERS_BY_SOAP, secret).xml();
            Line.Answer answer = answered(line, """
                    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>%s</s:Header><s:Body>
                    <SubmitOrder xmlns="urn:tongqu:factory:1"><order>%s</order></SubmitOrder></s:Body></s:Envelope>""".formatted(token, mail.body()));
            return answer.status() == 200
                    && (answer.body().contains(">RECEIVED<") || answer.body().contains(">DUPLICATE<"));
        }

        @Override
        public void close() throws IOException {
            line.close();
        }
    }

    /** A receipt is what comes back under the letter's id; the broker's own word counts for nothing. */
    private static final class Queue implements Post {
        private final String broker;
        private @Nullable ActiveMQConnectionFactory factory;
        private @Nullable JMSContext line;

        Queue(String broker) {
            this.broker = broker;
        }

        @Override
        public boolean isTaken(Mail mail) throws Exception {
            try {
                return isAnswered(open(), mail);
            } catch (Exception broken) {
                close();
                throw broken;
            }
        }

        private static boolean isAnswered(JMSContext open, Mail mail) throws Exception {
            TextMessage letter = open.createTextMessage(mail.body());
            letter.setStringProperty("kind", "ORDER");
            letter.setJMSCorrelationID(mail.name());
            open.createProducer().send(open.createQueue("tongqu.in." + Writer.ORDERS_BY_QUEUE), letter);
            try (JMSConsumer receipts =
                    open.createConsumer(open.createQueue("tongqu.receipts." + Writer.ORDERS_BY_QUEUE))) {
                long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
                while (System.nanoTime() < end) {
                    Message answer = receipts.receive(500);
                    if (answer != null && mail.name().equals(answer.getJMSCorrelationID())) {
                        String said = answer.getBody(String.class);
                        return said.contains("RECEIVED") || said.contains("DUPLICATE");
                    }
                }
            }
            return false;
        }

        private JMSContext open() {
            if (line == null) {
                factory = new ActiveMQConnectionFactory(broker, Writer.ORDERS_BY_QUEUE, "demo");
                factory.setCallTimeout(PATIENCE_MILLIS);
                factory.setReconnectAttempts(0);
                factory.setInitialConnectAttempts(1);
                line = factory.createContext();
            }
            return Objects.requireNonNull(line);
        }

        @Override
        public void close() {
            JMSContext context = line;
            ActiveMQConnectionFactory opened = factory;
            line = null;
            factory = null;
            if (context != null) {
                quietly(context::close);
            }
            if (opened != null) {
                quietly(opened::close);
            }
        }

        private static void quietly(Runnable close) {
            try {
                close.run();
            } catch (RuntimeException gone) {
                // the broker died before us
                Thread.onSpinWait();
            }
        }
    }

    /** Put there under a name the hub leaves alone, then renamed; from then on the sender waits for the receipt, whatever happens. */
    private record Drop(Path folder, Set<String> dropped) implements Post {
        @Override
        public boolean isTaken(Mail mail) throws Exception {
            Path receipt = folder.resolve("out").resolve(mail.name() + ".receipt.json");
            if (dropped.add(mail.name())) {
                Path part = folder.resolve("in").resolve(mail.name() + ".part");
                Files.writeString(part, mail.body());
                Files.move(part, folder.resolve("in").resolve(mail.name()), StandardCopyOption.ATOMIC_MOVE);
            }
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            while (!Files.exists(receipt) && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            return Files.exists(receipt);
        }
    }
}
