package kz.sheshim.bench.synthetic;

import static kz.sheshim.bench.synthetic.Category.*;
import static kz.sheshim.bench.synthetic.Citizenship.*;
import static kz.sheshim.bench.synthetic.DocumentKind.*;
import static kz.sheshim.bench.synthetic.FiledBy.*;
import static kz.sheshim.bench.synthetic.Service.*;

/** Table A: which documents are required. */
final class HandwrittenRequirements {
    private HandwrittenRequirements() {}

    static void examine(Application application, Findings findings) {
        Service service = application.service();
        Category category = application.category();
        FiledBy filedBy = application.filedBy();
        boolean hasIdentityDocument = application.hasIdentityDocument();
        Citizenship citizenship = application.citizenship();
        int age = application.age();
        if (service == CORRECTION && (citizenship == CHN || citizenship == RUS) && age >= 14 && age <= 17) { // A01
            findings.require(K01);
        }
        if (category == STATELESS
                && filedBy == REPRESENTATIVE
                && (citizenship == IND
                        || citizenship == KAZ
                        || citizenship == POL
                        || citizenship == TUR
                        || citizenship == USA)) { // A02
            findings.require(K02);
        }
        if (service == CORRECTION
                && category == PERMANENT
                && (filedBy == REPRESENTATIVE || filedBy == SELF)
                && age <= 13) { // A03
            findings.require(K03);
        }
        if (service == CORRECTION
                && category == CITIZEN
                && (filedBy == LEGAL_REPRESENTATIVE || filedBy == SELF)
                && (citizenship == KGZ || citizenship == RUS)
                && age >= 45) { // A04
            findings.require(K04);
        }
        if (service == FORMATION && (category == CITIZEN || category == NONRESIDENT || category == TEMPORARY)) { // A05
            findings.require(K05);
        }
        if (service == FORMATION
                && (category == NONRESIDENT || category == REFUGEE)
                && (filedBy == LEGAL_REPRESENTATIVE || filedBy == SELF)) { // A06
            findings.require(K06);
        }
        if (hasIdentityDocument
                && (citizenship == CHN
                        || citizenship == IND
                        || citizenship == TUR
                        || citizenship == UKR
                        || citizenship == USA)
                && age >= 16) { // A07
            findings.require(K07);
        }
        if (service == CORRECTION
                && (category == CITIZEN || category == STATELESS)
                && filedBy == LEGAL_REPRESENTATIVE
                && !hasIdentityDocument
                && age >= 16) { // A08
            findings.require(K08);
        }
        if (service == FORMATION
                && (category == CITIZEN || category == PERMANENT || category == STATELESS)
                && (citizenship == DEU || citizenship == KAZ || citizenship == TJK || citizenship == TUR)
                && age <= 17) { // A09
            findings.require(K09);
        }
        if ((category == PERMANENT || category == TEMPORARY) && age >= 18 && age <= 44) { // A10
            findings.require(K10);
        }
        if (service == CORRECTION && category == PERMANENT && age >= 14 && age <= 17) { // A11
            findings.require(K11);
        }
        if (service == FORMATION
                && category == PERMANENT
                && filedBy == LEGAL_REPRESENTATIVE
                && hasIdentityDocument
                && (citizenship == CHN
                        || citizenship == GEO
                        || citizenship == IND
                        || citizenship == KAZ
                        || citizenship == USA)) { // A12
            findings.require(K12);
        }
        if (service == CORRECTION
                && (category == CITIZEN || category == NONRESIDENT || category == REFUGEE)
                && !hasIdentityDocument) { // A13
            findings.require(K13);
        }
        if (service == FORMATION && !hasIdentityDocument && (citizenship == KOR || citizenship == USA)) { // A14
            findings.require(K14);
        }
        if (service == CORRECTION
                && (category == NONRESIDENT || category == PERMANENT)
                && filedBy == LEGAL_REPRESENTATIVE) { // A15
            findings.require(K15);
        }
        if (service == FORMATION
                && category == CITIZEN
                && (citizenship == GEO || citizenship == TJK || citizenship == XXA)
                && age <= 5) { // A16
            findings.require(K16);
        }
        if (service == FORMATION && (category == REFUGEE || category == TEMPORARY)) { // A17
            findings.require(K17);
        }
        if (service == CORRECTION && (category == NONRESIDENT || category == PERMANENT) && hasIdentityDocument) { // A18
            findings.require(K18);
        }
        if (filedBy == PENAL_INSTITUTION
                && !hasIdentityDocument
                && (citizenship == CHN || citizenship == KAZ)
                && age <= 13) { // A19
            findings.require(K19);
        }
        if ((category == REFUGEE || category == TEMPORARY)
                && filedBy == LEGAL_REPRESENTATIVE
                && age >= 18
                && age <= 44) { // A20
            findings.require(K20);
        }
        if (service == CORRECTION
                && (category == CITIZEN || category == PERMANENT || category == REFUGEE)
                && hasIdentityDocument
                && age <= 17) { // A21
            findings.require(K01);
        }
        if (service == CORRECTION && category == REFUGEE) { // A22
            findings.require(K02);
        }
        if (service == FORMATION
                && (category == NONRESIDENT || category == STATELESS || category == TEMPORARY)
                && filedBy == LEGAL_REPRESENTATIVE
                && hasIdentityDocument
                && age >= 18) { // A23
            findings.require(K03);
        }
        if (service == CORRECTION
                && (category == CITIZEN || category == PERMANENT || category == STATELESS)
                && filedBy == SELF
                && !hasIdentityDocument) { // A24
            findings.require(K04);
        }
        if (service == FORMATION && (filedBy == LEGAL_REPRESENTATIVE || filedBy == SELF)) { // A25
            findings.require(K05);
        }
        if (service == FORMATION
                && category == TEMPORARY
                && filedBy == REPRESENTATIVE
                && age >= 18
                && age <= 44) { // A26
            findings.require(K06);
        }
        if (category == REFUGEE && hasIdentityDocument) { // A27
            findings.require(K07);
        }
        if (category == REFUGEE
                && (filedBy == PENAL_INSTITUTION || filedBy == REPRESENTATIVE)
                && (citizenship == KAZ || citizenship == RUS || citizenship == XXA)) { // A28
            findings.require(K08);
        }
        if ((category == CITIZEN || category == NONRESIDENT || category == REFUGEE) && hasIdentityDocument) { // A29
            findings.require(K09);
        }
        if (service == CORRECTION && (category == CITIZEN || category == STATELESS)) { // A30
            findings.require(K10);
        }
        if (service == FORMATION && category == TEMPORARY && hasIdentityDocument && age >= 18 && age <= 44) { // A31
            findings.require(K11);
        }
        if (service == FORMATION
                && category == TEMPORARY
                && filedBy == PENAL_INSTITUTION
                && (citizenship == CHN || citizenship == DEU || citizenship == UKR || citizenship == USA)
                && age >= 18) { // A32
            findings.require(K12);
        }
        if (service == FORMATION
                && (category == PERMANENT || category == REFUGEE || category == TEMPORARY)
                && hasIdentityDocument) { // A33
            findings.require(K13);
        }
        if (service == CORRECTION
                && (category == CITIZEN || category == PERMANENT || category == REFUGEE)
                && (citizenship == RUS || citizenship == TUR || citizenship == UKR)) { // A34
            findings.require(K14);
        }
        if ((category == CITIZEN || category == NONRESIDENT)
                && (filedBy == LEGAL_REPRESENTATIVE || filedBy == REPRESENTATIVE)) { // A35
            findings.require(K15);
        }
        if (category == CITIZEN && filedBy == PENAL_INSTITUTION && !hasIdentityDocument && age >= 45) { // A36
            findings.require(K16);
        }
        if (service == CORRECTION
                && (category == PERMANENT || category == REFUGEE || category == TEMPORARY)
                && filedBy == PENAL_INSTITUTION
                && age >= 18
                && age <= 44) { // A37
            findings.require(K17);
        }
        if (service == CORRECTION && (filedBy == REPRESENTATIVE || filedBy == SELF)) { // A38
            findings.require(K18);
        }
        if (service == CORRECTION
                && (category == NONRESIDENT || category == REFUGEE)
                && (filedBy == PENAL_INSTITUTION || filedBy == SELF)
                && age <= 13) { // A39
            findings.require(K19);
        }
        if (service == CORRECTION
                && hasIdentityDocument
                && (citizenship == BLR || citizenship == IND)
                && age <= 5) { // A40
            findings.require(K20);
        }
    }
}
