import java.sql.DriverManager;

/** Prints the first column of the result of a query. Arguments: JDBC URL, query. */
final class Ask {
    private Ask() {}

    public static void main(String[] arguments) throws Exception {
        try (var connection = DriverManager.getConnection(arguments[0], "sheshim_owner", System.getenv("PGPASSWORD"));
                var statement = connection.createStatement();
                var row = statement.executeQuery(arguments[1])) {
            while (row.next()) {
                System.out.println(row.getString(1));
            }
        }
    }
}
