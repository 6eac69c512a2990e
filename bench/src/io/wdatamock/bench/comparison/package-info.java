/** This server beside WireMock and the JDK's HTTP server: time to start, throughput, latency, memory. */
package io.wdatamock.bench.comparison;
