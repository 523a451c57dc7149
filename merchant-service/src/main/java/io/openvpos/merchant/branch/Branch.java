package io.openvpos.merchant.branch;

/// A branch.
///
/// @param latitude and longitude in degrees, WGS 84
public record Branch(
    String name, String city, String address, String phone, double latitude, double longitude) {

  private static final double EARTH_RADIUS_METRES = 6_371_000;

  /// Metres over the ground to a point, by the haversine formula.
  long distanceMetres(double toLatitude, double toLongitude) {
    double north = Math.toRadians(toLatitude - latitude) / 2;
    double east = Math.toRadians(toLongitude - longitude) / 2;
    double chord =
        Math.pow(Math.sin(north), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(toLatitude))
                * Math.pow(Math.sin(east), 2);
    return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
  }
}
