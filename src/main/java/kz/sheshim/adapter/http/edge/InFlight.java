package kz.sheshim.adapter.http.edge;

import java.util.HashMap;
import java.util.Map;

/**
 * How much the requests that were not answered yet take up, in all and of each sender. One sender never gets more than half of it, so that one who sends more
 * than can be served, or never ends what he sends, leaves room for the others.
 */
public final class InFlight {
    private final int mostRequests;
    private final long mostBytes;
    private final Map<String, Share> shares = new HashMap<>();
    private final Share all = new Share();

    /** What somebody takes up. */
    private static final class Share {
        private int requests;
        private long bytes;

        boolean hasRoom(long more, int mostRequests, long mostBytes) {
            return requests < mostRequests && (requests == 0 || bytes + more <= mostBytes);
        }

        void add(int request, long more) {
            requests += request;
            bytes += more;
        }
    }

    public InFlight(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Whether there is room for one more request of this size; if so it takes it up until {@link #leave}. */
    public synchronized boolean enter(String sender, long bytes) {
        Share share = shares.computeIfAbsent(sender, name -> new Share());
        boolean hasRoom = all.hasRoom(bytes, mostRequests, mostBytes)
                && share.hasRoom(bytes, (mostRequests + 1) / 2, mostBytes / 2);
        if (hasRoom) {
            all.add(1, bytes);
            share.add(1, bytes);
        } else if (share.requests == 0) {
            shares.remove(sender);
        }
        return hasRoom;
    }

    public synchronized void leave(String sender, long bytes) {
        Share share = shares.get(sender);
        if (share == null || share.requests == 0) {
            throw new IllegalStateException("who has not entered cannot leave");
        }
        all.add(-1, -bytes);
        share.add(-1, -bytes);
        if (share.requests == 0) {
            shares.remove(sender);
        }
    }
}
