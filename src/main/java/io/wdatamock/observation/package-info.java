/** What clients saw of a service: exchanges, and the history of connections and runs that they show. */
@NullMarked
package io.wdatamock.observation;

import org.jspecify.annotations.NullMarked;
