package io.openvpos.messaging.access;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is let in, and where that is told.
///
/// @param jwksUri where the staff keys are; absent in merchant-service, which has them
/// @param publicPaths paths below /v1 that need no caller, exactly
/// @param openPaths beginnings of paths below /v1 that let in those who say nothing of themselves:
///   the controllers ask for something else there. A credential that is sent must be right.
@ConfigurationProperties("vpos.access")
public record AccessSettings(
    @Nullable URI jwksUri,
    @DefaultValue List<String> publicPaths,
    @DefaultValue List<String> openPaths) {}
