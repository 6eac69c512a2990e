/** The endpoint for agents: tools, resources and prompts of the Model Context Protocol. */
@NullMarked
package io.wdatamock.mcp;

import org.jspecify.annotations.NullMarked;
