using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Accounts;

/// <summary>Looks up again what synthesis needs to know of the accounts.</summary>
internal sealed class ContextRefreshOperation : Operation<ContextRefreshParameters, RefreshedContext>
{
    /// <inheritdoc />
    public override string Name => "context refresh";

    /// <inheritdoc />
    public override string Summary =>
        $"Look up what the accounts know (zones, hosted zones, engine versions, quotas, imported networks), and write it to {KnownFacts.FileName}; commit that file. What stands in a zone stays in it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<RefreshedContext> RunAsync(ContextRefreshParameters parameters, Agreed agreed, OperationContext context)
    {
        var loaded = ProjectLoader.LoadFile(parameters.Folder);
        IReadOnlyList<string> environments = parameters.Environment is { } one ? [one] : loaded.EnvironmentNames;
        var file = new ContextFile(loaded.Root, parameters.Local);
        var before = file.Read();
        var after = before;
        foreach (var environment in environments)
        {
            var needed = NeededFacts.Of(loaded.Config!, environment);
            after = await ContextLookup.OfAsync(loaded.Config!, needed, after, parameters.Local, context).ConfigureAwait(false);
        }

        var changes = FactDifferences.Of(before, after);
        var writes = !parameters.DryRun && changes.Count > 0;
        if (writes)
            file.Write(after);
        return new RefreshedContext(file.Path, writes, environments, changes);
    }
}
