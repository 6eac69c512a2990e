/** Tests of the MCP endpoint. */
@NullMarked
package io.wdatamock.mcp;

import org.jspecify.annotations.NullMarked;
