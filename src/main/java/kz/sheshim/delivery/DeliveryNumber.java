package kz.sheshim.delivery;

/** The number under which operators see a delivery: 1 or more, growing. */
public record DeliveryNumber(long value) {
    public DeliveryNumber {
        if (value < 1) {
            throw new IllegalArgumentException("delivery numbers start at 1: " + value);
        }
    }
}
