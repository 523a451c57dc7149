package io.openvpos.page.frame;

import io.openvpos.messaging.http.Messages;
import io.openvpos.page.Download;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageSessions;
import io.openvpos.page.PageSettings;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.i18n.LocaleContextResolver;
import reactor.core.scheduler.Schedulers;

/// The frame around pages, in services that have pages (`vpos.pages.enabled`).
@AutoConfiguration(before = {WebFluxAutoConfiguration.class, MessageSourceAutoConfiguration.class})
@ConditionalOnBooleanProperty("vpos.pages.enabled")
@EnableConfigurationProperties(PageSettings.class)
@Import({PageProblems.class, EdgeOfPages.class})
public class PageAutoConfiguration {

  private static final String BUNDLES = "pages/";
  private static final String TURKISH = "_tr.properties";

  /// Scripts come from their jars, of whatever version is on the class path.
  private static final String WEBJARS = "classpath*:/META-INF/resources/webjars/";

  /// The texts of all pages: each file `pages/<feature>_tr.properties` with its `_en` beside it.
  @Bean
  MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Locale.of("tr"));
    Resource[] found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + BUNDLES + "*" + TURKISH);
    source.addBasenames(
        Stream.of(found)
            .map(file -> String.valueOf(file.getFilename()))
            .map(name -> BUNDLES + name.substring(0, name.length() - TURKISH.length()))
            .sorted()
            .toArray(String[]::new));
    return source;
  }

  @Bean
  LocaleContextResolver localeContextResolver() {
    return new PageLanguage();
  }

  @Bean
  PageCallers pageCallers(
      ObjectProvider<NavEntry> menu, MessageSource messageSource, Messages problems) {
    return new PageCallers(menu, messageSource, problems);
  }

  /// Of a service that keeps none itself.
  @Bean
  @ConditionalOnMissingBean
  PageSessions remoteSessions(PageSettings settings) {
    URI uri = settings.sessionUri();
    if (uri == null) {
      throw new IllegalStateException("vpos.pages.session-uri names no place of sessions");
    }
    return new RemoteSessions(uri);
  }

  @Bean
  PageFilter pageFilter(PageSessions sessions, PageSettings settings) {
    return new PageFilter(
        new Admission(sessions, settings),
        settings,
        Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor()));
  }

  @Bean
  DownloadFilter downloadFilter(
      PageSessions sessions, ObjectProvider<Download> downloads, PageSettings settings) {
    return new DownloadFilter(
        sessions,
        downloads.orderedStream().toList(),
        settings,
        Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor()));
  }

  @Bean
  WebFluxConfigurer pageArguments(PageCallers callers) {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new PageArguments(callers));
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/static/lib/**")
            .addResourceLocations(
                folder("htmx.org/*/dist/htmx.min.js"), folder("chart.js/*/dist/chart.umd.min.js"))
            .setCacheControl(CacheControl.noCache());
        registry
            .addResourceHandler("/static/**")
            .addResourceLocations("classpath:/static/")
            .setCacheControl(CacheControl.noCache());
      }
    };
  }

  private static String folder(String file) {
    try {
      String url =
          new PathMatchingResourcePatternResolver()
              .getResources(WEBJARS + file)[0]
              .getURL()
              .toString();
      return url.substring(0, url.lastIndexOf('/') + 1);
    } catch (IOException unreadable) {
      throw new IllegalStateException("no script " + file, unreadable);
    }
  }
}
