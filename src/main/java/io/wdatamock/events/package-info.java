/** Server-sent events: the changes in a sandbox and the queues of the clients that receive them. */
@NullMarked
package io.wdatamock.events;

import org.jspecify.annotations.NullMarked;
