package kz.sheshim.policy.reading;

import kz.sheshim.finding.Defect;

/** What is wrong with an expression. */
final class WrongExpression extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Defect defect;

    WrongExpression(Defect defect) {
        super(defect.wrong().toString());
        this.defect = defect;
    }

    Defect defect() {
        return defect;
    }
}
