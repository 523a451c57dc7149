package io.openvpos.messaging.mongo;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Where the service's documents are.
///
/// @param uri connection string; one that asks for weaker writes or reads refuses the start
/// @param database the service's own database
@Validated
@ConfigurationProperties("vpos.mongo")
public record MongoSettings(@NotBlank String uri, @NotBlank String database) {}
