package kz.sheshim.bench.synthetic;

import static kz.sheshim.bench.synthetic.Category.CITIZEN;
import static kz.sheshim.bench.synthetic.Category.NONRESIDENT;
import static kz.sheshim.bench.synthetic.Category.PERMANENT;
import static kz.sheshim.bench.synthetic.Category.REFUGEE;
import static kz.sheshim.bench.synthetic.Category.STATELESS;
import static kz.sheshim.bench.synthetic.Category.TEMPORARY;
import static kz.sheshim.bench.synthetic.Citizenship.BLR;
import static kz.sheshim.bench.synthetic.Citizenship.CHN;
import static kz.sheshim.bench.synthetic.Citizenship.DEU;
import static kz.sheshim.bench.synthetic.Citizenship.GEO;
import static kz.sheshim.bench.synthetic.Citizenship.IND;
import static kz.sheshim.bench.synthetic.Citizenship.KAZ;
import static kz.sheshim.bench.synthetic.Citizenship.KGZ;
import static kz.sheshim.bench.synthetic.Citizenship.KOR;
import static kz.sheshim.bench.synthetic.Citizenship.POL;
import static kz.sheshim.bench.synthetic.Citizenship.RUS;
import static kz.sheshim.bench.synthetic.Citizenship.TJK;
import static kz.sheshim.bench.synthetic.Citizenship.TUR;
import static kz.sheshim.bench.synthetic.Citizenship.UKR;
import static kz.sheshim.bench.synthetic.Citizenship.USA;
import static kz.sheshim.bench.synthetic.Citizenship.XXA;
import static kz.sheshim.bench.synthetic.DocumentKind.K01;
import static kz.sheshim.bench.synthetic.DocumentKind.K02;
import static kz.sheshim.bench.synthetic.DocumentKind.K03;
import static kz.sheshim.bench.synthetic.DocumentKind.K04;
import static kz.sheshim.bench.synthetic.DocumentKind.K05;
import static kz.sheshim.bench.synthetic.DocumentKind.K06;
import static kz.sheshim.bench.synthetic.DocumentKind.K07;
import static kz.sheshim.bench.synthetic.DocumentKind.K08;
import static kz.sheshim.bench.synthetic.DocumentKind.K09;
import static kz.sheshim.bench.synthetic.DocumentKind.K10;
import static kz.sheshim.bench.synthetic.DocumentKind.K11;
import static kz.sheshim.bench.synthetic.DocumentKind.K12;
import static kz.sheshim.bench.synthetic.DocumentKind.K13;
import static kz.sheshim.bench.synthetic.DocumentKind.K14;
import static kz.sheshim.bench.synthetic.DocumentKind.K15;
import static kz.sheshim.bench.synthetic.DocumentKind.K16;
import static kz.sheshim.bench.synthetic.DocumentKind.K17;
import static kz.sheshim.bench.synthetic.DocumentKind.K18;
import static kz.sheshim.bench.synthetic.DocumentKind.K19;
import static kz.sheshim.bench.synthetic.DocumentKind.K20;
import static kz.sheshim.bench.synthetic.FiledBy.LEGAL_REPRESENTATIVE;
import static kz.sheshim.bench.synthetic.FiledBy.PENAL_INSTITUTION;
import static kz.sheshim.bench.synthetic.FiledBy.REPRESENTATIVE;
import static kz.sheshim.bench.synthetic.FiledBy.SELF;
import static kz.sheshim.bench.synthetic.Service.CORRECTION;
import static kz.sheshim.bench.synthetic.Service.FORMATION;

/** Table A: which documents are required. */
final class HandwrittenRequirements {
    private HandwrittenRequirements() {}

