package io.wdatamock.refresh;

import io.wdatamock.journal.Explanation;
import io.wdatamock.lifecycle.Script;
import java.time.Instant;

/**
 * The context of one operation.
 *
 * @param now the time of the sandbox's clock during the operation
 * @param client the ID of the client
 * @param overlap whether a connection may have several active runs
 * @param defaultScript the script of connections without scripts
 * @param explanation collects the reasons for the response
 */
public record OperationContext(
        Instant now, String client, Overlap overlap, Script defaultScript, Explanation explanation) {}
