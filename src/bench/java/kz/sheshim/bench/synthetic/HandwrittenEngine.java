package kz.sheshim.bench.synthetic;

import static kz.sheshim.bench.synthetic.Category.NONRESIDENT;
import static kz.sheshim.bench.synthetic.Category.PERMANENT;
import static kz.sheshim.bench.synthetic.Category.REFUGEE;
import static kz.sheshim.bench.synthetic.Category.STATELESS;
import static kz.sheshim.bench.synthetic.Channel.CONSULATE;
import static kz.sheshim.bench.synthetic.Channel.COUNTER;
import static kz.sheshim.bench.synthetic.Channel.PORTAL;
import static kz.sheshim.bench.synthetic.DocumentKind.K01;
import static kz.sheshim.bench.synthetic.DocumentKind.K02;
import static kz.sheshim.bench.synthetic.DocumentKind.K03;
import static kz.sheshim.bench.synthetic.DocumentKind.K04;
import static kz.sheshim.bench.synthetic.DocumentKind.K05;
import static kz.sheshim.bench.synthetic.DocumentKind.K06;
import static kz.sheshim.bench.synthetic.DocumentKind.K07;
import static kz.sheshim.bench.synthetic.DocumentKind.K08;
import static kz.sheshim.bench.synthetic.DocumentKind.K10;
import static kz.sheshim.bench.synthetic.DocumentKind.K11;
import static kz.sheshim.bench.synthetic.DocumentKind.K14;
import static kz.sheshim.bench.synthetic.DocumentKind.K15;
import static kz.sheshim.bench.synthetic.DocumentKind.K19;
import static kz.sheshim.bench.synthetic.Outcome.APPROVE;
import static kz.sheshim.bench.synthetic.Outcome.DENY;
import static kz.sheshim.bench.synthetic.Outcome.MANUAL;
import static kz.sheshim.bench.synthetic.Outcome.RETURN;
import static kz.sheshim.bench.synthetic.Script.LATIN;
import static kz.sheshim.bench.synthetic.Script.OTHER;
import static kz.sheshim.bench.synthetic.Service.CORRECTION;
import static kz.sheshim.bench.synthetic.Service.FORMATION;

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
        if (application.script() == LATIN && (document.kind() == K03 || document.kind() == K08) && !document.translated() && !document.notarised()) { // B01
            findings.translation("T1", document.kind());
        }
        if ((document.kind() == K02 || document.kind() == K03 || document.kind() == K05 || document.kind() == K06 || document.kind() == K11) && !document.notarised()) { // B02
            findings.translation("T2", document.kind());
        }
        if (application.script() == LATIN && (document.kind() == K01 || document.kind() == K10 || document.kind() == K14) && !document.translated()) { // B03
            findings.translation("T3", document.kind());
        }
        if ((application.script() == LATIN || application.script() == OTHER) && (document.kind() == K02 || document.kind() == K04 || document.kind() == K07 || document.kind() == K14 || document.kind() == K15 || document.kind() == K19) && !document.translated() && !document.notarised() && (application.category() == NONRESIDENT || application.category() == PERMANENT || application.category() == STATELESS)) { // B04
            findings.translation("T4", document.kind());
        }
        if (document.kind() == K14 && !document.translated() && !document.notarised() && application.category() == PERMANENT) { // B05
            findings.translation("T5", document.kind());
        }
        if ((application.script() == LATIN || application.script() == OTHER) && (document.kind() == K08 || document.kind() == K15) && !document.notarised()) { // B06
            findings.translation("T6", document.kind());
        }
        if ((document.kind() == K06 || document.kind() == K15) && !document.translated() && !document.notarised()) { // B07
            findings.translation("T7", document.kind());
        }
        if ((application.script() == LATIN || application.script() == OTHER) && (document.kind() == K07 || document.kind() == K10) && !document.translated() && (application.category() == PERMANENT || application.category() == REFUGEE)) { // B08
            findings.translation("T8", document.kind());
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
        if (application.service() == FORMATION && (application.channel() == COUNTER || application.channel() == PORTAL)) { // E10
            return new Route("ROBOT", 1);
        }
        if (application.service() == FORMATION) { // E11
            return new Route("MFA", 5);
        }
        return new Route("DISTRICT", 3); // E12
    }
}
