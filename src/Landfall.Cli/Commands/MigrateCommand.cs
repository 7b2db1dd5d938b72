using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Migration;
using Landfall.Operations.Migration.Compose;
using Landfall.Operations.Migration.Copilot;
using Landfall.Operations.Migration.Ecs;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall migrate</c>: comes over from another tool.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandContext context) =>
        new("migrate", "Come over from another tool.") { Copilot(context), Compose(context), Ecs(context) };

    private static Door<MigrateCopilotParameters, Migrated> Copilot(CommandContext context)
    {
        var (folder, app, region, dryRun) = Own();
        var connection = new Option<string?>("--connection") { HelpName = "arn" };
        return new(context, new MigrateCopilotOperation(), folder, app, region, connection, dryRun)
        {
            Read = line => new MigrateCopilotParameters(
                line.GetValue(folder)!, line.GetValue(app), line.GetValue(region), line.GetValue(connection), line.GetValue(dryRun)),
            Render = Render,
        };
    }

    private static Door<MigrateComposeParameters, Migrated> Compose(CommandContext context)
    {
        var (folder, app, region, dryRun) = Own();
        var env = First();
        return new(context, new MigrateComposeOperation(), folder, app, region, env, dryRun)
        {
            Read = line => new MigrateComposeParameters(
                line.GetValue(folder)!, line.GetValue(app), line.GetValue(region), line.GetValue(env)!, line.GetValue(dryRun)),
            Render = Render,
        };
    }

    private static Door<MigrateEcsParameters, Migrated> Ecs(CommandContext context)
    {
        var (folder, app, region, dryRun) = Own();
        var (env, clusters, local) = (First(), new Option<string[]>("--cluster") { HelpName = "name" }, new Option<bool>("--local"));
        return new(context, new MigrateEcsOperation(), folder, clusters, app, region, env, local, dryRun)
        {
            Read = line => new MigrateEcsParameters(
                line.GetValue(folder)!, line.GetValue(clusters) ?? [], line.GetValue(app), line.GetValue(region), line.GetValue(env)!, line.GetValue(local), line.GetValue(dryRun)),
            Render = Render,
        };
    }

    /// <summary>What all three have, each with the words of its own operation.</summary>
    private static (Argument<string> Folder, Option<string?> App, Option<string?> Region, Option<bool> DryRun) Own() =>
        (SharedOptions.Folder(), new("--app") { HelpName = "name" }, new("--region") { HelpName = "region" }, new("--dry-run"));

    private static Option<string> First() => new("--env") { HelpName = "name", DefaultValueFactory = _ => "dev" };

    private static void Render(Screen screen, Migrated migrated)
    {
        var talk = screen.Talk;
        var by = migrated.Keys.ToLookup(key => key.Outcome);
        foreach (var key in by[KeyOutcome.Left])
            talk.WriteLine($"left     {key.File}:{key.Line} {key.Key}: {key.Note}");
        foreach (var key in by[KeyOutcome.Changed])
            talk.WriteLine($"changed  {key.File}:{key.Line} {key.Key} → {key.To}: {key.Note}");
        foreach (var problem in migrated.Problems)
            talk.WriteLine(problem.ToString());
        talk.WriteLine($"{migrated.Services} services and jobs in {string.Join(", ", migrated.Environments)}: {by[KeyOutcome.Exact].Count()} keys mean the same, {by[KeyOutcome.Changed].Count()} are changed, {by[KeyOutcome.Left].Count()} left.");
        if (migrated.Files.Count == 0)
        {
            talk.WriteLine("Nothing was written: this was a dry run. This would be landfall.yaml:");
            screen.Data.Profile.Out.Writer.Write(migrated.File);
            return;
        }

        foreach (var file in migrated.Files)
            screen.Data.Profile.Out.Writer.WriteLine(file);
        talk.WriteLine($"Next: read {migrated.Files[0]}, which has the steps{(migrated.Problems.Count > 0 ? ", and mend what is said above" : "")}.");
    }
}
