package kz.sheshim.bench.synthetic;

import static kz.sheshim.bench.synthetic.Category.*;
import static kz.sheshim.bench.synthetic.Channel.*;
import static kz.sheshim.bench.synthetic.DocumentKind.*;
import static kz.sheshim.bench.synthetic.Outcome.*;
import static kz.sheshim.bench.synthetic.Script.*;
import static kz.sheshim.bench.synthetic.Service.*;

/** Straight-line Java by hand: what one would write who needs no tables. */
final class HandwrittenEngine extends TableEngine<Application> {

    @Override
    Application inputs(Application application) {
        return application;
    }

    @Override
    void examine(Application application, Application inputs, Findings findings) {
        HandwrittenRequirements.examine(application, findings);
        for (Document document : application.documents()) {
            translation(application, document, findings);
        }
        HandwrittenDenials.examine(application, findings);
    }

    @Override
    Answer conclude(Application application, Application inputs, Findings findings) {
        Outcome verdict = verdict(application, findings);
        Route route = route(verdict, application);
        return findings.answer(verdict, route);
    }

    private static void translation(Application application, Document document, Findings findings) {
        DocumentKind kind = document.kind();
        if (application.script() == LATIN
                && (kind == K03 || kind == K08)
                && !document.translated()
                && !document.notarised()) { // B01
            findings.translation("T1", kind);
        }
        if ((kind == K02 || kind == K03 || kind == K05 || kind == K06 || kind == K11) && !document.notarised()) { // B02
            findings.translation("T2", kind);
        }
        if (application.script() == LATIN
                && (kind == K01 || kind == K10 || kind == K14)
                && !document.translated()) { // B03
            findings.translation("T3", kind);
        }
        if ((application.script() == LATIN || application.script() == OTHER)
                && (kind == K02 || kind == K04 || kind == K07 || kind == K14 || kind == K15 || kind == K19)
                && !document.translated()
                && !document.notarised()
                && (application.category() == NONRESIDENT
                        || application.category() == PERMANENT
                        || application.category() == STATELESS)) { // B04
            findings.translation("T4", kind);
        }
        if (kind == K14
                && !document.translated()
                && !document.notarised()
                && application.category() == PERMANENT) { // B05
            findings.translation("T5", kind);
        }
        if ((application.script() == LATIN || application.script() == OTHER)
                && (kind == K08 || kind == K15)
                && !document.notarised()) { // B06
            findings.translation("T6", kind);
        }
        if ((kind == K06 || kind == K15) && !document.translated() && !document.notarised()) { // B07
            findings.translation("T7", kind);
        }
        if ((application.script() == LATIN || application.script() == OTHER)
                && (kind == K07 || kind == K10)
                && !document.translated()
                && (application.category() == PERMANENT || application.category() == REFUGEE)) { // B08
            findings.translation("T8", kind);
        }
    }

    private static Outcome verdict(Application application, Findings findings) {
        if (findings.denials() >= 2 && findings.fatal()) { // D01
            return DENY;
        }
        if (application.service() == FORMATION && findings.fatal()) { // D02
            return DENY;
        }
        if (findings.fatal()) { // D03
            return MANUAL;
        }
        if (findings.denials() >= 3) { // D04
            return DENY;
        }
        if (findings.denials() >= 1 && findings.denials() <= 2 && findings.missing() >= 3) { // D05
            return DENY;
        }
        if (application.service() == CORRECTION && findings.denials() >= 1 && findings.denials() <= 2) { // D06
            return MANUAL;
        }
        if (findings.missing() >= 1) { // D07
            return RETURN;
        }
        if (findings.expired() >= 1) { // D08
            return RETURN;
        }
        if (findings.translation() >= 1) { // D09
            return RETURN;
        }
        return APPROVE; // D10
    }

    private static Route route(Outcome verdict, Application application) {
        if (verdict == MANUAL && application.channel() == CONSULATE) { // E01
            return new Route("MFA", 15);
        }
        if (verdict == MANUAL && application.service() == CORRECTION) { // E02
            return new Route("CENTRAL", 10);
        }
        if (verdict == MANUAL) { // E03
            return new Route("REGION", 5);
        }
        if (verdict == DENY && (application.category() == REFUGEE || application.category() == STATELESS)) { // E04
            return new Route("MIGRATION", 10);
        }
        if (verdict == DENY && application.channel() == PORTAL) { // E05
            return new Route("ROBOT", 1);
        }
        if (verdict == DENY) { // E06
            return new Route("DISTRICT", 3);
        }
        if (verdict == RETURN && application.channel() == PORTAL) { // E07
            return new Route("ROBOT", 1);
        }
        if (verdict == RETURN && application.channel() == CONSULATE) { // E08
            return new Route("MFA", 5);
        }
        if (verdict == RETURN) { // E09
            return new Route("DISTRICT", 2);
        }
        if (application.service() == FORMATION
                && (application.channel() == COUNTER || application.channel() == PORTAL)) { // E10
            return new Route("ROBOT", 1);
        }
        if (application.service() == FORMATION) { // E11
            return new Route("MFA", 5);
        }
        return new Route("DISTRICT", 3); // E12
    }
}
