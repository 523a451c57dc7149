package io.openvpos.messaging;

import io.openvpos.messaging.access.AccessConfiguration;
import io.openvpos.messaging.http.HttpConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/// Problem documents and callers at the HTTP edge.
@AutoConfiguration
@Import({HttpConfiguration.class, AccessConfiguration.class})
public class HttpAutoConfiguration {}
