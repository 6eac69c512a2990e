/** What every benchmark needs: servers to measure, requests to send, and a document to report in. */
package io.wdatamock.bench;
