package kz.sheshim.bench.synthetic;

import static kz.sheshim.bench.synthetic.Category.*;
import static kz.sheshim.bench.synthetic.Channel.*;
import static kz.sheshim.bench.synthetic.Citizenship.*;
import static kz.sheshim.bench.synthetic.FiledBy.*;
import static kz.sheshim.bench.synthetic.Service.*;

/** Table C: why the application is denied. */
final class HandwrittenDenials {
    private HandwrittenDenials() {}

    static void examine(Application application, Findings findings) {
        Service service = application.service();
        Channel channel = application.channel();
        Category category = application.category();
        FiledBy filedBy = application.filedBy();
        Citizenship citizenship = application.citizenship();
        int age = application.age();
        boolean hasIdentityDocument = application.hasIdentityDocument();
        boolean consentGiven = application.consentGiven();
        boolean certifiedByHead = application.certifiedByHead();
        boolean previousIin = application.previousIin();
        if ((channel == CONSULATE || channel == COUNTER)
                && (citizenship == DEU || citizenship == KGZ || citizenship == USA)
                && !consentGiven) { // C01
            findings.denial("G01", true);
        }
        if (age >= 16 && !certifiedByHead && previousIin) { // C02
            findings.denial("G02", true);
        }
        if (service == CORRECTION
                && (filedBy == LEGAL_REPRESENTATIVE || filedBy == REPRESENTATIVE)
                && !hasIdentityDocument
                && !previousIin) { // C03
            findings.denial("G03", true);
        }
        if (channel == COUNTER && category == PERMANENT && !certifiedByHead) { // C04
            findings.denial("G04", true);
        }
        if (channel == COUNTER && !consentGiven && previousIin) { // C05
            findings.denial("G05", true);
        }
        if (service == FORMATION
                && (citizenship == BLR || citizenship == TJK || citizenship == TUR || citizenship == XXA)
                && age <= 5
                && !consentGiven
                && !certifiedByHead) { // C06
            findings.denial("G06", true);
        }
        if (channel == PORTAL
                && category == NONRESIDENT
                && (citizenship == RUS || citizenship == UZB)
                && age >= 14
                && age <= 17
                && !consentGiven) { // C07
            findings.denial("G07", false);
        }
        if (service == FORMATION
                && channel == CONSULATE
                && !hasIdentityDocument
                && !consentGiven
                && !certifiedByHead) { // C08
            findings.denial("G08", false);
        }
        if ((channel == CONSULATE || channel == COUNTER) && age <= 17 && hasIdentityDocument && !previousIin) { // C09
            findings.denial("G09", false);
        }
        if (channel == PORTAL
                && category == TEMPORARY
                && (filedBy == LEGAL_REPRESENTATIVE || filedBy == PENAL_INSTITUTION)
                && hasIdentityDocument
                && previousIin) { // C10
            findings.denial("G10", false);
        }
        if (hasIdentityDocument && !certifiedByHead && !previousIin) { // C11
            findings.denial("G11", false);
        }
        if (service == CORRECTION
                && (channel == CONSULATE || channel == COUNTER)
                && !certifiedByHead
                && !previousIin) { // C12
            findings.denial("G12", false);
        }
        if (service == CORRECTION
                && (filedBy == REPRESENTATIVE || filedBy == SELF)
                && (citizenship == CHN || citizenship == KGZ)
                && age >= 18
                && age <= 44
                && !certifiedByHead) { // C13
            findings.denial("G13", false);
        }
        if ((filedBy == LEGAL_REPRESENTATIVE || filedBy == REPRESENTATIVE)
                && hasIdentityDocument
                && !previousIin) { // C14
            findings.denial("G14", false);
        }
        if (channel == COUNTER && (category == NONRESIDENT || category == STATELESS) && !hasIdentityDocument) { // C15
            findings.denial("G15", false);
        }
        if (service == CORRECTION && age <= 13 && !previousIin) { // C16
            findings.denial("G16", false);
        }
        if (service == CORRECTION
                && (channel == CONSULATE || channel == PORTAL)
                && category == REFUGEE
                && age >= 18
                && age <= 44
                && !hasIdentityDocument) { // C17
            findings.denial("G17", false);
        }
        if (category == PERMANENT
                && (filedBy == LEGAL_REPRESENTATIVE || filedBy == SELF)
                && (citizenship == CHN || citizenship == TJK || citizenship == USA)
                && age <= 17
                && hasIdentityDocument) { // C18
            findings.denial("G18", false);
        }
        if ((category == NONRESIDENT || category == PERMANENT)
                && (citizenship == BLR || citizenship == CHN || citizenship == GEO)
                && age >= 45
                && hasIdentityDocument
                && !previousIin) { // C19
            findings.denial("G19", false);
        }
        if ((category == PERMANENT || category == TEMPORARY) && age >= 18 && age <= 44 && !consentGiven) { // C20
            findings.denial("G20", false);
        }
        if (category == NONRESIDENT && age <= 5 && !consentGiven) { // C21
            findings.denial("G21", false);
        }
        if ((category == REFUGEE || category == TEMPORARY) && citizenship == TJK && age >= 18) { // C22
            findings.denial("G22", false);
        }
        if (category == TEMPORARY
                && (filedBy == PENAL_INSTITUTION || filedBy == SELF)
                && age >= 16
                && hasIdentityDocument
                && !consentGiven) { // C23
            findings.denial("G23", false);
        }
        if (service == CORRECTION
                && (channel == COUNTER || channel == PORTAL)
                && age >= 16
                && !hasIdentityDocument
                && !consentGiven) { // C24
            findings.denial("G24", false);
        }
        if ((category == NONRESIDENT || category == TEMPORARY)
                && age >= 45
                && hasIdentityDocument
                && !consentGiven) { // C25
            findings.denial("G25", false);
        }
        if (channel == PORTAL && category == CITIZEN && !certifiedByHead) { // C26
            findings.denial("G26", false);
        }
        if (channel == CONSULATE
                && filedBy == REPRESENTATIVE
                && age <= 17
                && !hasIdentityDocument
                && !consentGiven) { // C27
            findings.denial("G27", false);
        }
        if ((category == REFUGEE || category == TEMPORARY)
                && (citizenship == KGZ || citizenship == XXA)
                && !consentGiven
                && !previousIin) { // C28
            findings.denial("G28", false);
        }
        if (channel == CONSULATE && filedBy == SELF && !hasIdentityDocument && !consentGiven && !previousIin) { // C29
            findings.denial("G29", false);
        }
        if (channel == PORTAL && !certifiedByHead && previousIin) { // C30
            findings.denial("G30", false);
        }
    }
}
