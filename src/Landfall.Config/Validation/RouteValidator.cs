using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Resolution;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that every route of the load balancer leads to one service, and fits into a rule.</summary>
internal sealed class RouteValidator : IEnvironmentValidator
{
    private const string Rule = "AWS::ElasticLoadBalancingV2::ListenerRule";

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var addresses = new SiteAddresses(environment.Settings);
        var routes = new Dictionary<(string Host, string Path), string>();
        foreach (var (name, service) in environment.Settings.Services.Where(pair => pair.Value.Type == ServiceType.Web))
        {
            var path = addresses.PathOf(name);
            CheckOther(name, service, path, routes, problems);
            CheckSize(name, service, path, problems);
            CheckSignIn(name, service, environment.Settings, problems);
        }
    }

    private static void CheckOther(string name, ServiceModel service, string path, Dictionary<(string Host, string Path), string> routes, ProblemList problems)
    {
        if (!service.Knows("path", "host"))
        {
            return;
        }

        foreach (var host in service.Host.DefaultIfEmpty("*").Distinct())
        {
            if (routes.FirstOrDefault(route => route.Key.Path == path && route.Value != name && Meet(route.Key.Host, host)) is { Value: { } other })
            {
                problems.Add(
                    service.MarkOf("path"),
                    ErrorCodes.DuplicateRoute,
                    $"'{name}' answers for '{(host == "*" ? "" : host)}{path}', as '{other}' does already. Give one of them another 'path' or 'host'.");
                return;
            }

            routes.TryAdd((host, path), name);
        }
    }

    // A whole name goes before a wildcard that covers it. Of two wildcards nothing would say which goes first.
    private static bool Meet(string one, string other) => one == other
        || (HostNames.IsWildcard(one) && HostNames.IsWildcard(other) && (HostNames.Answers(one, other) || HostNames.Answers(other, one)));

    private static void CheckSize(string name, ServiceModel service, string path, ProblemList problems)
    {
        if (!service.Knows("path", "host"))
        {
            return;
        }

        string[] paths = path == PathPattern.Every && service.Host.Count > 0 ? [] : [.. PathPattern.WithRoot(path)];
        var mark = service.Host.Count > 0 ? service.MarkOf("host") : service.MarkOf("path");
        problems.CheckForm(service.MarkOf("path"), ErrorCodes.Path, "'path'", Rule, "path", path);
        problems.CheckLimit(mark, $"The rule of '{name}'", Rule, "values", service.Host.Count + paths.Length, ErrorCodes.Path);
        problems.CheckLimit(mark, $"The rule of '{name}'", Rule, "wildcards", service.Host.Concat(paths).Sum(value => value.Count(c => c is '*' or '?')), ErrorCodes.Path);
    }

    private static void CheckSignIn(string name, ServiceModel service, SettingsModel settings, ProblemList problems)
    {
        if (!service.SignIn)
        {
            return;
        }

        if (settings.Auth is null || settings.Domain is null)
        {
            problems.Add(
                service.MarkOf("signIn"),
                ErrorCodes.NeedsDomain,
                $"'{name}' asks for sign-in, which needs both 'auth' and 'domain', since load balancers sign in over HTTPS only.");
        }
        else if (service.Host.FirstOrDefault(HostNames.IsWildcard) is { } wildcard)
        {
            problems.Add(
                service.MarkOf("signIn"),
                ErrorCodes.NeedsDomain,
                $"'{name}' asks for sign-in on '{wildcard}', and Cognito takes users back to whole names only. Name each of them in 'host'.");
        }
    }
}
