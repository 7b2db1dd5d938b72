using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Regions;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>Refuses what an environment's region does not have, by the table of regions.</summary>
internal sealed class RegionValidator : IEnvironmentValidator
{
    private static readonly string[] SignInTypes = ["AWS::Cognito::UserPool", "AWS::Cognito::UserPoolClient", "AWS::Cognito::UserPoolDomain"];

    private static readonly string[] FirewallTypes = ["AWS::WAFv2::WebACL", "AWS::WAFv2::WebACLAssociation"];

    private static readonly string[] BudgetTypes = ["AWS::Budgets::Budget"];

    /// <summary>The resource types without which a key of the file is refused; every region has all others.</summary>
    public static IReadOnlyList<string> Asked { get; } = [.. SignInTypes, .. RegionCapabilities.SiteTypes, .. FirewallTypes, .. BudgetTypes, .. PipelineValidator.Asked];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        if (RegionTable.Find(settings.Region) is not { } region)
        {
            return;
        }

        if (settings.Auth is not null)
        {
            Need(SignInTypes, settings.MarkOf("auth"), "'auth'",
                "Leave it out here (in an environment: 'auth: null') and let the services check the tokens of another identity provider");
        }

        if (settings.Firewall is not null)
        {
            Need(FirewallTypes, settings.MarkOf("firewall"), "'firewall'", "Leave it out here (in an environment: 'firewall: null')");
        }

        if (settings.Budget is not null)
        {
            Need(BudgetTypes, settings.MarkOf("budget"), "'budget'", "Leave it out here (in an environment: 'budget: null') and make one in the console, where budgets are no region's, for the tags landfall:app and landfall:environment");
        }

        foreach (var (name, service) in settings.Services.Where(pair => pair.Value.Type == ServiceType.Site))
        {
            Need(RegionCapabilities.SiteTypes, service.MarkOf("type"), $"The site '{name}'", "Serve its files from a service of type 'web', for example with an image of nginx");
        }

        CheckDatabases(settings, region, problems);
        CheckZones(settings, region, problems);
        CheckCertificate(settings, region, problems);

        void Need(IReadOnlyList<string> types, Mark mark, string what, string remedy)
        {
            var missing = types.Where(region.MissingTypes.Contains).ToList();
            if (missing.Count > 0)
            {
                problems.Add(mark, ErrorCodes.NotInRegion, $"{what} needs {string.Join(" and ", missing)}, which {region.Name} does not have. {remedy}, or give the environment another 'region'.");
            }
        }
    }

    private static void CheckDatabases(SettingsModel settings, RegionCapabilities region, ProblemList problems)
    {
        foreach (var (name, database) in settings.Databases.Where(pair => pair.Value.DataApi && region.MissingFeatures.Contains("dataApi")))
        {
            problems.Add(
                database.MarkOf("dataApi"),
                ErrorCodes.NotInRegion,
                $"'dataApi' of '{name}' is on, but {region.Name} has no HTTP data API for Aurora. Remove it and connect to the database's host, or give the environment another 'region'.");
        }
    }

    private static void CheckZones(SettingsModel settings, RegionCapabilities region, ProblemList problems)
    {
        if (region.FargateZones is { } zones && settings.Network.Knows("zones") && settings.Network.Zones > zones.Count)
        {
            problems.Add(
                settings.Network.MarkOf("zones"),
                ErrorCodes.NotInRegion,
                $"'zones' is {settings.Network.Zones}, but Fargate runs in {zones.Count} zones of {region.Name} ({string.Join(", ", zones)}). Set it to {zones.Count}.");
        }
    }

    /// <summary>A load balancer takes certificates of its own region only (Elastic Load Balancing User Guide, "SSL certificates").</summary>
    private static void CheckCertificate(SettingsModel settings, RegionCapabilities region, ProblemList problems)
    {
        if (settings.Domain is not { } domain)
        {
            return;
        }

        // arn:aws:acm:eu-west-1:111111111111:certificate/…; what is not written so has been reported.
        if (domain.Certificate?.Split(':') is [_, var partition, _, var place, ..] && (partition != region.Partition || place != region.Name))
        {
            problems.Add(
                domain.MarkOf("certificate"),
                ErrorCodes.NotInRegion,
                $"'certificate' is of {place} ({partition}), but the load balancer is in {region.Name} ({region.Partition}) and takes certificates of its own region only. Give one of {region.Name}, or leave it out to have one made.");
        }

        if (domain.CdnCertificate is not null && region.CdnRegion is null)
        {
            problems.Add(
                domain.MarkOf("cdnCertificate"),
                ErrorCodes.NotInRegion,
                $"'cdnCertificate' is for CloudFront, which takes no certificates of ACM in the partition of {region.Name} ({region.Partition}). Remove it.");
        }
    }
}
