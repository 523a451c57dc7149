package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStore;

/// A durable MongoDB stand-in on 127.0.0.1 with its data in the files of a folder: pages, and a log
/// of what changed since they were last written.
///
/// No reply, of a read or a write, leaves before all that was visible when it was computed is in
/// the log. So a kill of the process loses nothing that was told; only a power cut could, because
/// the file is not synced to the disk.
public final class EmbeddedStore implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int EVENT_LOOPS = 6;
  private static final int CACHE_MEGABYTES = 64;

  // A page is encoded anew as a whole for whatever changed in it.
  private static final int PAGE_BYTES = 4096;
  private static final int RETENTION_MILLIS = 500;

  private final MVStore store;
  private final DurableBackend backend;
  private final EventLoopGroup loops;
  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel listener;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedStore(Path folder, int port) {
    this.store = openFile(folder.resolve("store.mv"));
    this.backend = new DurableBackend(store, new CommandLog(folder));
    this.loops =
        new MultiThreadIoEventLoopGroup(
            EVENT_LOOPS, new DefaultThreadFactory("store", true), NioIoHandler.newFactory());
    this.listener = listen(port);
  }

  /// Opens the store in a folder, made if absent.
  ///
  /// @param port the port to listen on; 0 takes a free one
  public static EmbeddedStore start(Path folder, int port) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EmbeddedStore(folder, port);
  }

  private static MVStore openFile(Path file) {
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            // Zero: a full buffer must not commit either, it could capture half of a command.
            .autoCommitBufferSize(0)
            .cacheSize(CACHE_MEGABYTES)
            .pageSplitSize(PAGE_BYTES)
            .open();
    // Never by itself, but on threads of its own when asked to.
    store.setAutoCommitDelay(Integer.MAX_VALUE);
    store.setVersionsToKeep(0);
    store.setRetentionTime(RETENTION_MILLIS);
    return store;
  }

  private Channel listen(int port) {
    try {
      return new ServerBootstrap()
          .group(loops)
          .channel(NioServerSocketChannel.class)
          .option(ChannelOption.SO_BACKLOG, 256)
          .option(ChannelOption.SO_REUSEADDR, true)
          .childOption(ChannelOption.TCP_NODELAY, true)
          .childHandler(
              new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel channel) {
                  channel
                      .pipeline()
                      .addLast(
                          new MongoWireReplyEncoder(),
                          new MongoWireMessageEncoder(),
                          new MongoWireProtocolHandler(),
                          new HeldReplies(backend.commits()),
                          new MongoDatabaseHandler(backend, clients),
                          new MongoExceptionHandler());
                }
              })
          .bind(HOST, port)
          .syncUninterruptibly()
          .channel();
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  /// The URI that MongoDB drivers connect with, without a database name.
  public String connectionString() {
    return "mongodb://" + HOST + ":" + port();
  }

  /// The port the store listens on.
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /// How many commits were made since start.
  public long commits() {
    return backend.commits().commits();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    listener.close().syncUninterruptibly();
    clients.close().awaitUninterruptibly();
    stop();
  }

  private void stop() {
    backend.commits().close();
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    // No compaction here: moving chunks at close trips an assertion of MVStore, and freed space is
    // used again anyway. The steps of Compaction are enough.
    store.close(0);
  }
}
