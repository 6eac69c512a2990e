/** The control API below /__mock: thin controllers over a sandbox, for tests and the live page. */
@NullMarked
package io.wdatamock.control;

import org.jspecify.annotations.NullMarked;
