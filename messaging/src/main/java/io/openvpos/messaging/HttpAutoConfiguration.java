package io.openvpos.messaging;

import io.openvpos.messaging.access.AccessConfiguration;
import io.openvpos.messaging.http.HttpConfiguration;
import io.openvpos.messaging.limits.LimitConfiguration;
import io.openvpos.messaging.signature.SignatureConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/// Problem documents, callers and limits at the HTTP edge.
@AutoConfiguration
@Import({
  HttpConfiguration.class,
  AccessConfiguration.class,
  LimitConfiguration.class,
  SignatureConfiguration.class
})
public class HttpAutoConfiguration {}
