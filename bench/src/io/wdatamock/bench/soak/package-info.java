/** Keeps a server busy with well-behaved, slow and broken clients, and checks that it keeps nothing of them. */
package io.wdatamock.bench.soak;
