package org.tongqu.hub.visits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.connectors.rest.RecordJson;
import org.tongqu.hub.needs.Needs;
import org.tongqu.routes.Answer;

/** Offences on purpose, one a line; no bean, so nothing of it ever runs. */
public class PlantedImpl {
    JdbcClient sqlOutsideAStore;
    Needs aHigherFloor;
    ProducerTemplate camel;
    Answer aRoute;
    Class<RecordJson> aWireFormat = RecordJson.class;
    Instant time = Clock.systemUTC().instant();

    PlantedImpl(JdbcClient jdbc, Needs needs, ProducerTemplate camel, Answer answer) {
        this.sqlOutsideAStore = jdbc;
        this.aHigherFloor = needs;
        this.camel = camel;
        this.aRoute = answer;
    }

    @GetMapping
    String aPageOutsideWeb() throws JsonProcessingException {
        return new ObjectMapper().readTree("{}").asText();
    }

    @EventListener
    void hear(String news) {
        this.time = Instant.parse(news);
    }

    void setTime(Instant time) {
        this.time = time;
    }
}
