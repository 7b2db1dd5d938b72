using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>Checks the characters of names, and that no two things share one, since <c>uses</c> goes by name alone.</summary>
internal sealed class NameValidator : IEnvironmentValidator
{
    private static readonly string[] ReservedBySignIn = ["aws", "amazon", "cognito"];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        var places = new Dictionary<string, (string Kind, Mark Mark)>(StringComparer.Ordinal);
        CheckAll("databases", settings.Databases.Keys);
        CheckAll("tables", settings.Tables.Keys);
        CheckAll("buckets", settings.Buckets.Keys);
        CheckAll("queues", settings.Queues.Keys);
        CheckAll("secrets", settings.Secrets.Keys);
        CheckAll("files", settings.Files.Keys);
        CheckAll("services", settings.Services.Keys);
        foreach (var name in settings.Buckets.Where(pair => IsOwnBucket(pair.Value.Was ?? pair.Key, settings)).Select(pair => pair.Key))
        {
            problems.Add(settings.MarkOf("buckets", name), ErrorCodes.NameReserved, $"A bucket cannot be called '{name}', since Landfall makes one of that name. Choose another name.");
        }

        var prefix = new AwsNames(environment.App, environment.Name).Prefix;
        if (environment.App.Length > 0)
        {
            problems.CheckForm(environment.Place, ErrorCodes.NameReserved, "What the names of all buckets begin with", "AWS::S3::Bucket", "reserved", $"{prefix}-");
        }

        if (settings.Auth is not null && ReservedBySignIn.FirstOrDefault(word => prefix.Contains(word, StringComparison.Ordinal)) is { } reserved)
        {
            problems.Add(environment.Place, ErrorCodes.NameReserved, $"With 'auth', '{prefix}' is part of an address that may not hold '{reserved}'. Choose another name for the application or the environment.");
        }

        foreach (var (name, service) in settings.Services)
        {
            CheckService(name, service, settings.MarkOf("services", name), problems);
        }

        void CheckAll(string kind, IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                var mark = settings.MarkOf(kind, name);
                CheckCharacters(name, mark, problems);
                if (name is NameIndex.Auth or NameIndex.Emr)
                {
                    problems.Add(mark, ErrorCodes.NameReserved, $"'{name}' already means {(name == NameIndex.Auth ? "the user pool" : "the EMR cluster")} in 'uses'. Choose another name.");
                }
                else if (!places.TryAdd(name, (kind, mark)))
                {
                    problems.Add(
                        mark,
                        ErrorCodes.DuplicateName,
                        $"'{name}' is already a name in '{places[name].Kind}' on line {places[name].Mark.Line}, and 'uses' goes by name alone. Choose another name.");
                }
            }
        }
    }

    private static bool IsOwnBucket(string name, SettingsModel settings) =>
        name == OwnBuckets.AccessLogs
        || settings.Services.Any(pair => pair.Value.Type == ServiceType.Site && name == OwnBuckets.Site(pair.Value.Was ?? pair.Key));

    /// <summary>Reports a name that has other characters than lower-case letters, digits and single hyphens.</summary>
    public static void CheckCharacters(string name, Mark mark, ProblemList problems)
    {
        var valid = name.Length > 0
            && char.IsAsciiLetterLower(name[0])
            && name[^1] != '-'
            && !name.Contains("--", StringComparison.Ordinal)
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!valid)
        {
            problems.Add(mark, ErrorCodes.NameCharacters, $"'{name}' is not a name: {NamePattern.AppMeaning}.");
        }
    }

    private static void CheckService(string name, ServiceModel service, Mark mark, ProblemList problems)
    {
        if (StackNames.Reserved.Contains(name))
        {
            problems.Add(mark, ErrorCodes.NameReserved, $"A service cannot be called '{name}', since Landfall has a stack of that name. Choose another name.");
        }

        foreach (var sidecar in service.Sidecars.Keys)
        {
            CheckCharacters(sidecar, service.MarkOf("sidecars", sidecar), problems);
            if (sidecar == (service.Was ?? name))
            {
                problems.Add(service.MarkOf("sidecars", sidecar), ErrorCodes.DuplicateName, $"'{sidecar}' is the name of the main container already. Choose another name.");
            }
        }

        foreach (var change in service.Scale.Schedules.Keys)
        {
            CheckCharacters(change, service.Scale.MarkOf("schedules", change), problems);
        }
    }
}
