using System.Text.RegularExpressions;

namespace Landfall.Kubernetes.Diagnosis.Running;

/// <summary>What databases answer in the logs of those that use them: refused logins, no more connections, no writing.</summary>
internal sealed partial class DatabaseErrors : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            var lines = cluster.LogsOf(workload);
            if (lines.LastOrDefault(line => Login().IsMatch(line)) is { } login)
            {
                yield return new Finding(Cause.DatabaseCredentials, Client(cluster, workload).Object,
                    $"The database refuses the login of {workload.Name}.", Certainty.Stated, [$"log of {workload.Name}: {login}"],
                    new Remedy("Give the workload the user and password that the database has.", $"kubectl describe {workload.Reference}"));
            }
            if (WrongDoor(cluster, workload, lines) is { } wrong)
                yield return wrong;
            if (lines.LastOrDefault(line => Exhausted().IsMatch(line)) is { } exhausted)
            {
                yield return new Finding(Cause.ConnectionExhaustion, Database(cluster, workload).Object,
                    $"The database of {workload.Name} takes no more connections.", Certainty.Stated, [$"log of {workload.Name}: {exhausted}"],
                    new Remedy("Raise the database's limit of connections, or lower the pools of those that use it.", $"kubectl logs {Database(cluster, workload).Reference}"));
            }
            if (lines.LastOrDefault(line => ReadOnly().IsMatch(line)) is { } readOnly)
            {
                yield return new Finding(Cause.DatabaseReadOnly, Database(cluster, workload).Object,
                    $"The database of {workload.Name} does not let it write.", Certainty.Stated, [$"log of {workload.Name}: {readOnly}"],
                    new Remedy("Make the database writable again, or send writers to the one that is.", $"kubectl logs {Database(cluster, workload).Reference}"));
            }
        }
    }

    // The database serves others, so it is this client that asks at the wrong door.
    private static Finding? WrongDoor(Cluster cluster, Workload workload, IReadOnlyList<string> lines)
    {
        var database = Database(cluster, workload);
        if (database == workload || database.Ready == 0 || lines.LastOrDefault(line => Unanswered().IsMatch(line)) is not { } line)
            return null;
        return new Finding(Cause.DatabasePort, workload.Object, $"{workload.Name} finds no database at the address it has, and {database.Name} is ready.",
            workload.IsAiling ? Certainty.Likely : Certainty.Unexplained, [$"log of {workload.Name}: {line}", $"{database.Reference}: {database.Ready} pod(s) ready"],
            new Remedy($"Give {workload.Name} the port on which {database.Name} listens.", $"kubectl describe {workload.Reference}"))
        { RuledOut = [$"{database.Name} itself: it is ready"] };
    }

    // Where the line stands in the database's own log, it is one of its clients that is meant, if there is just one.
    private static Workload Client(Cluster cluster, Workload workload) =>
        DatabaseName().IsMatch(workload.Name) && cluster.ClientsOf(workload.Name).ToList() is [var only] ? only : workload;

    // The one it has the address of; else the one whose name begins most like its own.
    private static Workload Database(Cluster cluster, Workload workload)
    {
        if (DatabaseName().IsMatch(workload.Name))
            return workload;
        var used = cluster.Addresses.Where(address => address.Workload == workload)
            .Select(address => cluster.Snapshot.Services.FirstOrDefault(service => service.Metadata.Name == address.Host))
            .OfType<k8s.Models.V1Service>()
            .SelectMany(cluster.Behind).Concat(cluster.Addresses.Where(address => address.Workload == workload).Select(address => cluster.Named(address.Host)).OfType<Workload>());
        return used.FirstOrDefault(other => DatabaseName().IsMatch(other.Name))
            ?? cluster.Workloads.Where(other => DatabaseName().IsMatch(other.Name)).OrderByDescending(other => other.Name.Zip(workload.Name).TakeWhile(pair => pair.First == pair.Second).Count()).FirstOrDefault()
            ?? workload;
    }

    [GeneratedRegex(@"mysql|maria|postgres|pgsql|mongo|redis|database|(^|-)db(-|$)|db$", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseName();

    [GeneratedRegex(@"Access denied for user|password authentication failed|ER_ACCESS_DENIED|Authentication failed\b.*(?:mongo|sasl|scram)|WRONGPASS|NOAUTH Authentication", RegexOptions.IgnoreCase)]
    private static partial Regex Login();

    [GeneratedRegex(@"Communications link failure|Can't connect to MySQL server|connection to server at .* failed: Connection refused|dial tcp [^ ]*:3\d{3}: connect: connection refused|ECONNREFUSED [^ ]*:3\d{3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unanswered();

    [GeneratedRegex(@"Too many connections|max_user_connections|remaining connection slots are reserved|sorry, too many clients|max number of clients reached|ER_CON_COUNT_ERROR", RegexOptions.IgnoreCase)]
    private static partial Regex Exhausted();

    [GeneratedRegex(@"(?:super-)?read[-_]only (?:option|transaction|mode|replica)|--read-only|READONLY You can't write|cannot execute \w+ in a read-only transaction|ER_OPTION_PREVENTS_STATEMENT", RegexOptions.IgnoreCase)]
    private static partial Regex ReadOnly();
}
