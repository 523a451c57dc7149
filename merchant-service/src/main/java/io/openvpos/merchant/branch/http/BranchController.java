package io.openvpos.merchant.branch.http;

import io.openvpos.merchant.branch.Branch;
import io.openvpos.merchant.branch.Branches;
import io.openvpos.merchant.branch.Branches.Near;
import io.openvpos.messaging.http.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Branches for anybody: of a city, or the nearest ones to a place.
@RestController
final class BranchController {

  private static final int NEAREST = 5;
  private static final double MOST_NORTH = 90;
  private static final double MOST_EAST = 180;

  private final Branches branches;

  BranchController(Branches branches) {
    this.branches = branches;
  }

  /// @param distance in metres; null where no place was named
  record Place(
      String name,
      String city,
      String address,
      String phone,
      double latitude,
      double longitude,
      @Nullable Long distance) {

    static Place of(Branch branch, @Nullable Long distance) {
      return new Place(
          branch.name(),
          branch.city(),
          branch.address(),
          branch.phone(),
          branch.latitude(),
          branch.longitude(),
          distance);
    }

    static Place of(Near near) {
      return of(near.branch(), near.metres());
    }
  }

  record Places(List<Place> data) {}

  @GetMapping("/v1/branches")
  Places find(
      @RequestParam(required = false) @Nullable String city,
      @RequestParam(required = false) @Nullable String latitude,
      @RequestParam(required = false) @Nullable String longitude) {
    if (city != null) {
      return new Places(branches.in(city).stream().map(one -> Place.of(one, null)).toList());
    }
    double north = degrees("latitude", latitude, MOST_NORTH);
    double east = degrees("longitude", longitude, MOST_EAST);
    return new Places(branches.near(north, east, NEAREST).stream().map(Place::of).toList());
  }

  private static double degrees(String name, @Nullable String sent, double most) {
    if (sent == null) {
      throw ProblemException.of(400, "validation_failed").field(name, "required");
    }
    return number(sent)
        .filter(degrees -> -most <= degrees && degrees <= most)
        .orElseThrow(
            () -> ProblemException.of(400, "validation_failed").field(name, "out_of_range"));
  }

  private static Optional<Double> number(String sent) {
    try {
      return Optional.of(Double.valueOf(sent));
    } catch (NumberFormatException other) {
      return Optional.empty();
    }
  }
}
