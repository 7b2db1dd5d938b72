using System.Globalization;
using System.Text;
using Landfall.Config;
using Landfall.Config.Tree;
using Landfall.Operations.Init;

namespace Landfall.Operations.Migration.Compose;

/// <summary>Writes <c>landfall.yaml</c> from a Compose file, and a report of every key.</summary>
internal sealed class MigrateComposeOperation : Operation<MigrateComposeParameters, Migrated>
{
    private const string ReportName = "compose-migration.md";

    /// <inheritdoc />
    public override string Name => "migrate compose";

    /// <inheritdoc />
    public override string Summary => "Write landfall.yaml from a Compose file, and a report of what became of every key.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Migrated> RunAsync(MigrateComposeParameters parameters, Agreed agreed, OperationContext context)
    {
        var compose = ComposeFile.Read(parameters.Folder);
        Scaffold.RefuseExisting(compose.Root);
        var app = parameters.App ?? NewName.Of((compose.Tree.Find("name")?.Value as ScalarNode)?.Text ?? Path.GetFileName(compose.Root));
        var region = FirstRegion.Of(parameters.Region);
        var migration = ComposeMigration.Of(compose, app, region, parameters.Environment);
        var yaml = $"# yaml-language-server: $schema=./landfall.schema.json\n# Made from {compose.Name}; {ReportName} says what became of every key.\n\n{YamlText.Of(migration.File)}";
        var problems = ConfigLoader.Check(yaml);
        var files = await MigratedFiles.WriteAsync(
            compose.Root, yaml, ReportName, Report(compose, migration, parameters.Environment, problems), [], parameters.DryRun, context.Stop).ConfigureAwait(false);
        return new Migrated(compose.Root, files, migration.Services, [parameters.Environment], migration.Keys, problems, yaml);
    }

    private static string Report(ComposeFile compose, ComposeMigration migration, string environment, IReadOnlyList<Problem> problems)
    {
        var text = new StringBuilder($"# From {compose.Name} to landfall.yaml\n\n`landfall migrate compose` has read {KeyTables.Sentence(migration.Keys)}\n\n");
        if (problems.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"## What `landfall validate` says\n\n{string.Concat(problems.Select(problem => $"- {problem}\n"))}\n");
        text.Append("## Steps\n\n1. Go through what is left out and what is changed, and mend `landfall.yaml`.\n2. Put the values of secrets in, and deploy to the local AWS first: `landfall deploy --local`.\n3. Databases and file systems are new and empty: copy the data.\n\n");
        if (migration.Secrets.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"## Values of secrets\n\n```sh\n{string.Concat(migration.Secrets.Select(secret => $"landfall secret set --env {environment} --name {secret.Key}   # {secret.Value}\n"))}```\n\n");
        return text.Append(KeyTables.Write(migration.Keys)).ToString();
    }
}
