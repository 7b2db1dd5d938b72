using Landfall.Config.Binding;
using Landfall.Config.Databases;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>
/// Refuses versions and instance classes that RDS does not have. What may have come out after the table was written is a
/// warning: AWS has the last word.
/// </summary>
internal sealed class DatabaseOfferValidator : IEnvironmentValidator
{
    private const int ShownVersions = 12;

    private static string Table => $"by the table of {DatabaseOffers.Written}";

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var region = environment.Settings.Region;
        foreach (var (name, database) in environment.Settings.Databases)
        {
            if (database.Engine is { } engine && database.Knows("engine", "version", "instance"))
            {
                var offer = DatabaseOffers.Of(engine);
                CheckVersion(name, database, engine, offer, problems);
                if (!engine.IsAurora())
                {
                    CheckClass(name, database, engine, offer, region, problems);
                }
            }
        }
    }

    private static void CheckVersion(string name, DatabaseModel database, DatabaseEngine engine, DatabaseOffer offer, ProblemList problems)
    {
        if (database.Version is not { } version || offer.HasVersion(version))
        {
            return;
        }

        var mark = database.MarkOf("version");
        if (offer.MayBeNewer(version))
        {
            problems.Warn(mark, ErrorCodes.DatabaseVersion, $"{engine.AwsName()} has no version {version} {Table} ('{name}'). If AWS has not brought it out since, the deployment is refused.");
            return;
        }

        var majors = offer.Versions.Select(candidate => EngineSupport.Major(engine, candidate)).Distinct();
        var known = offer.Versions.Where(candidate => candidate.StartsWith(version.Split('.')[0] + ".", StringComparison.Ordinal)).TakeLast(ShownVersions).ToList();
        problems.Add(
            mark,
            ErrorCodes.DatabaseVersion,
            $"{engine.AwsName()} has no version {version} ('{name}'). It has {string.Join(", ", majors)}{(known.Count > 0 ? $", and of that one {string.Join(", ", known)}" : "")}.");
    }

    private static void CheckClass(string name, DatabaseModel database, DatabaseEngine engine, DatabaseOffer offer, string? region, ProblemList problems)
    {
        var here = offer.Classes(region).ToList();
        if (database.Instance is not { } wanted || here.Contains(wanted))
        {
            return;
        }

        var mark = database.MarkOf("instance");
        var everywhere = offer.Classes(null).ToList();
        if (everywhere.Contains(wanted))
        {
            problems.Add(
                mark,
                ErrorCodes.DatabaseClass,
                $"'{name}' is a {wanted}, which {region} does not have for {engine.AwsName()} {Table}. It has {Families(here)}. If AWS has brought it there since, set 'Properties.DBInstanceClass' in 'overrides'.");
        }
        else if (offer.MayBeNewerClass(wanted))
        {
            problems.Warn(mark, ErrorCodes.DatabaseClass, $"RDS has no {wanted} for {engine.AwsName()} {Table} ('{name}'). If AWS has not brought it out since, the deployment is refused.");
        }
        else
        {
            problems.Add(
                mark,
                ErrorCodes.DatabaseClass,
                $"RDS has no {wanted} for {engine.AwsName()} ('{name}').{Suggestion.DidYouMean(wanted, here)} It has {Families(here)}.");
        }
    }

    private static string Families(IEnumerable<string> classes) => string.Join(", ", classes.Select(name => name.Split('.')[0]).Distinct().Select(family => $"{family}.*"));
}
