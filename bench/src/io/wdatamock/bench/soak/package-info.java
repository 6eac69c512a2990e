/** Keeps a server busy for long, with all kinds of clients, and looks for anything that is left over. */
package io.wdatamock.bench.soak;
