/** Authentication: access tokens, the token endpoint's requests and responses, and the modes. */
@NullMarked
package io.wdatamock.auth;

import org.jspecify.annotations.NullMarked;
