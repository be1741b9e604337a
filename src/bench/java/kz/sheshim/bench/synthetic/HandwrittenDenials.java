package kz.sheshim.bench.synthetic;

import static kz.sheshim.bench.synthetic.Category.CITIZEN;
import static kz.sheshim.bench.synthetic.Category.NONRESIDENT;
import static kz.sheshim.bench.synthetic.Category.PERMANENT;
import static kz.sheshim.bench.synthetic.Category.REFUGEE;
import static kz.sheshim.bench.synthetic.Category.STATELESS;
import static kz.sheshim.bench.synthetic.Category.TEMPORARY;
import static kz.sheshim.bench.synthetic.Channel.CONSULATE;
import static kz.sheshim.bench.synthetic.Channel.COUNTER;
import static kz.sheshim.bench.synthetic.Channel.PORTAL;
import static kz.sheshim.bench.synthetic.Citizenship.BLR;
import static kz.sheshim.bench.synthetic.Citizenship.CHN;
import static kz.sheshim.bench.synthetic.Citizenship.DEU;
import static kz.sheshim.bench.synthetic.Citizenship.GEO;
import static kz.sheshim.bench.synthetic.Citizenship.KGZ;
import static kz.sheshim.bench.synthetic.Citizenship.RUS;
import static kz.sheshim.bench.synthetic.Citizenship.TJK;
import static kz.sheshim.bench.synthetic.Citizenship.TUR;
import static kz.sheshim.bench.synthetic.Citizenship.USA;
import static kz.sheshim.bench.synthetic.Citizenship.UZB;
import static kz.sheshim.bench.synthetic.Citizenship.XXA;
import static kz.sheshim.bench.synthetic.FiledBy.LEGAL_REPRESENTATIVE;
import static kz.sheshim.bench.synthetic.FiledBy.PENAL_INSTITUTION;
import static kz.sheshim.bench.synthetic.FiledBy.REPRESENTATIVE;
import static kz.sheshim.bench.synthetic.FiledBy.SELF;
import static kz.sheshim.bench.synthetic.Service.CORRECTION;
import static kz.sheshim.bench.synthetic.Service.FORMATION;

/** Table C: why the application is denied. */
final class HandwrittenDenials {
    private HandwrittenDenials() {}

