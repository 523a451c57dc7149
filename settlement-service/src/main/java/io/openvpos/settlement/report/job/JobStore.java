package io.openvpos.settlement.report.job;

import java.util.List;
import java.util.Optional;

/// Where jobs are kept. They change by compare-and-set, so of two runners one notices.
public interface JobStore {

  /// A job as read, and what a change of it must find unchanged.
  record Stored(ReportJob job, long version) {}

  /// False if there is one of that id.
  boolean insert(ReportJob job);

  Optional<Stored> find(String id);

  /// The job as it is stored now; empty if somebody else changed it since it was read.
  Optional<Stored> replace(Stored read, ReportJob next);

  /// Waiting or running.
  List<Stored> open();

  /// Newest days first.
  List<ReportJob> newest(int limit);
}
