package io.openvpos.messaging.parking.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.ParkingDesk;
import io.openvpos.messaging.parking.ParkingDesk.Answer.AlreadyParked;
import io.openvpos.messaging.parking.ParkingDesk.Answer.NotParkable;
import io.openvpos.messaging.parking.ParkingDesk.Answer.NotStoppedThere;
import io.openvpos.messaging.parking.Parkings;
import io.openvpos.messaging.parking.Replaying;
import io.openvpos.messaging.parking.http.ParkingAnswers.Parked;
import io.openvpos.messaging.parking.http.ParkingAnswers.ParkedRecords;
import io.openvpos.messaging.parking.http.ParkingAnswers.Replayed;
import io.openvpos.messaging.parking.http.ParkingRequests.ParkRequest;
import io.openvpos.messaging.parking.http.ParkingRequests.ReplayRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Parks a merchant's records and replays them. Nothing here skips one.
@RestController
public final class ParkedRecordController {

  private static final Logger LOGGER = LoggerFactory.getLogger(ParkedRecordController.class);

  private final ParkingDesk desk;
  private final Replaying replaying;
  private final Parkings parkings;
  private final JsonBody body;

  ParkedRecordController(ParkingDesk desk, Replaying replaying, Parkings parkings, JsonBody body) {
    this.desk = desk;
    this.replaying = replaying;
    this.parkings = parkings;
    this.body = body;
  }

  @GetMapping("/v1/parked-records")
  ParkedRecords list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String topic,
      @RequestParam(required = false) @Nullable String merchant) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR);
    return new ParkedRecords(
        parkings.open().stream()
            .filter(parking -> topic == null || topic.equals(parking.id().topic()))
            .filter(parking -> merchant == null || merchant.equals(parking.id().key()))
            .map(this::answer)
            .toList());
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ParkRequest.class))))
  @PostMapping("/v1/parked-records")
  ResponseEntity<Parked> park(@Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_OPS);
    ParkRequest request = body.read(exchange, ParkRequest.class);
    ParkingDesk.Wish wish = request.wish(staff.subject());
    return switch (desk.park(wish)) {
      case ParkingDesk.Answer.Parked(Parking parking) -> {
        LOGGER.warn("{} parks {} from offset {}", wish.by(), parking.id(), parking.from());
        yield ResponseEntity.status(HttpStatus.CREATED).body(answer(parking));
      }
      case AlreadyParked(Parking parking) -> ResponseEntity.ok(answer(parking));
      case NotStoppedThere _ -> throw ProblemException.of(409, "partition_not_stopped_there");
      case NotParkable _ -> throw ProblemException.of(409, "record_not_parkable");
    };
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ReplayRequest.class))))
  @PostMapping("/v1/parked-records/replay")
  Replayed replay(@Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_OPS);
    ReplayRequest request = body.read(exchange, ReplayRequest.class);
    Replaying.Outcome outcome =
        replaying
            .replay(request.parking(), staff.subject())
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    Parking parking = outcome.parking();
    LOGGER.warn("{} replays {}: {} records", staff.subject(), parking.id(), outcome.replayed());
    return new Replayed(
        parking.id().topic(),
        parking.id().partition(),
        parking.id().key(),
        outcome.replayed(),
        parking.open() ? parkings.pendingOffsets(parking).size() : 0,
        !parking.open(),
        Replayed.stoppedAt(outcome.stopped()));
  }

  private Parked answer(Parking parking) {
    return Parked.of(parking, parkings.pendingOffsets(parking));
  }
}
