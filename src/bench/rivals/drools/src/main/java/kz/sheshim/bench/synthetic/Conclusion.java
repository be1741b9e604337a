package kz.sheshim.bench.synthetic;

/** What tables D and E read of an application and what they conclude, as a fact of Drools. */
public final class Conclusion {
    private final Service service;
    private final Findings findings;
    private Outcome verdict;
    private Route route;

    Conclusion(Service service, Findings findings) {
        this.service = service;
        this.findings = findings;
    }

    public Service getService() {
        return service;
    }

    public int getDenials() {
        return findings.denials();
    }

    public boolean isFatal() {
        return findings.fatal();
    }

    public int getMissing() {
        return findings.missing();
    }

    public int getExpired() {
        return findings.expired();
    }

    public int getTranslation() {
        return findings.translation();
    }

    public Outcome getVerdict() {
        return verdict;
    }

    public void setVerdict(Outcome verdict) {
        this.verdict = verdict;
    }

    public Route getRoute() {
        return route;
    }

    public void setRoute(Route route) {
        this.route = route;
    }
}
