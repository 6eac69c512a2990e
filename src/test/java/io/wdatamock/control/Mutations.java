package io.wdatamock.control;

import io.wdatamock.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A generator of mutated JSON bodies, which is reproducible by its seed. */
public final class Mutations {

    private static final List<String> STRANGE_VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"x\"",
            "\"\\ud800\"",
            "\"\\u0000\\uffff\"",
            "\"PT-1S\"",
            "\"P999999999999D\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00+18:00\"",
            "0",
            "-1",
            "1.5",
            "-0.0",
            "2147483648",
            "-9223372036854775809",
            "1e999999999",
            "1e-999999999",
            "123456789012345678901234567890.123456789",
            "[]",
            "[null]",
            "[[[]]]",
            "{}",
            "{\"type\": \"x\"}",
            "{\"type\": null}",
            "{\"a\": {\"b\": [1, null, {}]}}");

    private static final int LONG = 2_000;

    private final Random random;
    private final List<String> valid;

    public Mutations(long seed, List<String> valid) {
        this.random = new Random(seed);
        this.valid = List.copyOf(valid);
    }

    /** The next body. */
    public byte[] next() {
        String body = valid.get(random.nextInt(valid.size()));
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            body = mutate(body);
        }
        return random.nextInt(10) == 0 ? broken(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private String mutate(String body) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> inside(body, this::replaceOne);
            case 3 -> inside(body, this::removeOne);
            case 4 -> inside(body, this::addOne);
            case 5 -> inside(body, this::nestOne);
            case 6 -> body.substring(0, random.nextInt(body.length() + 1));
            default -> strange();
        };
    }

    /** A body with some bytes changed. */
    private byte[] broken(String body) {
        byte[] bytes = (body + " ").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String strange() {
        return STRANGE_VALUES.get(random.nextInt(STRANGE_VALUES.size()));
    }

    private interface Change {
        void apply(JsonNode container);
    }

    /** Changes one nested object or array; leaves text that is not valid JSON unchanged. */
    private String inside(String body, Change change) {
        JsonNode tree = parse(body);
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        if (containers.isEmpty()) {
            return body;
        }
        change.apply(containers.get(random.nextInt(containers.size())));
        return tree.toString();
    }

    private static JsonNode parse(String body) {
        try {
            return WireJson.MAPPER.readTree(body);
        } catch (tools.jackson.core.JacksonException e) {
            return WireJson.MAPPER.missingNode();
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void replaceOne(JsonNode container) {
        JsonNode value = parse(strange());
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            object.set(anyName(object), value);
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), value);
        }
    }

    private void removeOne(JsonNode container) {
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            object.remove(anyName(object));
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            array.remove(random.nextInt(array.size()));
        }
    }

    private void addOne(JsonNode container) {
        String text = random.nextBoolean() ? "unknown" : "é\u2028".repeat(random.nextInt(LONG));
        if (container instanceof ObjectNode object) {
            object.set(text, parse(strange()));
        } else if (container instanceof ArrayNode array) {
            array.add(array.isEmpty() ? parse(strange()) : array.get(0).deepCopy());
        }
    }

    private void nestOne(JsonNode container) {
        int depth = 1 + random.nextInt(600);
        String nested = "[".repeat(depth) + "]".repeat(depth);
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            object.putRawValue(anyName(object), new tools.jackson.databind.util.RawValue(nested));
        } else if (container instanceof ArrayNode array) {
            array.addRawValue(new tools.jackson.databind.util.RawValue(nested));
        }
    }

    private String anyName(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        return names.get(random.nextInt(names.size()));
    }
}
