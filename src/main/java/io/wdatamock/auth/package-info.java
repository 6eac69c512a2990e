/** Who may call: access tokens, their issue, and the modes in which they are asked for. */
@NullMarked
package io.wdatamock.auth;

import org.jspecify.annotations.NullMarked;
