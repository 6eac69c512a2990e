package io.wdatamock.mcp;

import java.util.Map;
import java.util.function.Function;

/** Methods of tools by the name of the tool. A method returns the result as a value that JSON represents. */
interface ToolSet {

    Map<String, Function<ToolCall, ?>> methods();
}
