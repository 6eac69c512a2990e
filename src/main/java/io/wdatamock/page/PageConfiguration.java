package io.wdatamock.page;

import io.wdatamock.web.route.Route;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the files of the page, and llms.txt. Browsers cache them and revalidate them on each use. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final String FILES = "/live/**";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        addFiles(registry, FILES, "classpath:/page/live/");
        addFiles(registry, Route.LLMS, "classpath:/page/");
    }

    private static void addFiles(ResourceHandlerRegistry registry, String paths, String location) {
        registry.addResourceHandler(paths)
                .addResourceLocations(location)
                .setUseLastModified(false)
                .setEtagGenerator(EntityTag::of)
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PagePolicy()).addPathPatterns("", "/", FILES);
    }
}
