package io.openvpos.settlement.report.job;

/// What is looked after whenever report jobs have been.
@FunctionalInterface
public interface AfterJobs {
  void run();
}