    static void examine(Application application, Findings findings) {
        if (application.service() == CORRECTION && (application.citizenship() == CHN || application.citizenship() == RUS) && application.age() >= 14 && application.age() <= 17) { // A01
            findings.require(K01);
        }
        if (application.category() == STATELESS && application.filedBy() == REPRESENTATIVE && (application.citizenship() == IND || application.citizenship() == KAZ || application.citizenship() == POL || application.citizenship() == TUR || application.citizenship() == USA)) { // A02
            findings.require(K02);
        }
        if (application.service() == CORRECTION && application.category() == PERMANENT && (application.filedBy() == REPRESENTATIVE || application.filedBy() == SELF) && application.age() <= 13) { // A03
            findings.require(K03);
        }
        if (application.service() == CORRECTION && application.category() == CITIZEN && (application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == SELF) && (application.citizenship() == KGZ || application.citizenship() == RUS) && application.age() >= 45) { // A04
            findings.require(K04);
        }
        if (application.service() == FORMATION && (application.category() == CITIZEN || application.category() == NONRESIDENT || application.category() == TEMPORARY)) { // A05
            findings.require(K05);
        }
        if (application.service() == FORMATION && (application.category() == NONRESIDENT || application.category() == REFUGEE) && (application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == SELF)) { // A06
            findings.require(K06);
        }
        if (application.hasIdentityDocument() && (application.citizenship() == CHN || application.citizenship() == IND || application.citizenship() == TUR || application.citizenship() == UKR || application.citizenship() == USA) && application.age() >= 16) { // A07
            findings.require(K07);
        }
        if (application.service() == CORRECTION && (application.category() == CITIZEN || application.category() == STATELESS) && application.filedBy() == LEGAL_REPRESENTATIVE && !application.hasIdentityDocument() && application.age() >= 16) { // A08
            findings.require(K08);
        }
        if (application.service() == FORMATION && (application.category() == CITIZEN || application.category() == PERMANENT || application.category() == STATELESS) && (application.citizenship() == DEU || application.citizenship() == KAZ || application.citizenship() == TJK || application.citizenship() == TUR) && application.age() <= 17) { // A09
            findings.require(K09);
        }
        if ((application.category() == PERMANENT || application.category() == TEMPORARY) && application.age() >= 18 && application.age() <= 44) { // A10
            findings.require(K10);
        }
        if (application.service() == CORRECTION && application.category() == PERMANENT && application.age() >= 14 && application.age() <= 17) { // A11
            findings.require(K11);
        }
        if (application.service() == FORMATION && application.category() == PERMANENT && application.filedBy() == LEGAL_REPRESENTATIVE && application.hasIdentityDocument() && (application.citizenship() == CHN || application.citizenship() == GEO || application.citizenship() == IND || application.citizenship() == KAZ || application.citizenship() == USA)) { // A12
            findings.require(K12);
        }
        if (application.service() == CORRECTION && (application.category() == CITIZEN || application.category() == NONRESIDENT || application.category() == REFUGEE) && !application.hasIdentityDocument()) { // A13
            findings.require(K13);
        }
        if (application.service() == FORMATION && !application.hasIdentityDocument() && (application.citizenship() == KOR || application.citizenship() == USA)) { // A14
            findings.require(K14);
        }
        if (application.service() == CORRECTION && (application.category() == NONRESIDENT || application.category() == PERMANENT) && application.filedBy() == LEGAL_REPRESENTATIVE) { // A15
            findings.require(K15);
        }
        if (application.service() == FORMATION && application.category() == CITIZEN && (application.citizenship() == GEO || application.citizenship() == TJK || application.citizenship() == XXA) && application.age() <= 5) { // A16
            findings.require(K16);
        }
        if (application.service() == FORMATION && (application.category() == REFUGEE || application.category() == TEMPORARY)) { // A17
            findings.require(K17);
        }
        if (application.service() == CORRECTION && (application.category() == NONRESIDENT || application.category() == PERMANENT) && application.hasIdentityDocument()) { // A18
            findings.require(K18);
        }
        if (application.filedBy() == PENAL_INSTITUTION && !application.hasIdentityDocument() && (application.citizenship() == CHN || application.citizenship() == KAZ) && application.age() <= 13) { // A19
            findings.require(K19);
        }
        if ((application.category() == REFUGEE || application.category() == TEMPORARY) && application.filedBy() == LEGAL_REPRESENTATIVE && application.age() >= 18 && application.age() <= 44) { // A20
            findings.require(K20);
        }
        if (application.service() == CORRECTION && (application.category() == CITIZEN || application.category() == PERMANENT || application.category() == REFUGEE) && application.hasIdentityDocument() && application.age() <= 17) { // A21
            findings.require(K01);
        }
        if (application.service() == CORRECTION && application.category() == REFUGEE) { // A22
            findings.require(K02);
        }
        if (application.service() == FORMATION && (application.category() == NONRESIDENT || application.category() == STATELESS || application.category() == TEMPORARY) && application.filedBy() == LEGAL_REPRESENTATIVE && application.hasIdentityDocument() && application.age() >= 18) { // A23
            findings.require(K03);
        }
        if (application.service() == CORRECTION && (application.category() == CITIZEN || application.category() == PERMANENT || application.category() == STATELESS) && application.filedBy() == SELF && !application.hasIdentityDocument()) { // A24
            findings.require(K04);
        }
        if (application.service() == FORMATION && (application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == SELF)) { // A25
            findings.require(K05);
        }
        if (application.service() == FORMATION && application.category() == TEMPORARY && application.filedBy() == REPRESENTATIVE && application.age() >= 18 && application.age() <= 44) { // A26
            findings.require(K06);
        }
        if (application.category() == REFUGEE && application.hasIdentityDocument()) { // A27
            findings.require(K07);
        }
        if (application.category() == REFUGEE && (application.filedBy() == PENAL_INSTITUTION || application.filedBy() == REPRESENTATIVE) && (application.citizenship() == KAZ || application.citizenship() == RUS || application.citizenship() == XXA)) { // A28
            findings.require(K08);
        }
        if ((application.category() == CITIZEN || application.category() == NONRESIDENT || application.category() == REFUGEE) && application.hasIdentityDocument()) { // A29
            findings.require(K09);
        }
        if (application.service() == CORRECTION && (application.category() == CITIZEN || application.category() == STATELESS)) { // A30
            findings.require(K10);
        }
        if (application.service() == FORMATION && application.category() == TEMPORARY && application.hasIdentityDocument() && application.age() >= 18 && application.age() <= 44) { // A31
            findings.require(K11);
        }
        if (application.service() == FORMATION && application.category() == TEMPORARY && application.filedBy() == PENAL_INSTITUTION && (application.citizenship() == CHN || application.citizenship() == DEU || application.citizenship() == UKR || application.citizenship() == USA) && application.age() >= 18) { // A32
            findings.require(K12);
        }
        if (application.service() == FORMATION && (application.category() == PERMANENT || application.category() == REFUGEE || application.category() == TEMPORARY) && application.hasIdentityDocument()) { // A33
            findings.require(K13);
        }
        if (application.service() == CORRECTION && (application.category() == CITIZEN || application.category() == PERMANENT || application.category() == REFUGEE) && (application.citizenship() == RUS || application.citizenship() == TUR || application.citizenship() == UKR)) { // A34
            findings.require(K14);
        }
        if ((application.category() == CITIZEN || application.category() == NONRESIDENT) && (application.filedBy() == LEGAL_REPRESENTATIVE || application.filedBy() == REPRESENTATIVE)) { // A35
            findings.require(K15);
        }
        if (application.category() == CITIZEN && application.filedBy() == PENAL_INSTITUTION && !application.hasIdentityDocument() && application.age() >= 45) { // A36
            findings.require(K16);
        }
        if (application.service() == CORRECTION && (application.category() == PERMANENT || application.category() == REFUGEE || application.category() == TEMPORARY) && application.filedBy() == PENAL_INSTITUTION && application.age() >= 18 && application.age() <= 44) { // A37
            findings.require(K17);
        }
        if (application.service() == CORRECTION && (application.filedBy() == REPRESENTATIVE || application.filedBy() == SELF)) { // A38
            findings.require(K18);
        }
        if (application.service() == CORRECTION && (application.category() == NONRESIDENT || application.category() == REFUGEE) && (application.filedBy() == PENAL_INSTITUTION || application.filedBy() == SELF) && application.age() <= 13) { // A39
            findings.require(K19);
        }
        if (application.service() == CORRECTION && application.hasIdentityDocument() && (application.citizenship() == BLR || application.citizenship() == IND) && application.age() <= 5) { // A40
            findings.require(K20);
        }
    }
}
