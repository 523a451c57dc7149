package io.openvpos.messaging;

import io.openvpos.messaging.access.AccessConfiguration;
import io.openvpos.messaging.http.HttpConfiguration;
import io.openvpos.messaging.limits.LimitConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/// Problem documents, callers and limits at the HTTP edge.
@AutoConfiguration
@Import({HttpConfiguration.class, AccessConfiguration.class, LimitConfiguration.class})
public class HttpAutoConfiguration {}
