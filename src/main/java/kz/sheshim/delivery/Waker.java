package kz.sheshim.delivery;

/** Has an errand looked at now instead of at its time. */
public interface Waker {

    /** A service may die before it calls, so an errand MUST also come to its turn without it. */
    void wake(DeliveryTask errand);
}
