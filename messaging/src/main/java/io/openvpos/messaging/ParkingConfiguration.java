package io.openvpos.messaging;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.parking.ParkingDesk;
import io.openvpos.messaging.parking.Parkings;
import io.openvpos.messaging.parking.Replaying;
import io.openvpos.messaging.parking.StopBoard;
import io.openvpos.messaging.parking.http.ParkedRecordController;
import io.openvpos.messaging.parking.http.StoppedPartitionController;
import io.openvpos.messaging.parking.kafka.MoneyHandler;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import io.openvpos.messaging.parking.kafka.ParkedRecords;
import io.openvpos.messaging.parking.kafka.StopNotices;
import io.openvpos.messaging.parking.mongo.MongoParkings;
import io.openvpos.messaging.parking.mongo.MongoStopBoard;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// For the services that listen to money topics. Such a service has one [MoneyHandler].
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("vpos.parking.enabled")
@Import({StoppedPartitionController.class, ParkedRecordController.class})
class ParkingConfiguration {

  @Bean
  Parkings parkings(MongoDatabase database) {
    return new MongoParkings(database);
  }

  @Bean
  StopBoard stopBoard(MongoDatabase database) {
    return new MongoStopBoard(database);
  }

  @Bean
  StopNotices stopNotices(StopBoard board) {
    return new StopNotices(board);
  }

  @Bean
  MoneyIntake moneyIntake(Parkings parkings, MoneyHandler handler, AvroCodec codec) {
    return new MoneyIntake(parkings, handler, new ParkedRecords(codec));
  }

  @Bean
  ParkingDesk parkingDesk(Parkings parkings, StopBoard board, Clock clock) {
    return new ParkingDesk(parkings, board, clock);
  }

  @Bean
  Replaying replaying(Parkings parkings, MoneyIntake intake, Clock clock) {
    return new Replaying(parkings, intake, clock);
  }
}
