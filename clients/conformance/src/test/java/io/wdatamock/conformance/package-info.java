/** Black-box tests of the connections API, which both the mock and the real service should pass. */
package io.wdatamock.conformance;
