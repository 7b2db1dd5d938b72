using Landfall.Aws;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Init;
using Landfall.Operations.Status;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Writes <c>landfall.yaml</c> from the services that run in an account, and a report of every setting. Of the account it reads alone.</summary>
internal sealed class MigrateEcsOperation : Operation<MigrateEcsParameters, Migrated>
{
    private const string ReportName = "ecs-migration.md";

    /// <inheritdoc />
    public override string Name => "migrate ecs";

    /// <inheritdoc />
    public override string Summary => "Write landfall.yaml from the services that run on ECS, and a report of what became of every setting.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Migrated> RunAsync(MigrateEcsParameters parameters, Agreed agreed, OperationContext context)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parameters.Folder));
        Scaffold.RefuseExisting(folder);
        using var session = Session(parameters, context.Time);
        using var calls = new BoundedCalls(context.Stop);
        var account = await ReadAsync(parameters, session, calls, context.Stop).ConfigureAwait(false);
        if (account.Document.Count == 0)
            throw new LandfallException(ErrorCodes.NoEcsServices, $"{(parameters.Clusters.Count > 0 ? $"{Named(parameters)} in {session.Region} has" : $"The clusters of the account in {session.Region} have")} no active service, and no schedule runs a task there. Name another --region or --cluster, or sign in to another account.");
        var app = parameters.App ?? $"{NewName.Of(account.Clusters.Count == 1 ? account.Clusters[0] : Path.GetFileName(folder))}-lf";
        var migration = EcsMigration.Of(account.Document, app, session.Region, parameters.Environment);
        var yaml = $"# yaml-language-server: $schema=./landfall.schema.json\n# Made from what runs on ECS in {string.Join(", ", account.Clusters)}; {ReportName} says what became of every setting.\n\n{YamlText.Of(migration.File)}";
        var problems = ConfigLoader.Check(yaml);
        var files = await MigratedFiles.WriteAsync(
            folder, yaml, ReportName, EcsReport.Of(account, migration, app, parameters.Environment, problems), [(EcsMigration.AccountFile, migration.Account)], parameters.DryRun, context.Stop).ConfigureAwait(false);
        return new Migrated(folder, files, migration.Services, [parameters.Environment], migration.Keys, problems, yaml);
    }

    private static async Task<EcsAccount> ReadAsync(MigrateEcsParameters parameters, AwsSession session, BoundedCalls calls, CancellationToken stop)
    {
        try
        {
            return await new AccountReader(session, calls, stop).ReadAsync(parameters.Clusters).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Code == "ClusterNotFoundException")
        {
            throw new LandfallException(ErrorCodes.NoEcsServices, $"There is no cluster {Named(parameters)} in {session.Region}. 'aws ecs list-clusters --region {session.Region}' lists those that are there.");
        }
    }

    private static string Named(MigrateEcsParameters parameters) => string.Join(", ", parameters.Clusters.Select(name => $"'{name}'"));

    private static AwsSession Session(MigrateEcsParameters parameters, TimeProvider time)
    {
        var region = FirstRegion.Of(parameters.Region);
        return parameters.Local ? Targets.OpenLocal(region, time) : new AwsSession(region, time);
    }
}
