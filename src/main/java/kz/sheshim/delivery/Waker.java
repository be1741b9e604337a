package kz.sheshim.delivery;

/** Runs a scheduled task now instead of at its scheduled time. */
public interface Waker {

    /** A service may die before it makes this call, so every task MUST also run without it, at its scheduled time. */
    void wake(DeliveryTask task);
}
