package kz.sheshim.decision;

/** For a policy that never changes. */
public final class NewerLawFixture {
    public static final NewerLaw NONE = new NewerLaw(() -> {}, Runnable::run);

    private NewerLawFixture() {}
}
