package io.openvpos.settlement.fakes;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// A database that, once told to, makes the next update of one document and never says so: the
/// caller hears of a time-out.
public final class UnheardDatabase {

  private final AtomicBoolean mute = new AtomicBoolean();
  private final MongoDatabase database;

  public UnheardDatabase(MongoDatabase real) {
    database =
        proxy(MongoDatabase.class, (_, method, arguments) -> ofDatabase(real, method, arguments));
  }

  public MongoDatabase database() {
    return database;
  }

  public void muteNextUpdate() {
    mute.set(true);
  }

  private @Nullable Object ofDatabase(
      MongoDatabase real, Method method, Object @Nullable [] arguments) throws Throwable {
    Object answer = invoke(real, method, arguments);
    return answer instanceof MongoCollection<?> collection
        ? proxy(
            MongoCollection.class, (_, called, given) -> ofCollection(collection, called, given))
        : answer;
  }

  @SuppressWarnings("unchecked") // What updateOne publishes.
  private @Nullable Object ofCollection(
      MongoCollection<?> real, Method method, Object @Nullable [] arguments) throws Throwable {
    Object answer = invoke(real, method, arguments);
    return method.getName().equals("updateOne") && answer != null && mute.getAndSet(false)
        ? Mono.from((Publisher<UpdateResult>) answer)
            .then(Mono.error(new MongoTimeoutException("no answer")))
        : answer;
  }

  private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            UnheardDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
