package org.tongqu.bench.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint as one writes it in an hour: bind the order, insert it once, answer. */
@RestController
class BareOrders {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    BareOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(
            String lineNo,
            String productCode,
            @Nullable String productClass,
            @Nullable String model,
            BigDecimal qty,
            BigDecimal unitPrice) {}

    record Order(String orderNo, String orderedAt, String currency, JsonNode customer, List<Line> lines) {}

    @PostMapping("/orders")
    ResponseEntity<Map<String, Object>> take(@RequestBody Order order) throws JsonProcessingException {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into bare_order (id, order_no, said) values (?, ?, ?::jsonb)")
                .params(id, order.orderNo(), JSON.writeValueAsString(order))
                .update();
        return ResponseEntity.accepted()
                .body(Map.of("receipts", List.of(Map.of("messageId", id, "status", "RECEIVED"))));
    }
}
