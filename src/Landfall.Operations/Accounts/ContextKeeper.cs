using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Operations.Deployment;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Accounts;

/// <summary>Before a deployment: looks up once what is missing, and notices what is no longer as it was recorded.</summary>
/// <param name="context">Who deploys.</param>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="open">Opens an environment's account; by default with the credentials that there are.</param>
internal sealed class ContextKeeper(OperationContext context, Func<string, string?> variable, Func<NeededFacts, Task<AwsTarget>>? open = null)
{
    /// <summary>Makes sure that the file has what an environment needs.</summary>
    /// <param name="loaded">The file.</param>
    /// <param name="folder">The project's folder, as the caller gave it.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    /// <exception cref="LandfallException">A fact is missing in a pipeline, or the account lacks what the file asks for.</exception>
    public async Task KeepAsync(LoadedConfig loaded, string folder, string environment, CancellationToken cancellation)
    {
        var needed = NeededFacts.Of(loaded.Config!, environment);
        var file = new ContextFile(loaded.Root, local: false);
        var known = file.Read();
        var isPipeline = BuildServer.IsHere(variable);
        if (isPipeline)
            ContextCheck.Require(folder, needed, known, everything: true);
        using var target = await (open?.Invoke(needed)
            ?? Targets.OpenAsync(needed, local: false, context.Time, cancellation)).ConfigureAwait(false);
        using var lookup = new ContextLookup(loaded.Config!, target.Session);
        var missing = MissingFacts.Of(needed, known);
        if (missing.Count > 0)
        {
            file.Write(await lookup.RunAsync(needed, known, cancellation).ConfigureAwait(false));
            context.Watcher.Say($"Looked up {string.Join(" and ", missing)}: commit {file.Path}.");
            if (needed.ChosenNat is not null && NetworkChoice.Explain(loaded.Config!, needed.Environment) is { } choice)
                context.Watcher.Say(choice);
        }
        else
        {
            await CompareAsync(lookup, folder, needed, file, known, writes: !isPipeline, cancellation).ConfigureAwait(false);
        }
    }

    private async Task CompareAsync(ContextLookup lookup, string folder, NeededFacts needed, ContextFile file, KnownFacts known, bool writes, CancellationToken cancellation)
    {
        KnownFacts now;
        try
        {
            now = await lookup.RunAsync(needed, known, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is LandfallException or AwsException or AmazonServiceException)
        {
            return; // What is recorded is enough to go on; who deploys need not be allowed to look everything up.
        }

        if (known.Of(needed.Account, needed.Region) is { } region)
        {
            var optional = new OptionalFacts(region, now.Of(needed.Account, needed.Region)!);
            known = known.With(needed.Account, needed.Region, optional.Filled);
            now = now.With(needed.Account, needed.Region, optional.Settled);
            if (writes && optional.Found.Count > 0)
            {
                file.Write(known);
                context.Watcher.Say($"Looked up {string.Join(" and ", optional.Found)} of {needed.Region}: commit {file.Path}.");
            }
        }

        var stale = FactDifferences.Of(known, now);
        if (stale.Count > 0)
            context.Watcher.Say($"{KnownFacts.FileName} is no longer what the account says ({stale[0].Fact}{(stale.Count > 1 ? $" and {stale.Count - 1} more" : "")}); it is used as it stands. 'landfall context refresh {FolderArgument.Of(folder)} --env {needed.Environment}' brings it up to date.");
    }
}
