package kz.sheshim.adapter.http.edge;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the requests in progress and the bytes of their bodies, in all and for each submitter. One submitter gets at most
 * half of the maximum, so a submitter that sends too much, or never finishes sending, leaves room for the others.
 */
public final class InFlight {
    private final int maxRequests;
    private final long maxBytes;
    private final Map<String, Share> shares = new HashMap<>();
    private final Share all = new Share();

    /** The requests in progress of one submitter, or of all. */
    private static final class Share {
        private int requests;
        private long bytes;

        boolean hasRoom(long more, int maxRequests, long maxBytes) {
            return requests < maxRequests && (requests == 0 || bytes + more <= maxBytes);
        }

        void add(int request, long more) {
            requests += request;
            bytes += more;
        }
    }

    public InFlight(int maxRequests, long maxBytes) {
        this.maxRequests = maxRequests;
        this.maxBytes = maxBytes;
    }

    /** Adds a request of this size if there is room for it. {@link #leave} removes it. */
    public synchronized boolean enter(String submitter, long bytes) {
        Share share = shares.computeIfAbsent(submitter, name -> new Share());
        boolean hasRoom =
                all.hasRoom(bytes, maxRequests, maxBytes) && share.hasRoom(bytes, (maxRequests + 1) / 2, maxBytes / 2);
        if (hasRoom) {
            all.add(1, bytes);
            share.add(1, bytes);
        } else if (share.requests == 0) {
            shares.remove(submitter);
        }
        return hasRoom;
    }

    public synchronized void leave(String submitter, long bytes) {
        Share share = shares.get(submitter);
        if (share == null || share.requests == 0) {
            throw new IllegalStateException("a request left that had not entered");
        }
        all.add(-1, -bytes);
        share.add(-1, -bytes);
        if (share.requests == 0) {
            shares.remove(submitter);
        }
    }
}
