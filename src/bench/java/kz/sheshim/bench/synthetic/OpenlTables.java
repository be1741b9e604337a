package kz.sheshim.bench.synthetic;

/** The tables of openl.xlsx, as OpenL Tablets calls them by their names and parameters. */
public interface OpenlTables {

    DocumentKind[] required(
            Service service,
            Category category,
            FiledBy filedBy,
            boolean hasIdentityDocument,
            Citizenship citizenship,
            int age);

    String[] translation(Script script, DocumentKind docKind, boolean translated, boolean notarised, Category category);

    String[] denial(
            Service service,
            Channel channel,
            Category category,
            FiledBy filedBy,
            Citizenship citizenship,
            int age,
            boolean hasIdentityDocument,
            boolean consentGiven,
            boolean certifiedByHead,
            boolean previousIin);

    Outcome verdict(Service service, int denials, boolean fatal, int missing, int expired, int translation);

    Route route(Outcome verdict, Service service, Channel channel, Category category);
}
