package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.hub.Caller;

/** openapi.json as the hub serves it, and the question whether an answer is what it promises. */
final class OpenApi {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
        forbidStrangers(document.at("/components/schemas"));
    }

    /** Every operation, e.g. {@code GET /api/v1/orders}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** The names an operation takes behind its question mark. */
    Set<String> questions(String operation) {
        String[] words = operation.split(" ", 2);
        Set<String> names = new TreeSet<>();
        document.path("paths")
                .path(words[1])
                .path(words[0].toLowerCase(Locale.ROOT))
                .path("parameters")
                .forEach(parameter -> {
                    JsonNode whole = followed(parameter);
                    if (whole.path("in").asText().equals("query")) {
                        names.add(whole.path("name").asText());
                    }
                });
        return names;
    }

    /** Fails where status, content type or body are not what the operation promises. */
    void holds(String operation, Caller.Answer answer) {
        String[] words = operation.split(" ", 2);
        JsonNode promised = followed(document.path("paths")
                .path(words[1])
                .path(words[0].toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(answer.status())));
        assertThat(promised.isMissingNode())
                .as(operation + " never promised a " + answer.status() + ": " + answer.text())
                .isFalse();
        String type = answer.header("Content-Type").replaceAll(";.*", "");
        JsonNode schema = promised.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode())
                .as(operation + " never promised " + type)
                .isFalse();
        assertThat(wrong(schema, answer.json()))
                .as(operation + " " + answer.text())
                .isEmpty();
    }

    private Set<ValidationMessage> wrong(JsonNode schema, JsonNode told) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole).validate(told);
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What is told must be promised too, so an object has the fields it lists and no other. */
    private static void forbidStrangers(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.has("allOf")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApi::forbidStrangers);
    }
}
