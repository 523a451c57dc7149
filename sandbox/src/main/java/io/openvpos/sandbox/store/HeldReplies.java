package io.openvpos.sandbox.store;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/// One connection's replies, let out in order and only once their ticket is committed.
final class HeldReplies extends ChannelOutboundHandlerAdapter {

  private final GroupCommit commits;

  // Touched by the connection's event loop only.
  private int held;

  HeldReplies(GroupCommit commits) {
    this.commits = commits;
  }

  @Override
  public void write(ChannelHandlerContext context, Object reply, ChannelPromise promise) {
    long ticket = commits.ticket();
    if (held == 0 && commits.covers(ticket)) {
      ChannelFuture _ = context.write(reply, promise);
      return;
    }
    held++;
    commits.hold(ticket, () -> context.executor().execute(() -> release(context, reply, promise)));
  }

  private void release(ChannelHandlerContext context, Object reply, ChannelPromise promise) {
    held--;
    ChannelFuture _ = context.writeAndFlush(reply, promise);
  }
}
