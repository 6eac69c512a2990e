/** Configuration of Spring MVC: arguments, return values, binding, CORS, and the order of interceptors. */
@NullMarked
package io.wdatamock.web.mvc;

import org.jspecify.annotations.NullMarked;
