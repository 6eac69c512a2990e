/** What the benchmarks share: an HTTP client that can also break the protocol, the server process, and the report. */
package io.wdatamock.bench;
