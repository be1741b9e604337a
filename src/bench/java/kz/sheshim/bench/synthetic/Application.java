package kz.sheshim.bench.synthetic;

import java.time.LocalDate;
import java.util.List;

/**
 * An application to the synthetic policy, as a Java program holds it.
 *
 * @param age full years on the filing date
 */
public record Application(
        String id,
        Service service,
        Channel channel,
        Category category,
        Citizenship citizenship,
        LocalDate birthDate,
        FiledBy filedBy,
        boolean hasIdentityDocument,
        Script script,
        boolean consentGiven,
        boolean certifiedByHead,
        LocalDate filingDate,
        boolean previousIin,
        int age,
        List<Document> documents) {

    public Application {
        documents = List.copyOf(documents);
    }
}
