/** The settings of the server, validated when it starts. */
@NullMarked
package io.wdatamock.config;

import org.jspecify.annotations.NullMarked;
