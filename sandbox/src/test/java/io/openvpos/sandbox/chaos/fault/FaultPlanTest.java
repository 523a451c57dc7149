package io.openvpos.sandbox.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.chaos.fault.FaultKind.Lane;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  @Test
  void theSeedIsThePlan() {
    FaultPlan plan = new FaultPlan(7, 5, 100);
    assertThat(all(plan)).isEqualTo(all(new FaultPlan(7, 5, 100)));
    assertThat(all(plan)).isNotEqualTo(all(new FaultPlan(8, 5, 100)));
  }

  @Test
  void fiveMinutesHaveAHundredFaultsAndEveryKind() {
    FaultPlan plan = new FaultPlan(42, 5, 0);
    assertThat(plan.size()).isGreaterThanOrEqualTo(100);
    assertThat(all(plan).stream().map(PlannedFault::kind).distinct())
        .containsExactlyInAnyOrder(FaultKind.values());
  }

  @Test
  void everyMisbehaviourOfTheCardNetworkComes() {
    List<String> targets =
        all(new FaultPlan(42, 5, 0)).stream()
            .filter(fault -> fault.kind() == FaultKind.NETWORK_LINE)
            .map(PlannedFault::target)
            .distinct()
            .toList();
    assertThat(targets).hasSameElementsAs(FaultKind.NETWORK_LINE.targets());
  }

  @Test
  void anHourHasTwelveTimesAsMany() {
    assertThat(new FaultPlan(42, 60, 0).size()).isEqualTo(12 * new FaultPlan(42, 5, 0).size());
  }

  @Test
  void moreAreAddedWhereMoreAreWanted() {
    FaultPlan plan = new FaultPlan(42, 5, 500);
    assertThat(plan.size()).isEqualTo(500);
    assertThat(plan.lane(Lane.PROCESSES)).isEqualTo(new FaultPlan(42, 5, 0).lane(Lane.PROCESSES));
  }

  private static List<PlannedFault> all(FaultPlan plan) {
    return Arrays.stream(Lane.values()).flatMap(lane -> plan.lane(lane).stream()).toList();
  }
}
