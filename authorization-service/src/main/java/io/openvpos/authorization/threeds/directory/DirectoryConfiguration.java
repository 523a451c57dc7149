package io.openvpos.authorization.threeds.directory;

import io.openvpos.authorization.threeds.DirectoryServer;
import io.openvpos.authorization.threeds.NoDirectoryServer;
import io.openvpos.authorization.threeds.ThreeDSecureSettings;
import io.openvpos.authorization.vault.CardReveal;
import io.openvpos.messaging.task.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the directory server, if there is one.
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  @Bean
  DirectoryServer directoryServer(ThreeDSecureSettings settings, CardReveal cards) {
    String url = settings.directoryUrl();
    if (url == null) {
      return new NoDirectoryServer();
    }
    HttpDirectoryServer directory = new HttpDirectoryServer(url, settings, cards, Tasks.system());
    directory.start();
    return directory;
  }
}
