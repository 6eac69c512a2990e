/** Compares this server with others that do the same work. */
package io.wdatamock.bench.comparison;
