/** What holds for the connections API wherever it is served: by the mock, or by the vendor. */
package io.wdatamock.conformance;
