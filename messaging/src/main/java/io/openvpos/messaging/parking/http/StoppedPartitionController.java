package io.openvpos.messaging.parking.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.parking.StopBoard;
import io.openvpos.messaging.parking.http.ParkingAnswers.Stopped;
import io.openvpos.messaging.parking.http.ParkingAnswers.StoppedPartitions;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The partitions that stand still, of all instances of the service.
@RestController
public final class StoppedPartitionController {

  private final StopBoard board;

  StoppedPartitionController(StopBoard board) {
    this.board = board;
  }

  @GetMapping("/v1/stopped-partitions")
  StoppedPartitions list(@Parameter(hidden = true) Caller caller) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR);
    return new StoppedPartitions(board.all().stream().map(Stopped::of).toList());
  }
}
