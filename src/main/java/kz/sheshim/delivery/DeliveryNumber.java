package kz.sheshim.delivery;

/** Names a hand-over to operators: 1 or more, growing. */
public record DeliveryNumber(long value) {
    public DeliveryNumber {
        if (value < 1) {
            throw new IllegalArgumentException("numbers of hand-overs start at 1: " + value);
        }
    }
}
