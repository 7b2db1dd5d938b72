using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Stacks;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>
/// Checks that the names that Landfall derives fit AWS's limits, in each environment with its own name and region. Names
/// that CloudFormation makes up, such as those of load balancers and roles, it also shortens.
/// </summary>
internal sealed class NameLengthValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        if (environment.App.Length == 0)
        {
            return;
        }

        var settings = environment.Settings;
        var prefix = $"{environment.App}-{environment.Name}";
        var account = new string('0', 12);

        Check("stack", $"{prefix}-network", 128, environment.Place, problems);
        Check("label of the private DNS namespace", environment.Name, 63, environment.Place, problems);
        Check("label of the private DNS namespace", environment.App, 63, environment.Place, problems);
        if (settings.Auth is not null)
        {
            Check("domain of the sign-in pages", $"{prefix}-{account}", 63, environment.Place, problems);
        }

        if (settings.Auth is not null || settings.Services.Values.Any(service => service.Type is ServiceType.Web or ServiceType.Site || service.LoadBalancer))
        {
            Check("bucket of access logs", $"{prefix}-{OwnBuckets.AccessLogs}-{account}-{settings.Region}", 63, environment.Place, problems);
        }

        foreach (var (name, service) in settings.Services)
        {
            var mark = settings.MarkOf("services", name);
            Check("stack", $"{prefix}-{name}", 128, mark, problems);
            if (service.Type is ServiceType.Web or ServiceType.Internal)
            {
                Check("label of the private DNS name", name, 63, mark, problems);
            }

            if (service.Type is ServiceType.Job)
            {
                Check("schedule", $"{prefix}-{name}", 64, mark, problems);
            }

            if (service.Type is ServiceType.Site)
            {
                Check("bucket", $"{prefix}-{OwnBuckets.Site(name)}-{account}-{settings.Region}", 63, mark, problems);
                Check("CloudFront function", $"{prefix}-{name}-paths", 64, mark, problems);
            }
        }

        CheckAll("databases", settings.Databases.Keys, "database cluster", name => $"{prefix}-{name}", 63);
        CheckAll("tables", settings.Tables.Keys, "table", name => $"{prefix}-{name}", 255);
        CheckAll("buckets", settings.Buckets.Keys, "bucket", name => $"{prefix}-{name}-{account}-{settings.Region}", 63);
        CheckAll("queues", settings.Queues.Keys, "dead-letter queue", name => $"{prefix}-{name}-dead{(settings.Queues[name].Fifo ? ".fifo" : "")}", 80);

        void CheckAll(string kind, IEnumerable<string> names, string resource, Func<string, string> derive, int limit)
        {
            foreach (var name in names)
            {
                Check(resource, derive(name), limit, settings.MarkOf(kind, name), problems);
            }
        }
    }

    private static void Check(string resource, string derived, int limit, Mark mark, ProblemList problems)
    {
        if (derived.Length > limit)
        {
            problems.Add(
                mark,
                ErrorCodes.NameLength,
                $"The {resource} would be called '{derived}', which has {derived.Length} characters; AWS allows {limit}. Shorten a part of it by {derived.Length - limit}.");
        }
    }
}
