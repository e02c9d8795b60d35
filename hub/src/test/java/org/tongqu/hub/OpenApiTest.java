package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("openapi.json holds what the read APIs tell, field by field")
class OpenApiTest extends HubTest {
    @Autowired
    private Sowing sowing;

    private final List<String> differences = new ArrayList<>();

    @Test
    @DisplayName("nothing is promised that is not told, nothing told that is not promised")
    void bothSides() {
        SownWorld world = SownWorld.sow(sowing);
        JsonNode api = Caller.nobody(port).get("/openapi.json").json();
        Stream.<List<String>>of(
                        List.of("/messages", "?limit=20"),
                        List.of("/messages/{id}", world.neVisitMessage()),
                        List.of("/messages/{id}", world.a001FileMessage()),
                        List.of("/customers", "?q=" + world.tag()),
                        List.of("/customers/{id}", world.neCustomer() + "?provenance=true"),
                        List.of("/needs", "?visitNo=" + world.neVisitNo()),
                        List.of("/needs/{id}", world.neNeed()),
                        List.of("/demands", "?limit=5"),
                        List.of("/demands/{id}", world.craneDemand()))
                .forEach(asked -> compare(api, asked.get(0), asked.get(1)));
        assertThat(differences).isEmpty();
    }

    private void compare(JsonNode api, String template, String rest) {
        String path = template.contains("{id}") ? template.replace("{id}", rest) : template + rest;
        JsonNode told = Caller.as(port, "desk").get("/api/v1" + path).json();
        JsonNode promised = api.at("/paths/" + "/api/v1".concat(template).replace("/", "~1"))
                .at("/get/responses/200/content/application~1json/schema");
        assertThat(promised.isMissingNode()).as(template).isFalse();
        compare(api, template, promised, told);
    }

    private void compare(JsonNode api, String where, JsonNode schema, JsonNode told) {
        if (schema.has("$ref")) {
            compare(api, where, api.at(schema.path("$ref").asText().substring(1)), told);
        } else if (schema.has("oneOf")) {
            if (!told.isNull()) {
                compare(api, where, schema.path("oneOf").get(0), told);
            }
        } else if (told.isObject()) {
            compareFields(api, where, schema, told);
        } else if (told.isArray()) {
            told.forEach(item -> compare(api, where + "[]", schema.path("items"), item));
        } else if (!types(schema).contains(typeOf(told))) {
            differences.add(where + " is " + typeOf(told) + ", promised " + types(schema));
        }
    }

    private void compareFields(JsonNode api, String where, JsonNode schema, JsonNode told) {
        schema.path("required").forEach(field -> {
            if (!told.has(field.asText())) {
                differences.add(where + "." + field.asText() + " is promised and not told");
            }
        });
        told.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode other = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (other.isMissingNode()) {
                differences.add(where + "." + field.getKey() + " is told and not promised");
            } else {
                compare(api, where + "." + field.getKey(), other, field.getValue());
            }
        });
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? texts(type) : List.of(type.asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static String typeOf(JsonNode told) {
        return switch (told.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> told.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            case OBJECT, POJO, BINARY, MISSING -> "object";
        };
    }
}
