using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;

namespace Landfall.Config.Validation;

/// <summary>Checks that names refer to what they have to.</summary>
internal sealed class ReferenceValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        var index = new NameIndex(settings);
        foreach (var (name, service) in settings.Services)
        {
            CheckUses(name, service, index, settings, problems);
            if (settings.Knows("queues"))
            {
                Check(service, "queue", service.Queue, settings.Queues.Keys, "a queue", index, problems);
            }

            if (settings.Knows("services"))
            {
                Check(service, "api", service.Api, OfType(settings, ServiceType.Web), "a web service", index, problems);
                Check(service, "target", service.Target, OfType(settings, ServiceType.Web, ServiceType.Internal), "a web or internal service", index, problems);
            }

            foreach (var volume in service.Volumes.Keys.Where(volume => settings.Knows("files") && !settings.Files.ContainsKey(volume)))
            {
                problems.Add(
                    service.MarkOf("volumes", volume),
                    ErrorCodes.UnknownReference,
                    $"The volume '{volume}' is not in 'files'.{Hint(volume, settings.Files.Keys)}");
            }
        }
    }

    private static IEnumerable<string> OfType(SettingsModel settings, params ServiceType[] types) =>
        settings.Services.Where(pair => pair.Value.Type is not { } type || types.Contains(type)).Select(pair => pair.Key);

    private static void CheckUses(string name, ServiceModel service, NameIndex index, SettingsModel settings, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in service.Uses)
        {
            if (use.Name == name)
            {
                problems.Add(use.Place, ErrorCodes.WrongReference, $"'{name}' uses itself. Remove it from 'uses'.");
            }
            else if (index.Find(use.Name) is not { } kind)
            {
                if (!index.IsComplete)
                {
                    continue;
                }

                problems.Add(use.Place, settings.Services.ContainsKey(use.Name) ? ErrorCodes.WrongReference : ErrorCodes.UnknownReference, Missing(use.Name, index, settings));
            }
            else if (!seen.Add(use.Name))
            {
                problems.Add(use.Place, ErrorCodes.DuplicateUse, $"'{name}' uses '{use.Name}' twice. Keep one.");
            }
            else if (use.Has("access") && use.Knows("access") && Refusal(kind, use.Access) is { } refusal)
            {
                problems.Add(use.MarkOf("access"), ErrorCodes.AccessNotSupported, $"'{use.Name}' {refusal}");
            }
        }
    }

    /// <summary>Less than full access is only promised where IAM can keep the promise.</summary>
    private static string? Refusal(UseKind kind, UseAccess access) => kind switch
    {
        UseKind.Table or UseKind.Bucket => null,
        UseKind.Queue => access == UseAccess.Write ? null : "is a queue, which 'uses' only lets a service send to; to receive is what a worker with 'queue' does. Remove 'access', or make it 'write'.",
        UseKind.Database => access == UseAccess.ReadWrite ? null : "is a database, where a service's rights are those of its database user. Remove 'access', and grant less inside the database.",
        _ => "has no access to choose; only tables, buckets and queues have. Remove 'access'.",
    };

    private static string Missing(string name, NameIndex index, SettingsModel settings) => name switch
    {
        NameIndex.Auth => "'auth' is used, but there is no user pool. Add 'auth: {}'.",
        NameIndex.Emr => "'emr' is used, but the network is not imported from an EMR cluster. Add 'network: { import: { emrCluster: j-… } }'.",
        _ when settings.Services.ContainsKey(name) =>
            $"'{name}' is a service that nothing can call; only web and internal services can be used.",
        _ => $"'{name}' is neither a resource nor a service of this file.{Hint(name, index.Names)}",
    };

    private static void Check(
        ServiceModel service,
        string key,
        string? name,
        IEnumerable<string> allowed,
        string wanted,
        NameIndex index,
        ProblemList problems)
    {
        if (name is null || allowed.Contains(name))
        {
            return;
        }

        problems.Add(
            service.MarkOf(key),
            index.Find(name) is null ? ErrorCodes.UnknownReference : ErrorCodes.WrongReference,
            $"'{key}' is '{name}', which is not {wanted} of this file.{Hint(name, allowed)}");
    }

    private static string Hint(string name, IEnumerable<string> allowed)
    {
        var names = allowed.Order(StringComparer.Ordinal).ToArray();
        var suggestion = Suggestion.DidYouMean(name, names);
        return suggestion.Length > 0 ? suggestion : names.Length == 0 ? " There is none." : $" There is {string.Join(", ", names.Take(12))}.";
    }
}
