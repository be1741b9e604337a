package kz.sheshim.delivery;

import kz.sheshim.log.EntryNumber;

/** Where events come from. One task delivers all events of one origin to one destination. */
public sealed interface Origin {

    /** Tells this one from the other tasks of a destination. */
    String instanceId();

    /**
     * A decision.
     *
     * @param entry its log entry
     */
    record OfDecision(EntryNumber entry) implements Origin {
        @Override
        public String instanceId() {
            return Long.toString(entry.value());
        }
    }

    /**
     * A step of a draft, or a publication.
     *
     * @param number of its only event, 1 or more
     */
    record OfLaw(long number) implements Origin {
        private static final String PREFIX = "law-";

        @Override
        public String instanceId() {
            return PREFIX + number;
        }
    }

    /** The origin with this instance id. */
    static Origin of(String instanceId) {
        return instanceId.startsWith(OfLaw.PREFIX)
                ? new OfLaw(Long.parseLong(instanceId.substring(OfLaw.PREFIX.length())))
                : new OfDecision(new EntryNumber(Long.parseLong(instanceId)));
    }
}
