using System.Globalization;
using System.Text;
using Landfall.Config;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>The report of a migration from ECS, for whoever goes on with it.</summary>
internal static class EcsReport
{
    /// <summary>Writes it.</summary>
    /// <param name="account">What was read.</param>
    /// <param name="migration">What became of it.</param>
    /// <param name="app">The application's name.</param>
    /// <param name="environment">The first environment's name.</param>
    /// <param name="problems">What is wrong with the new file.</param>
    /// <returns>Markdown.</returns>
    public static string Of(EcsAccount account, EcsMigration migration, string app, string environment, IReadOnlyList<Problem> problems)
    {
        var text = new StringBuilder($"# From ECS to Landfall: {string.Join(", ", account.Clusters)}\n\n`landfall migrate ecs` has read {KeyTables.Sentence(migration.Keys)} Lines are those of `{EcsMigration.AccountFile}`, which has what was read without states, times and counts, and without values that by name or value are secrets.\n\n");
        if (problems.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"## What `landfall validate` says\n\n{string.Concat(problems.Select(problem => $"- {problem}\n"))}\n");
        text.Append("## What was not read\n\n");
        foreach (var part in account.Unread)
            text.Append(CultureInfo.InvariantCulture, $"- {part.What}: {part.Reason}\n");
        text.Append("- What services stand on: databases, tables, queues, buckets, file systems. Variables that name such things are listed below. Landfall takes over no resource that exists.\n- Attributes of load balancers (idle time, logs), web ACLs, alarms, dashboards, the deployment groups of CodeDeploy, and what deploys the services now.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            ## Steps

            1. Go through what is left out and what is changed, below, and mend `landfall.yaml`. Until `landfall validate` is content, nothing is deployed.
            2. Deploy to the local AWS first: `landfall deploy --local`. Then put the values of secrets where Landfall reads them, and `landfall deploy --env {environment}`. Stacks are named {app}-{environment}-…, and both systems run side by side: nothing that was read is touched.
            3. Let the services reach what they stand on, or copy its data into what the file makes.
            4. Try the services at the address that `landfall outputs` prints. To go back, `landfall destroy`.
            5. Move the names: a DNS name leads to one place. 'domain' has `dns: elsewhere`, so that Landfall sets no record; `landfall outputs` prints those to set. To go back, set the old ones.
            6. When nothing goes to the old services any more, take them away with what made them. Schedules run in both systems until then: turn one of each pair off.


            """);
        if (migration.Secrets.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"## Values of secrets\n\n```sh\n{string.Concat(migration.Secrets.Select(line => $"{line}\n"))}```\n\n");
        return text.Append(KeyTables.Write(migration.Keys)).ToString();
    }
}
