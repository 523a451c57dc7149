package io.openvpos.authorization.webhook.post;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import io.openvpos.messaging.outbound.AddressRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks names up once for each connection and hands out addresses that the rule allows, or none:
/// what is connected to is exactly what was judged (no DNS rebinding between the two).
final class PublicAddresses extends AddressResolverGroup<InetSocketAddress> {

  private final AddressRule rule;

  PublicAddresses(AddressRule rule) {
    this.rule = rule;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
    return new InetSocketAddressResolver(executor, new Judging(executor));
  }

  /// The system's resolver blocks, so it is asked on a virtual thread.
  private final class Judging extends InetNameResolver {

    Judging(EventExecutor executor) {
      super(executor);
    }

    @Override
    protected void doResolve(String name, Promise<InetAddress> promise) {
      Thread.ofVirtual()
          .name("webhook-name")
          .start(() -> {
            try {
              promise.trySuccess(all(name).getFirst());
            } catch (UnknownHostException refused) {
              promise.tryFailure(refused);
            }
          });
    }

    @Override
    protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
      Thread.ofVirtual()
          .name("webhook-name")
          .start(() -> {
            try {
              promise.trySuccess(all(name));
            } catch (UnknownHostException refused) {
              promise.tryFailure(refused);
            }
          });
    }

    private List<InetAddress> all(String name) throws UnknownHostException {
      List<InetAddress> found = List.of(InetAddress.getAllByName(name));
      for (InetAddress one : found) {
        // One private address among public ones is no mistake to work around.
        if (!rule.allows(one)) {
          throw new AddressRefusedException(name);
        }
      }
      return found;
    }
  }

  /// The name leads to an address that is not the public Internet's.
  static final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    AddressRefusedException(String name) {
      super(name + " is not at a public address");
    }
  }
}
