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
        var names = new AwsNames(environment.App, environment.Name);
        var region = settings.Region ?? "";
        var account = new string('0', 12);

        Check("stack", names.Stack("network"), 128, environment.Place, problems);
        Check("label of the private DNS namespace", environment.Name, 63, environment.Place, problems);
        Check("label of the private DNS namespace", environment.App, 63, environment.Place, problems);
        if (settings.Auth is { } auth)
        {
            Check("domain of the sign-in pages", names.SignInDomain(account, auth.SignIn is [SignInName.Email] ? "" : "byname"), 63, environment.Place, problems);
        }

        if (settings.Auth is not null || settings.Services.Values.Any(service => service.Type is ServiceType.Web or ServiceType.Site || service.LoadBalancer))
        {
            Check("bucket of access logs", names.Bucket(OwnBuckets.AccessLogs, account, region), 63, environment.Place, problems);
        }

        foreach (var (title, service) in settings.Services)
        {
            var name = service.Was ?? title;
            var mark = settings.MarkOf("services", title);
            Check("stack", names.Stack(name), 128, mark, problems);
            if (service.Type is ServiceType.Web or ServiceType.Internal)
            {
                Check("label of the private DNS name", name, 63, mark, problems);
            }

            if (service.Type is ServiceType.Job)
            {
                Check("schedule", names.Job(name), 64, mark, problems);
            }

            if (service.Type is ServiceType.Site)
            {
                Check("bucket", names.Bucket(OwnBuckets.Site(name), account, region), 63, mark, problems);
                Check("CloudFront function", names.PathFunction(name), 64, mark, problems);
            }
        }

        CheckAll("tables", settings.Tables, "table", (name, _) => names.Table(name), 255);
        CheckAll("buckets", settings.Buckets, "bucket", (name, _) => names.Bucket(name, account, region), 63);
        CheckAll("queues", settings.Queues, "dead-letter queue", (name, queue) => names.DeadLetterQueue(name, queue.Fifo), 80);

        void CheckAll<T>(string kind, IReadOnlyDictionary<string, T> models, string resource, Func<string, T, string> derive, int limit)
            where T : RenamableModel
        {
            foreach (var (title, model) in models)
            {
                Check(resource, derive(model.Was ?? title, model), limit, settings.MarkOf(kind, title), problems);
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
