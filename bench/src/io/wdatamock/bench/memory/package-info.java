/** Attacks the server's memory with legal traffic. */
package io.wdatamock.bench.memory;
