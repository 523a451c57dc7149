package io.openvpos.authorization.payment.http;

import io.openvpos.messaging.access.Caller;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

/// The OpenAPI document of the payment calls. Requests are read field by field from JSON, so their
/// shapes stand in `authorization-openapi.json` and not in classes.
final class ApiDocument implements OpenApiCustomizer {

  private static final String SHAPES = "/authorization-openapi.json";
  private static final String KEY = "#/components/parameters/IdempotencyKey";

  /// The bodies of one call.
  private record Shape(@Nullable String request, int status, String answer) {}

  private static final Map<String, Shape> POSTS =
      Map.of(
          "/v1/payments", new Shape("CreatePayment", 201, "Payment"),
          "/v1/payments/{id}/capture", new Shape("CapturePayment", 200, "Payment"),
          "/v1/payments/{id}/void", new Shape("VoidPayment", 200, "Payment"),
          "/v1/payments/{id}/increments", new Shape("CreateIncrement", 201, "Increment"),
          "/v1/payments/{id}/refunds", new Shape("CreateRefund", 201, "Refund"),
          "/v1/checkout/sessions", new Shape("CreateCheckoutSession", 201, "CheckoutSession"),
          "/v1/payment-links", new Shape("CreatePaymentLink", 201, "PaymentLink"),
          "/v1/card-verifications", new Shape("CreateCardVerification", 201, "CardVerification"));

  private static final Map<String, Shape> GETS =
      Map.of(
          "/v1/payments", new Shape(null, 200, "PaymentPage"),
          "/v1/payment-links/{id}", new Shape(null, 200, "PaymentLink"),
          "/v1/payments/{id}", new Shape(null, 200, "Payment"),
          "/v1/payments/{id}/events", new Shape(null, 200, "PaymentEvents"),
          "/v1/payments/{id}/increments", new Shape(null, 200, "IncrementList"),
          "/v1/payments/{id}/refunds", new Shape(null, 200, "RefundPage"),
          "/v1/refunds/{id}", new Shape(null, 200, "Refund"));

  static OpenAPI document() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    return new OpenAPI().info(new Info().title("authorization-service").version("v1"));
  }

  private static Components components() {
    try (InputStream shapes = ApiDocument.class.getResourceAsStream(SHAPES)) {
      return Json.mapper().readValue(shapes, Components.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void customise(OpenAPI document) {
    Components written = components();
    Components generated = document.getComponents();
    if (generated != null && generated.getSchemas() != null) {
      generated.getSchemas().forEach(written.getSchemas()::putIfAbsent);
    }
    document.setComponents(
        written
            .addSecuritySchemes(
                "secret_key", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
            .addSecuritySchemes(
                "staff_token",
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT")));
    document
        .getPaths()
        .forEach((path, item) -> {
          describe(item, PathItem.HttpMethod.POST, POSTS.get(path));
          describe(item, PathItem.HttpMethod.GET, GETS.get(path));
        });
  }

  private static void describe(PathItem item, PathItem.HttpMethod method, @Nullable Shape shape) {
    Operation operation = item.readOperationsMap().get(method);
    if (operation == null || shape == null) {
      return;
    }
    if (method == PathItem.HttpMethod.GET) {
      operation.addParametersItem(
          query("mode", "For people: test or live. Without it a list has test payments."));
      operation.addParametersItem(
          query("merchant_id", "For the acquirer's people: whose payments. A list needs it."));
    }
    String request = shape.request();
    if (request != null) {
      operation.addParametersItem(new Parameter().$ref(KEY));
      operation.setRequestBody(new RequestBody().content(json("application/json", request)));
    }
    ApiResponses responses =
        new ApiResponses()
            .addApiResponse(
                String.valueOf(shape.status()),
                new ApiResponse()
                    .description("done")
                    .content(json("application/json", shape.answer())))
            .addApiResponse(
                "default",
                new ApiResponse()
                    .description("a problem")
                    .content(json("application/problem+json", "Problem")));
    if ("CreatePayment".equals(request)) {
      responses.addApiResponse(
          "202",
          new ApiResponse()
              .description("the issuer has not answered; it ends as reversed")
              .content(json("application/json", shape.answer())));
    }
    operation.setResponses(responses);
  }

  private static Parameter query(String name, String description) {
    return new Parameter()
        .name(name)
        .in("query")
        .description(description)
        .schema(new Schema<String>().type("string"));
  }

  private static Content json(String type, String schema) {
    return new Content()
        .addMediaType(
            type, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
  }
}
