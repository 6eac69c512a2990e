/** The way of a request: filters, exchange, interceptors, faults, journal entry, and response. */
@NullMarked
package io.wdatamock.web;

import org.jspecify.annotations.NullMarked;
