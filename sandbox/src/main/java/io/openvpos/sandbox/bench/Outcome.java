package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.client.Reply;

/// What became of a sale. Anything but captured is an error, also what is correct of a platform
/// under too much load: a decline because risk was too slow, an answer that is still open.
///
/// @param error what went wrong, in a few words to count by; empty if the sale was captured
/// @param unassessed the risk assessment did not come in time
record Outcome(String error, boolean unassessed) {

  static Outcome good() {
    return new Outcome("", false);
  }

  static Outcome failed(String error) {
    return new Outcome(error, false);
  }

  static Outcome of(Reply reply) {
    boolean unassessed = reply.body().path("risk").path("timed_out").asBoolean(false);
    return new Outcome(error(reply), unassessed);
  }

  boolean ok() {
    return error.isEmpty();
  }

  private static String error(Reply reply) {
    String status = reply.string("status");
    if (reply.status() == 201 && "captured".equals(status)) {
      return "";
    }
    if (!reply.ok()) {
      return reply.status() + " " + reply.string("code");
    }
    String decline = reply.body().path("decline").path("code").asString("");
    return (reply.status() + " " + status + " " + decline).strip();
  }
}
