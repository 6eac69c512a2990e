/** Tomcat below the Servlet API: its own error responses, connection control, and limits for slow bodies. */
@NullMarked
package io.wdatamock.web.tomcat;

import org.jspecify.annotations.NullMarked;
