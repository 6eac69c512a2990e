package io.wdatamock.refresh;

import io.wdatamock.journal.Explanation;
import io.wdatamock.lifecycle.Script;
import java.time.Instant;

/**
 * The circumstances of one operation.
 *
 * @param now what the sandbox's clock shows throughout
 * @param client who calls
 * @param overlap whether a connection may have several active runs
 * @param defaultScript the script of connections that have none of their own
 * @param explanation where to tell why
 */
public record OperationContext(
        Instant now, String client, Overlap overlap, Script defaultScript, Explanation explanation) {}
