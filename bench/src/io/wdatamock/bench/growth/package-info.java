/** Measures requests and memory with many connections and many sandboxes. */
package io.wdatamock.bench.growth;