    static void examine(Application application, Findings findings) {
        if ((application.channel() == CONSULATE || application.channel() == COUNTER) && (application.citizenship() == DEU || application.citizenship() == KGZ || application.citizenship() == USA) && !application.consentGiven()) { // C01
            findings.denial("G01", true);
        }
        if (application.age() >= 16 && !application.certifiedByHead() && application.previousIin()) { // C02
            findings.denial("G02", true);
        }
        if (application.service() == CORRECTION && (application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == REPRESENTATIVE) && !application.hasIdentityDocument() && !application.previousIin()) { // C03
            findings.denial("G03", true);
        }
        if (application.channel() == COUNTER && application.category() == PERMANENT && !application.certifiedByHead()) { // C04
            findings.denial("G04", true);
        }
        if (application.channel() == COUNTER && !application.consentGiven() && application.previousIin()) { // C05
            findings.denial("G05", true);
        }
        if (application.service() == FORMATION && (application.citizenship() == BLR || application.citizenship() == TJK || application.citizenship() == TUR || application.citizenship() == XXA) && application.age() <= 5 && !application.consentGiven() && !application.certifiedByHead()) { // C06
            findings.denial("G06", true);
        }
        if (application.channel() == PORTAL && application.category() == NONRESIDENT && (application.citizenship() == RUS || application.citizenship() == UZB) && application.age() >= 14 && application.age() <= 17 && !application.consentGiven()) { // C07
            findings.denial("G07", false);
        }
        if (application.service() == FORMATION && application.channel() == CONSULATE && !application.hasIdentityDocument() && !application.consentGiven() && !application.certifiedByHead()) { // C08
            findings.denial("G08", false);
        }
        if ((application.channel() == CONSULATE || application.channel() == COUNTER) && application.age() <= 17 && application.hasIdentityDocument() && !application.previousIin()) { // C09
            findings.denial("G09", false);
        }
        if (application.channel() == PORTAL && application.category() == TEMPORARY && (application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == PENAL_INSTITUTION) && application.hasIdentityDocument() && application.previousIin()) { // C10
            findings.denial("G10", false);
        }
        if (application.hasIdentityDocument() && !application.certifiedByHead() && !application.previousIin()) { // C11
            findings.denial("G11", false);
        }
        if (application.service() == CORRECTION && (application.channel() == CONSULATE || application.channel() == COUNTER) && !application.certifiedByHead() && !application.previousIin()) { // C12
            findings.denial("G12", false);
        }
        if (application.service() == CORRECTION && (application.filedBy() == REPRESENTATIVE || application.filedBy() == SELF) && (application.citizenship() == CHN || application.citizenship() == KGZ) && application.age() >= 18 && application.age() <= 44 && !application.certifiedByHead()) { // C13
            findings.denial("G13", false);
        }
        if ((application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == REPRESENTATIVE) && application.hasIdentityDocument() && !application.previousIin()) { // C14
            findings.denial("G14", false);
        }
        if (application.channel() == COUNTER && (application.category() == NONRESIDENT || application.category() == STATELESS) && !application.hasIdentityDocument()) { // C15
            findings.denial("G15", false);
        }
        if (application.service() == CORRECTION && application.age() <= 13 && !application.previousIin()) { // C16
            findings.denial("G16", false);
        }
        if (application.service() == CORRECTION && (application.channel() == CONSULATE || application.channel() == PORTAL) && application.category() == REFUGEE && application.age() >= 18 && application.age() <= 44 && !application.hasIdentityDocument()) { // C17
            findings.denial("G17", false);
        }
        if (application.category() == PERMANENT && (application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == SELF) && (application.citizenship() == CHN || application.citizenship() == TJK || application.citizenship() == USA) && application.age() <= 17 && application.hasIdentityDocument()) { // C18
            findings.denial("G18", false);
        }
        if ((application.category() == NONRESIDENT || application.category() == PERMANENT) && (application.citizenship() == BLR || application.citizenship() == CHN || application.citizenship() == GEO) && application.age() >= 45 && application.hasIdentityDocument() && !application.previousIin()) { // C19
            findings.denial("G19", false);
        }
        if ((application.category() == PERMANENT || application.category() == TEMPORARY) && application.age() >= 18 && application.age() <= 44 && !application.consentGiven()) { // C20
            findings.denial("G20", false);
        }
        if (application.category() == NONRESIDENT && application.age() <= 5 && !application.consentGiven()) { // C21
            findings.denial("G21", false);
        }
        if ((application.category() == REFUGEE || application.category() == TEMPORARY) && application.citizenship() == TJK && application.age() >= 18) { // C22
            findings.denial("G22", false);
        }
        if (application.category() == TEMPORARY && (application.filedBy() == PENAL_INSTITUTION || application.filedBy() == SELF) && application.age() >= 16 && application.hasIdentityDocument() && !application.consentGiven()) { // C23
            findings.denial("G23", false);
        }
        if (application.service() == CORRECTION && (application.channel() == COUNTER || application.channel() == PORTAL) && application.age() >= 16 && !application.hasIdentityDocument() && !application.consentGiven()) { // C24
            findings.denial("G24", false);
        }
        if ((application.category() == NONRESIDENT || application.category() == TEMPORARY) && application.age() >= 45 && application.hasIdentityDocument() && !application.consentGiven()) { // C25
            findings.denial("G25", false);
        }
        if (application.channel() == PORTAL && application.category() == CITIZEN && !application.certifiedByHead()) { // C26
            findings.denial("G26", false);
        }
        if (application.channel() == CONSULATE && application.filedBy() == REPRESENTATIVE && application.age() <= 17 && !application.hasIdentityDocument() && !application.consentGiven()) { // C27
            findings.denial("G27", false);
        }
        if ((application.category() == REFUGEE || application.category() == TEMPORARY) && (application.citizenship() == KGZ || application.citizenship() == XXA) && !application.consentGiven() && !application.previousIin()) { // C28
            findings.denial("G28", false);
        }
        if (application.channel() == CONSULATE && application.filedBy() == SELF && !application.hasIdentityDocument() && !application.consentGiven() && !application.previousIin()) { // C29
            findings.denial("G29", false);
        }
        if (application.channel() == PORTAL && !application.certifiedByHead() && application.previousIin()) { // C30
            findings.denial("G30", false);
        }
    }
}
