using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Operations.Accounts;

/// <summary>Refuses to go on without facts, and with what they say cannot be.</summary>
internal static class ContextCheck
{
    /// <summary>Makes sure that what a template is made from is known.</summary>
    /// <param name="folder">The project's folder, as the caller gave it.</param>
    /// <param name="needed">What the environment needs.</param>
    /// <param name="known">The facts.</param>
    /// <param name="everything">True where a usual value does not do either, as in a pipeline.</param>
    /// <exception cref="LandfallException">A fact is missing.</exception>
    public static void Require(string folder, NeededFacts needed, KnownFacts? known, bool everything)
    {
        var missing = everything ? MissingFacts.Of(needed, known)
            : MissingFacts.NeedsHostedZone(needed, known) ? [$"the hosted zone of {needed.Names[0]}"]
            : [];
        if (missing.Count > 0)
            throw new LandfallException(ErrorCodes.ContextMissing, $"{KnownFacts.FileName} does not have {string.Join(" and ", missing)}, which '{needed.Environment}' needs. Run 'landfall context refresh {FolderArgument.Of(folder)} --env {needed.Environment}' and commit the file.");
    }

    /// <summary>Makes sure that RDS offers the databases' versions.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="known">The facts.</param>
    /// <exception cref="LandfallException">A version is not on offer.</exception>
    public static void RequireVersions(AppPlan plan, KnownFacts? known)
    {
        var engines = known?.Of(plan.Account, plan.Region)?.Engines;
        foreach (var database in plan.Databases)
        {
            var engine = database.Engine.AwsName();
            var offered = engines?.GetValueOrDefault(engine);
            if (offered is { Count: > 0 } && !offered.Any(version => version == database.Version || version.StartsWith($"{database.Version}.", StringComparison.Ordinal)))
                throw new LandfallException(ErrorCodes.EngineVersionMissing, $"'{database.Title}' wants {engine} {database.Version}, which {plan.Region} does not offer by {KnownFacts.FileName}. It has {string.Join(", ", offered.Select(version => EngineSupport.Major(database.Engine, version)).Distinct())}: change 'version', or look again with 'landfall context refresh'.");
        }
    }
}
