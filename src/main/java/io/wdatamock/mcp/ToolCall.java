package io.wdatamock.mcp;

import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.WireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of a tool.
 *
 * @param sandbox the sandbox that the call concerns
 * @param arguments the arguments without the sandbox
 */
record ToolCall(Sandbox sandbox, ObjectNode arguments) {

    /** Returns the arguments as a value of this type; throws 400 with the argument and what it must be. */
    <T> T read(Class<T> type) {
        try {
            return WireJson.MAPPER.treeToValue(arguments, type);
        } catch (JacksonException e) {
            throw ApiException.badRequest(List.of(JsonErrors.detail(e, arguments)));
        }
    }

    /** Returns an argument that the tool needs; throws 400 if it is missing. */
    static <T> T required(String name, @Nullable T argument) {
        if (argument == null) {
            throw ApiException.badRequest(name, name + " is missing; the tool needs it");
        }
        return argument;
    }
}
