/** Whether the server stays as quick, and how much memory it takes, as connections and sandboxes become many. */
package io.wdatamock.bench.growth;
