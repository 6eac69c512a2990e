/** Whether the server is well, for whoever runs it: an orchestrator, a load balancer, a script. */
@NullMarked
package io.wdatamock.health;

import org.jspecify.annotations.NullMarked;
