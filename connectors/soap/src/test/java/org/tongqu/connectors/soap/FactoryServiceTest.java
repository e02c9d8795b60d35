package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactoryServiceTest {
    @Test
    void first() {
        try (Counter counter = new Counter()) {
            System.out.println(counter.hears(Envelopes.order("A-1")));
            System.out.println(new String(counter.calls.getFirst().payload(), UTF_8));
            System.out.println(new String(
                    ((Payload.Document) Payload.read(counter.calls.getFirst().payload())).json(), UTF_8));
            System.out.println(counter.hears("<x"));
            System.out.println(counter.hears(Envelopes.around("<o/>")));
            System.out.println(counter.hears(Envelopes.around("<o/>")
                    .replace(
                            "<soap:Body>",
                            "<soap:Header><w:x xmlns:w='urn:x' soap:mustUnderstand='1'/></soap:Header><soap:Body>")));
        }
        assertThat(List.of(1)).hasSize(1);
    }
}
