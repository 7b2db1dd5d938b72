using Landfall.Config.Model;
using Landfall.Config.Regions;
using Landfall.Config.Stacks;

namespace Landfall.Config.Validation;

/// <summary>
/// Lists the names that Landfall derives for an environment and that AWS has only once. Names that CloudFormation makes up,
/// such as those of load balancers and roles, are none of them, and what is called after its stack alone needs no mention.
/// Where an account is not in the file, zeros stand for it.
/// </summary>
internal static class DerivedNames
{
    private static readonly string AnyAccount = new('0', 12);

    /// <summary>Lists them.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The names.</returns>
    public static IEnumerable<DerivedName> Of(EnvironmentSettings environment)
    {
        var names = new AwsNames(environment.App, environment.Name);
        return OfEnvironment(environment, names)
            .Concat(environment.Settings.Services.SelectMany(service => OfService(service.Key, service.Value, environment.Settings, names)))
            .Concat(OfData(environment.Settings, names));
    }

    private static IEnumerable<DerivedName> OfEnvironment(EnvironmentSettings environment, AwsNames names)
    {
        var (settings, mark) = (environment.Settings, environment.Place);
        foreach (var part in StackNames.Reserved)
        {
            yield return new(NameSpace.Stack, "stack", names.Stack(part), $"the {part} stack", mark);
        }

        yield return new(NameSpace.LogGroup, "log group of the network's traffic", names.FlowLogGroup, "the log of the network's traffic", mark);
        if (settings.Auth is { } auth)
        {
            var domain = names.SignInDomain(Account(settings), auth.SignIn is [SignInName.Email] ? "" : "byname");
            yield return new(NameSpace.SignIn, "domain of the sign-in pages", domain, "the sign-in pages", mark);
        }

        if (settings.Auth is not null || settings.Services.Values.Any(service => service.Type is ServiceType.Web or ServiceType.Site || service.LoadBalancer))
        {
            var bucket = names.Bucket(OwnBuckets.AccessLogs, Account(settings), Region(settings));
            yield return new(NameSpace.Bucket, "bucket of access logs", bucket, "the bucket of access logs", mark);
        }
    }

    private static IEnumerable<DerivedName> OfService(string title, ServiceModel service, SettingsModel settings, AwsNames names)
    {
        var name = service.Was ?? title;
        var owner = $"service '{title}'";
        var mark = settings.MarkOf("services", title);
        yield return new(NameSpace.Stack, "stack", names.Stack(name), owner, mark);
        if (service.Type is not ServiceType.Site)
        {
            yield return new(NameSpace.LogGroup, "log group", names.LogGroup(name), owner, mark);
            yield break;
        }

        yield return new(NameSpace.Bucket, "bucket of a site", names.Bucket(OwnBuckets.Site(name), Account(settings), Region(settings)), owner, mark);
        yield return new(NameSpace.CloudFront, "CloudFront function", names.PathFunction(name), owner, mark);
        yield return new(NameSpace.LogGroup, "log group of its releases", names.SiteLogGroup(name), owner, mark);
    }

    private static IEnumerable<DerivedName> OfData(SettingsModel settings, AwsNames names)
    {
        return All("tables", settings.Tables, "table", NameSpace.Table, (name, table) => table.AwsName ?? names.Table(name))
            .Concat(All("buckets", settings.Buckets, "bucket", NameSpace.Bucket, (name, bucket) => bucket.AwsName ?? names.Bucket(name, Account(settings), Region(settings))))
            .Concat(All("queues", settings.Queues, "queue", NameSpace.Queue, (name, queue) => names.Queue(name, queue.Fifo)))
            .Concat(All("queues", settings.Queues, "dead-letter queue", NameSpace.Queue, (name, queue) => names.DeadLetterQueue(name, queue.Fifo)));

        IEnumerable<DerivedName> All<T>(
            string section, IReadOnlyDictionary<string, T> models, string kind, NameSpace space, Func<string, T, string> derive)
            where T : RenamableModel =>
            models.Select(model => new DerivedName(
                space, kind, derive(model.Value.Was ?? model.Key, model.Value), $"the {kind} of '{model.Key}'", settings.MarkOf(section, model.Key)));
    }

    private static string Account(SettingsModel settings) => settings.Account ?? AnyAccount;

    // What is no region has been reported, and may be longer than any name.
    private static string Region(SettingsModel settings) => RegionTable.Find(settings.Region)?.Name ?? "";
}
