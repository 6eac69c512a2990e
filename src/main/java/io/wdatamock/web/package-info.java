/** HTTP around the operations: finding the sandbox, the checks in their order, bodies, and errors in the right shape. */
@NullMarked
package io.wdatamock.web;

import org.jspecify.annotations.NullMarked;
