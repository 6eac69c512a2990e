/** Attacks a server with legal traffic that needs much memory, and checks that it survives and releases the memory. */
package io.wdatamock.bench.memory;
