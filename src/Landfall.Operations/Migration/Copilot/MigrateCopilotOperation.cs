using Landfall.Config;
using Landfall.Operations.Init;
using Landfall.Operations.Migration.Copilot.Addons;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>Writes <c>landfall.yaml</c> from the manifests of AWS Copilot, which ended in June 2026, and a report of every key.</summary>
internal sealed class MigrateCopilotOperation : Operation<MigrateCopilotParameters, Migrated>
{
    private const string ReportName = "copilot-migration.md";

    /// <inheritdoc />
    public override string Name => "migrate copilot";

    /// <inheritdoc />
    public override string Summary => "Write landfall.yaml from the manifests of AWS Copilot, and a report of what became of every key.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Migrated> RunAsync(MigrateCopilotParameters parameters, Agreed agreed, OperationContext context)
    {
        var workspace = CopilotWorkspace.Read(parameters.Folder);
        Scaffold.RefuseExisting(workspace.Root);
        var app = parameters.App ?? $"{NewName.Of(workspace.App)}-lf";
        var region = FirstRegion.Of(parameters.Region);
        var migration = CopilotMigration.Of(workspace, app, region, parameters.Connection);
        var yaml = Text(migration);
        var problems = ConfigLoader.Check(yaml);
        var retained = AddonFiles.Retained(workspace);
        var files = await MigratedFiles.WriteAsync(
            workspace.Root, yaml, ReportName, MigrationReport.Of(workspace, migration, app, problems, retained), retained.Where(addon => addon.Text is not null).Select(addon => ($"{RetainSection.Folder}/{addon.File}", addon.Text!)), parameters.DryRun, context.Stop).ConfigureAwait(false);
        return new Migrated(workspace.Root, files, workspace.Services.Count, migration.Environments, migration.Keys, problems, yaml);
    }

    private static string Text(CopilotMigration migration)
    {
        var head = $"# yaml-language-server: $schema=./landfall.schema.json\n# Made from AWS Copilot's manifests; {ReportName} says what became of every key.\n\n";
        var waiting = migration.Pipelines is null ? ""
            : $"\n# Put the connection's ARN in, and take the comment away:\n{string.Concat(YamlText.Of(migration.Pipelines).TrimEnd().Split('\n').Select(line => $"# {line}\n"))}";
        return head + YamlText.Of(migration.File) + waiting;
    }
}
